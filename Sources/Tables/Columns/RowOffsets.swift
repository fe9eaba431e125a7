/// The byte offset of each row's record in its file.
package enum RowOffsets: Sendable {
    case listed([Int64])
    /// Where none is beyond the first four gigabytes of its file.
    case near([UInt32])
    /// Those of a source's records: of all, or of the given ones.
    case placed(RecordPlaces, rows: [Int32]?)

    package subscript(row: Int) -> Int64 {
        switch self {
        case .listed(let offsets): offsets[row]
        case .near(let offsets): Int64(offsets[row])
        case .placed(let places, let rows): places.offset(of: rows.map { Int($0[row]) } ?? row)
        }
    }

    /// Those of the first so many rows, one by one.
    package func listed(_ count: Int) -> [Int64] {
        switch self {
        case .listed(let offsets): offsets
        case .near(let offsets): offsets.map { Int64($0) }
        case .placed(let places, let rows): places.offsets(count, of: rows)
        }
    }

    /// Those of the first so many rows, then of as many others: one table's after another's.
    package func joined(_ count: Int, with other: RowOffsets, _ others: Int) -> RowOffsets {
        let (mine, theirs) = (listed(count), other.listed(others))
        guard (mine + theirs).allSatisfy({ UInt32(exactly: $0) != nil }) else { return .listed(mine + theirs) }
        var all: [UInt32] = []
        all.reserveCapacity(mine.count + theirs.count)
        for offset in mine { all.append(UInt32(truncatingIfNeeded: offset)) }
        for offset in theirs { all.append(UInt32(truncatingIfNeeded: offset)) }
        return .near(all)
    }
}
