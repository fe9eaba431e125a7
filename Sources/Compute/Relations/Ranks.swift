import Tables

/// What rows are ordered by; the column's own values where they can be read one by one.
enum Ranks {
    case seconds([Int32])
    case integers([Int64])

    init(of column: Column) {
        switch column {
        case .seconds(let values): self = .seconds(values)
        case .integers(let values): self = .integers(values)
        case .flags, .codes, .labels, .small: self = .integers((0..<column.count).map { column.integer(at: $0) })
        }
    }

    subscript(row: Int) -> Int64 {
        switch self {
        case .seconds(let values): values[row] == Missing.seconds ? Missing.integer : Int64(values[row])
        case .integers(let values): values[row]
        }
    }
}
