import Definitions
import Expressions
import Tables

/// A table's rows by the days of one period column and the members of one dimension, with the figures counted so.
struct Space: Sendable {
    let table: String
    let period: String
    let isDate: Bool
    /// Whether rows are counted by month rather than by day, where nothing is reported of less than a month.
    let isMonthly: Bool
    /// Nothing for totals.
    let dimension: String?
    /// The dimension's expression and the table that declares it.
    let member: (expression: TypedExpression, table: String)?
    /// What its rows are split by within a member, for figures of one number for each value or key.
    let split: TypedExpression?
    /// Indexes of figures, each with the place of its first tally.
    var figures: [(plan: Int, firstTally: Int)] = []
    var classes: [Int] = []

    mutating func add(_ plan: FigurePlan, at index: Int) {
        figures.append((index, classes.count))
        let reasons = plan.figure.among.exclusions.count
        classes.append(contentsOf: plan.tallies(by: dimension).map { $0.width(reasons: reasons) })
    }
}

extension Engine {
    /// All spaces that the plans need, in the order of the plans. Members are counted by month where no other period of
    /// theirs is asked for; a stock of one instant in a period has a day of its own.
    func spaces(for plans: [FigurePlan], membersByMonth: Bool = false) -> [Space] {
        var spaces: [Space] = []
        for (index, plan) in plans.enumerated() where !plan.tallies.isEmpty {
            let figure = plan.figure
            for dimension in [nil] + plan.tallyDimensions.map(Optional.some) {
                let known = spaces.firstIndex {
                    $0.table == figure.table && $0.period == figure.period && $0.dimension == dimension
                        && $0.split == plan.split
                }
                if let known {
                    spaces[known].add(plan, at: index)
                    continue
                }
                var space = Space(
                    table: figure.table, period: figure.period,
                    isDate: type(of: figure.period, in: figure.table) == .date,
                    isMonthly: membersByMonth && dimension != nil && plan.takesWholePeriods, dimension: dimension,
                    member: dimension.flatMap { self.dimension($0, of: figure.table) }, split: plan.split)
                space.add(plan, at: index)
                spaces.append(space)
            }
        }
        return spaces
    }

    /// The type of a table's column.
    func type(of column: String, in table: String) -> ValueType {
        var next: String? = table
        while let current = next, let found = tables[current] {
            if let type = found.types[column] ?? found.expressions[column]?.type { return type }
            if found.definition?.chain?.column == column { return .id }
            next = found.parent
        }
        return .null
    }
}
