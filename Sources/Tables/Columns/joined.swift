/// Columns of one meaning put end to end.
package func joined(_ columns: [Column]) -> Column {
    if columns.count == 1 { return columns[0].unpacked }
    let count = columns.reduce(0) { $0 + $1.count }
    let isOfSeconds = columns.allSatisfy { if case .seconds = $0 { true } else { false } }
    switch columns.first {
    case .flags:
        var all: [UInt8] = []
        all.reserveCapacity(count)
        for case .flags(let values) in columns { all += values }
        return .flags(all)
    case .codes, .labels:
        var all: [Int32] = []
        all.reserveCapacity(count)
        for column in columns {
            if case .codes(let values) = column.unpacked { all += values }
        }
        return .codes(all)
    case .seconds where isOfSeconds:
        var all: [Int32] = []
        all.reserveCapacity(count)
        for case .seconds(let values) in columns { all += values }
        return .seconds(all)
    case .seconds, .integers, .small, nil:
        var all: [Int64] = []
        all.reserveCapacity(count)
        for column in columns {
            if case .integers(let values) = column {
                all += values
            } else {
                for row in 0..<column.count { all.append(column.integer(at: row)) }
            }
        }
        return .integers(all)
    }
}
