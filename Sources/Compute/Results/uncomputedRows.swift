package import Definitions
import Tables

extension Assembly {
    /// Lines for figures without values, so that every figure has its place in every period of the data.
    func uncomputedRows(_ uncomputed: [UncomputedFigure]) -> [FigureRow] {
        let asOf = engine.input.asOf
        return uncomputed.flatMap { obstacle -> [FigureRow] in
            guard let figure = engine.input.definition.reportedFigures.first(where: { $0.id == obstacle.kpi }) else {
                return []
            }
            let coverage = coverage(of: figure.table)
            let first = coverage.days.map { CivilDate(days: $0.lowerBound) } ?? asOf.day
            return Assembly.totalKinds.flatMap { kind in
                spine(kind, from: first, asOf: asOf, coverage: coverage).flatMap { rows(for: figure, obstacle, in: $0) }
            }
        }
    }

    func uncomputedRow(_ obstacle: UncomputedFigure, in period: Period) -> FigureRow {
        let figure = engine.input.definition.reportedFigures.first { $0.id == obstacle.kpi }
        var row = FigureRow(
            kpi: obstacle.kpi, statistic: figure?.statisticNames(in: engine.input.definition).first ?? "value",
            period: period, dimension: "all",
            member: "all")
        row.state = obstacle.state
        return row
    }

    private func rows(for figure: FigureDefinition, _ obstacle: UncomputedFigure, in period: Period) -> [FigureRow] {
        figure.statisticNames(in: engine.input.definition).map { statistic in
            var row = FigureRow(kpi: figure.id, statistic: statistic, period: period, dimension: "all", member: "all")
            row.state = obstacle.state
            return row
        }
    }
}

extension FigureDefinition {
    /// The names of its statistics in results, in order.
    package func statisticNames(in definition: PipelineDefinition) -> [String] {
        FigurePlan(
            self, instants: definition.instants(of: table, period), dimensions: [], settings: [],
            readsTrailingWindow: false
        ).statistics.map(\.name)
    }
}
