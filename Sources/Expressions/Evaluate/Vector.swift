package import Tables

/// The values of one expression over a batch of rows. Absent values as `Missing` says; times and durations in
/// milliseconds whatever their column's width.
package enum Vector: Sendable, Hashable {
    /// Yes/no.
    case flags([UInt8])
    /// Codes of `Names`.
    case codes([Int32])
    /// Everything that counts: times, durations, dates, integers, scaled numbers.
    case integers([Int64])
}

extension Vector {
    package var count: Int {
        switch self {
        case .flags(let values): values.count
        case .codes(let values): values.count
        case .integers(let values): values.count
        }
    }

    /// The rows at the given places; a negative place gives a missing value.
    package func gathered(_ rows: [Int32]) -> Vector {
        switch self {
        case .flags(let values): .flags(rows.map { $0 < 0 ? Missing.flag : values[Int($0)] })
        case .codes(let values): .codes(rows.map { $0 < 0 ? Missing.code : values[Int($0)] })
        case .integers(let values): .integers(rows.map { $0 < 0 ? Missing.integer : values[Int($0)] })
        }
    }
}

extension Column {
    /// The values of a range of rows, widened for evaluation.
    package func vector(_ rows: Range<Int>) -> Vector {
        switch self {
        case .flags(let values): .flags(Array(values[rows]))
        case .codes(let values): .codes(Array(values[rows]))
        case .labels(let values, of: let codes): .codes(Column.codes(values[rows], of: codes))
        case .seconds(let values): .integers(widened(values[rows], missing: Missing.seconds, by: 1000))
        case .integers(let values): .integers(Array(values[rows]))
        case .small(let values): .integers(widened(values[rows], missing: Missing.small, by: 1))
        }
    }
}

@inline(__always)
private func widened<Value: FixedWidthInteger>(
    _ values: ArraySlice<Value>, missing: Value, by factor: Int64
) -> [Int64] {
    var result = [Int64](repeating: 0, count: values.count)
    var cells = result.mutableSpan
    let values = values.span
    for row in 0..<values.count {
        cells[row] = values[row] == missing ? Missing.integer : Int64(truncatingIfNeeded: values[row]) &* factor
    }
    return result
}
