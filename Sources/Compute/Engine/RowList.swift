/// Which rows of a table a batch holds: neighbours, or any rows in any order.
enum RowList: Sendable {
    case range(Range<Int>)
    case list([Int32])

    var count: Int {
        switch self {
        case .range(let rows): rows.count
        case .list(let rows): rows.count
        }
    }

    /// The row at a place of the batch.
    func row(at place: Int) -> Int32 {
        switch self {
        case .range(let rows): Int32(rows.lowerBound + place)
        case .list(let rows): rows[place]
        }
    }

    /// The same rows, replaced by what they stand for in a parent table; nothing means that both have the same rows.
    func mapped(through parents: [Int32]?) -> RowList {
        guard let parents else { return self }
        switch self {
        case .range(let rows): return .list(Array(parents[rows]))
        case .list(let rows): return .list(rows.map { $0 < 0 ? -1 : parents[Int($0)] })
        }
    }
}
