/// The values of one column, contiguous and as narrow as its type allows. See `Missing` for absent values.
package enum Column: Sendable, Hashable {
    /// Yes/no: 0, 1 or `Missing.flag`.
    case flags([UInt8])
    /// Text, ids, categories, pseudonyms: codes of the run's `Names`.
    case codes([Int32])
    /// Times and durations whose source has whole seconds.
    case seconds([Int32])
    /// Times and durations in milliseconds, dates in days, integers, scaled numbers.
    case integers([Int64])
}

extension Column {
    package var count: Int {
        switch self {
        case .flags(let values): values.count
        case .codes(let values): values.count
        case .seconds(let values): values.count
        case .integers(let values): values.count
        }
    }

    /// The value of one row as an integer, `Missing.integer` when absent; seconds are widened to milliseconds.
    package func integer(at row: Int) -> Int64 {
        switch self {
        case .flags(let values): values[row] == Missing.flag ? Missing.integer : Int64(values[row])
        case .codes(let values): values[row] == Missing.code ? Missing.integer : Int64(values[row])
        case .seconds(let values): values[row] == Missing.seconds ? Missing.integer : Int64(values[row]) * 1000
        case .integers(let values): values[row]
        }
    }

    /// The rows at the given places, in that order; a negative place gives a missing value.
    package func gathered(_ rows: [Int32]) -> Column {
        switch self {
        case .flags(let values): .flags(rows.map { $0 < 0 ? Missing.flag : values[Int($0)] })
        case .codes(let values): .codes(rows.map { $0 < 0 ? Missing.code : values[Int($0)] })
        case .seconds(let values): .seconds(rows.map { $0 < 0 ? Missing.seconds : values[Int($0)] })
        case .integers(let values): .integers(rows.map { $0 < 0 ? Missing.integer : values[Int($0)] })
        }
    }

    /// The values of two sources, one after the other.
    package func joined(with other: Column) -> Column {
        switch (self, other) {
        case (.flags(let left), .flags(let right)): .flags(left + right)
        case (.codes(let left), .codes(let right)): .codes(left + right)
        case (.seconds(let left), .seconds(let right)): .seconds(left + right)
        default: .integers((0..<count).map { integer(at: $0) } + (0..<other.count).map { other.integer(at: $0) })
        }
    }
}
