/// The byte offset of each row's record in its file.
package enum RowOffsets: Sendable {
    case listed([Int64])
    /// Those of a source's records: of all, or of the given ones.
    case placed(RecordPlaces, rows: [Int32]?)

    package subscript(row: Int) -> Int64 {
        switch self {
        case .listed(let offsets): offsets[row]
        case .placed(let places, let rows): places.offset(of: rows.map { Int($0[row]) } ?? row)
        }
    }

    /// Those of the first so many rows, one by one.
    package func listed(_ count: Int) -> [Int64] {
        switch self {
        case .listed(let offsets): offsets
        case .placed(let places, let rows): places.offsets(count, of: rows)
        }
    }
}
