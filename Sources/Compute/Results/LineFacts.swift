import Definitions
import Expressions
import Statistics
import Tables

/// What all lines of one statistic by one dimension have in common, looked for once.
final class LineFacts: Sendable {
    let plan: FigurePlan
    let statistic: FigurePlan.Statistic
    let engine: Engine
    let coverage: Coverage
    let dimension: String
    let standard: StandardDefinition?
    /// As rows show it, level by level.
    let shownLevels: [FigureRow.Standard]
    /// The plausible limits of the measured values, as stored.
    let range: ClosedRange<Int64>?
    /// The least that a value of unknown size can add to a sum; nothing where that has no limit.
    let leastAdded: Int64?
    /// The days on which the standard or a setting that the figure reads changes.
    let changes: [CivilDate]
    /// The smallest denominator that a verdict is given for.
    let smallCount: Int
    let ranks: QuantileRanks
    let hours: ElapsedHours

    init(
        _ plan: FigurePlan, _ statistic: FigurePlan.Statistic, by dimension: String?, engine: Engine,
        coverage: Coverage, ranks: QuantileRanks, hours: ElapsedHours
    ) {
        self.plan = plan
        self.statistic = statistic
        self.engine = engine
        self.coverage = coverage
        self.dimension = dimension ?? "all"
        self.ranks = ranks
        self.hours = hours
        standard = plan.figure.standard.flatMap { name in
            engine.input.definition.standards.first { $0.name == name }
        }
        shownLevels =
            standard.map { standard in
                standard.levels.map {
                    FigureRow.Standard(
                        name: standard.name, rule: standard.rule.rawValue, value: $0.value, upper: $0.upper,
                        status: $0.status.rawValue)
                }
            } ?? []
        range = engine.range(of: plan.figure)
        let isSigned =
            plan.figure.measure.measured.map { engine.input.definition.canFallBelowZero($0, in: plan.figure.table) }
            ?? false
        leastAdded = range.map { min($0.lowerBound, 0) } ?? (isSigned ? nil : 0)
        changes =
            (standard?.levels.compactMap(\.from) ?? [])
            + plan.settings.flatMap { engine.settings[$0]?.values.compactMap(\.from) ?? [] }
        smallCount = engine.settings["small_n"].flatMap { $0.values.first.map { Int($0.value) } } ?? 30
    }
}

extension Engine {
    /// The plausible limits of a figure's values: its own, else those of the column that it names.
    fileprivate func range(of figure: FigureDefinition) -> ClosedRange<Int64>? {
        if let range = figure.range { return range }
        guard let measured = figure.measure.measured, case .column(let name, of: .own) = measured.node,
            let schema = input.definition.rootSchema(of: figure.table), type(of: name, in: figure.table) != .null
        else { return nil }
        return input.definition.schemas.first { $0.name == schema }?.column(named: name)?.range
    }
}
