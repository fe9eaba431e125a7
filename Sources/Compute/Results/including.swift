import Tables

extension [FigureRow] {
    /// The same lines, each with the value of its like among the figure's lines with the rows of excluded periods.
    func including(_ others: [FigureRow]) -> [FigureRow] {
        let byLine = Dictionary(others.map { (Line($0), $0) }) { first, _ in first }
        return map { row in
            guard let other = byLine[Line(row)],
                other.value != nil || other.numerator != nil || other.denominator != nil
            else { return row }
            var row = row
            row.withExcluded = FigureRow.WithExcluded(
                value: other.value, numerator: other.numerator, denominator: other.denominator)
            return row
        }
    }
}

/// What tells the lines of one figure and dimension apart.
private struct Line: Hashable {
    let statistic: String
    let period: Period
    let member: String

    init(_ row: FigureRow) { (statistic, period, member) = (row.statistic, row.period, row.member) }
}
