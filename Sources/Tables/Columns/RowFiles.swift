/// Which file each row of a table came from, kept as stretches of neighbours: tables are in the order of their files.
package struct RowFiles: Sendable, Hashable, RandomAccessCollection {
    /// Rows that stand next to each other and came from one file.
    package struct Stretch: Sendable, Hashable {
        package let file: Int32
        package fileprivate(set) var rows: Range<Int>
    }

    package private(set) var stretches: [Stretch] = []

    package init() {}

    package init(_ files: some Sequence<Int32>) {
        for file in files { append(file, count: 1) }
    }

    package var startIndex: Int { 0 }
    package var endIndex: Int { stretches.last?.rows.upperBound ?? 0 }

    package subscript(row: Int) -> Int32 {
        var (low, high) = (0, stretches.count)
        while low + 1 < high {
            let middle = (low + high) / 2
            if stretches[middle].rows.lowerBound <= row { low = middle } else { high = middle }
        }
        precondition(stretches[low].rows.contains(row), "no such row")
        return stretches[low].file
    }

    /// Adds rows of one file.
    package mutating func append(_ file: Int32, count: Int) {
        guard count > 0 else { return }
        let start = endIndex
        if let last = stretches.indices.last, stretches[last].file == file {
            stretches[last].rows = stretches[last].rows.lowerBound..<start + count
        } else {
            stretches.append(Stretch(file: file, rows: start..<start + count))
        }
    }
}
