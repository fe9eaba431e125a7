import Definitions
import Expressions
import Tables

/// What one row of a figure's denominator is to its maturity.
enum MaturityClass {
    static let outside: UInt8 = 0
    /// Not known to be open.
    static let settled: UInt8 = 1
    static let open: UInt8 = 2
    static let count = 3
}

/// What one row of a share's denominator is to its triangle: by the months until the share became true.
enum TriangleClass {
    static let outside: UInt8 = 0
    /// In the denominator, and not true within the months that are looked at.
    static let never: UInt8 = 1
    /// True in the month itself; the months after it follow.
    static let first: UInt8 = 2

    static func count(upTo months: Int) -> Int { Int(first) + months + 1 }
}

/// Rows of the denominator by whether their story is finished.
func classes(
    maturityOf counted: [UInt8], _ isOpen: TypedExpression, _ figure: FigureDefinition, in batch: Batch
) throws -> [UInt8] {
    let open = try batch.flags(isOpen)
    return counted.indices.map { row in
        guard isInDenominator(counted[row], countsMissing: figure.missing == .miss) else {
            return MaturityClass.outside
        }
        return open[row] == 1 ? MaturityClass.open : MaturityClass.settled
    }
}

/// Rows of the denominator by the months between that of their period and that in which the share became true.
func classes(
    monthsOf counted: [UInt8], _ until: TypedExpression, upTo: Int, _ figure: FigureDefinition, in batch: Batch
) throws -> [UInt8] {
    let type = batch.engine.type(of: figure.period, in: figure.table)
    let begun = try days(of: TypedExpression(.column(figure.period, of: .own), type), in: batch)
    let ended = try days(of: until, in: batch)
    return counted.indices.map { row in
        guard isInDenominator(counted[row], countsMissing: figure.missing == .miss) else {
            return TriangleClass.outside
        }
        let isHit =
            counted[row] == RowClass.certain + RowClass.hit
            || counted[row] == RowClass.exclusionUnknown + RowClass.hit
        guard isHit, begun[row] != Missing.integer, ended[row] != Missing.integer else {
            return TriangleClass.never
        }
        // What was true before the month began was true in its every month.
        let months = max(0, monthNumber(ended[row]) - monthNumber(begun[row]))
        return months > upTo ? TriangleClass.never : TriangleClass.first + UInt8(months)
    }
}

private func isInDenominator(_ place: UInt8, countsMissing: Bool) -> Bool {
    switch place {
    case RowClass.certain + RowClass.hit, RowClass.certain + RowClass.miss, RowClass.exclusionUnknown + RowClass.hit,
        RowClass.exclusionUnknown + RowClass.miss:
        true
    case RowClass.certain + RowClass.unknown, RowClass.exclusionUnknown + RowClass.unknown: countsMissing
    default: false
    }
}

/// The local days of a time or date.
private func days(of value: TypedExpression, in batch: Batch) throws -> [Int64] {
    try batch.integers(value.type == .date ? value : TypedExpression(.call(.date, [value]), .date))
}

/// Months since the year 0.
private func monthNumber(_ day: Int64) -> Int {
    let (year, month, _) = CivilDate(days: Int(day)).components
    return year * 12 + month
}
