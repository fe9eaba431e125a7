/// The values of one column, contiguous and as narrow as its type allows. See `Missing` for absent values.
package enum Column: Sendable, Hashable {
    /// Yes/no: 0, 1 or `Missing.flag`.
    case flags([UInt8])
    /// Text, ids, categories, pseudonyms: codes of the run's `Names`.
    case codes([Int32])
    /// The same where few texts occur: places among their codes, or `Missing.label`.
    case labels([UInt8], of: [Int32])
    /// Times and durations whose source has whole seconds.
    case seconds([Int32])
    /// Times and durations in milliseconds, dates in days, integers, scaled numbers.
    case integers([Int64])
    /// Integers that fit two bytes.
    case small([Int16])
}

extension Column {
    package var count: Int {
        switch self {
        case .flags(let values): values.count
        case .codes(let values): values.count
        case .labels(let values, of: _): values.count
        case .seconds(let values): values.count
        case .integers(let values): values.count
        case .small(let values): values.count
        }
    }

    /// The value of one row as an integer, `Missing.integer` when absent; seconds are widened to milliseconds.
    @inlinable
    package func integer(at row: Int) -> Int64 {
        switch self {
        case .flags(let values): values[row] == Missing.flag ? Missing.integer : Int64(values[row])
        case .codes(let values): values[row] == Missing.code ? Missing.integer : Int64(values[row])
        case .labels(let values, of: let codes):
            values[row] == Missing.label ? Missing.integer : Int64(codes[Int(values[row])])
        case .seconds(let values): values[row] == Missing.seconds ? Missing.integer : Int64(values[row]) * 1000
        case .integers(let values): values[row]
        case .small(let values): values[row] == Missing.small ? Missing.integer : Int64(values[row])
        }
    }

    /// The rows at the given places, in that order; a negative place gives a missing value.
    package func gathered(_ rows: [Int32]) -> Column {
        switch self {
        case .flags(let values): .flags(rows.map { $0 < 0 ? Missing.flag : values[Int($0)] })
        case .codes(let values): .codes(rows.map { $0 < 0 ? Missing.code : values[Int($0)] })
        case .labels(let values, of: let codes):
            .labels(rows.map { $0 < 0 ? Missing.label : values[Int($0)] }, of: codes)
        case .seconds(let values): .seconds(rows.map { $0 < 0 ? Missing.seconds : values[Int($0)] })
        case .integers(let values): .integers(rows.map { $0 < 0 ? Missing.integer : values[Int($0)] })
        case .small(let values): .small(rows.map { $0 < 0 ? Missing.small : values[Int($0)] })
        }
    }

    /// The values of two sources, one after the other.
    package func joined(with other: Column) -> Column {
        switch (self, other) {
        case (.flags(let left), .flags(let right)): .flags(together(left, right))
        case (.codes(let left), .codes(let right)): .codes(together(left, right))
        case (.labels(let left, of: let codes), .labels(let right, of: let others))
        where Set(codes + others).count <= Int(Missing.label):
            Column.joined(left, codes, with: right, others)
        case (.labels, _), (_, .labels): unpacked.joined(with: other.unpacked)
        case (.seconds(let left), .seconds(let right)): .seconds(together(left, right))
        default:
            .integers(together((0..<count).map { integer(at: $0) }, (0..<other.count).map { other.integer(at: $0) }))
        }
    }

    /// Labels of two sources, those of the second by their place among the codes of both.
    private static func joined(_ left: [UInt8], _ codes: [Int32], with right: [UInt8], _ others: [Int32]) -> Column {
        var all = codes
        var places = [UInt8](repeating: Missing.label, count: Int(Missing.label) + 1)
        for (label, code) in others.enumerated() {
            let place = all.firstIndex(of: code) ?? all.count
            if place == all.count { all.append(code) }
            places[label] = UInt8(place)
        }
        return .labels(together(left, right.map { places[Int($0)] }), of: all)
    }

    /// The same column with a code for each row, where labels are kept.
    package var unpacked: Column {
        guard case .labels(let values, of: let codes) = self else { return self }
        return .codes(Column.codes(values[...], of: codes))
    }

    /// The codes that labels stand for.
    package static func codes(_ labels: ArraySlice<UInt8>, of codes: [Int32]) -> [Int32] {
        let table = codes + Array(repeating: Missing.code, count: Int(Missing.label) + 1 - codes.count)
        return labels.map { table[Int($0)] }
    }
}

/// One after the other, without room for more: a table's columns stay as they are.
private func together<Value>(_ first: [Value], _ second: [Value]) -> [Value] {
    var all: [Value] = []
    all.reserveCapacity(first.count + second.count)
    all += first
    all += second
    return all
}
