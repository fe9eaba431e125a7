import Definitions
import Tables

extension Assembly {
    /// What the figures say of each finding of the force's inspections, in the order in which it declares them.
    func evidence(_ uncomputed: [UncomputedFigure]) -> [FindingRow] {
        engine.input.definition.inspections.flatMap { inspection in
            inspection.findings.flatMap { finding in
                finding.figures.flatMap { kpi -> [FindingRow] in
                    if let plan = plans.firstIndex(where: { $0.isReported && $0.figure.id == kpi }) {
                        return rows(of: plan, for: finding.id, of: inspection)
                    }
                    return uncomputed.filter { $0.kpi == kpi }.flatMap { rows(for: finding.id, of: inspection, $0) }
                }
            }
        }
    }

    private func rows(of plan: Int, for finding: String, of inspection: Inspection) -> [FindingRow] {
        let figure = plans[plan].figure
        let months = FindingMonths(whole: wholeMonths(of: figure), inspectedOn: inspection.on)
        func pooled(_ months: [Period]) -> [FigureRow] {
            guard let first = months.first?.first, let last = months.last?.last,
                let span = Period.span(from: first, to: last)
            else { return [] }
            return rows(of: plan, by: nil, in: [span])
        }
        let (before, since) = (pooled(months.baseline), pooled(months.since))
        let monthly = Dictionary(grouping: rows(of: plan, by: nil, in: months.whole), by: \.statistic)
        var statistics: [String] = []
        for row in since + before where !statistics.contains(row.statistic) { statistics.append(row.statistic) }
        return statistics.map { statistic in
            let maker = FindingMaker(
                figure: figure, months: months,
                series: MonthlySeries(
                    monthly[statistic] ?? [], breaks: engine.input.definition.breaks(of: figure)),
                standard: engine.input.definition.standards.first { $0.name == figure.standard })
            return maker.row(
                of: inspection.id, finding,
                baseline: before.first { $0.statistic == statistic }.map {
                    FindingRow.Span(row: $0, months: months.baseline.count)
                },
                since: since.first { $0.statistic == statistic }.map {
                    FindingRow.Span(row: $0, months: months.since.count)
                })
        }
    }

    /// A figure that is not computed has its place, and says why in the state of the time since.
    private func rows(
        for finding: String, of inspection: Inspection, _ obstacle: UncomputedFigure
    ) -> [FindingRow] {
        let row = uncomputedRow(obstacle, in: Period(.month, containing: inspection.on))
        return [
            FindingRow(
                inspection: inspection.id, finding: finding, kpi: obstacle.kpi, statistic: row.statistic,
                baseline: nil, since: FindingRow.Span(row: row, months: 0), difference: nil, lower: nil, upper: nil,
                monthsMet: nil, monthsSustained: nil, variation: "", assurance: "")
        ]
    }
}
