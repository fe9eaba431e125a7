/// Where each record of a source stands in its file, in little more than two bytes a record: most follow the one before.
package struct RecordPlaces: Sendable {
    /// A record whose place is known without those before it.
    private struct Anchor: Sendable {
        let row: Int
        let offset: Int64
        let line: Int32
    }

    /// In bytes; `long` holds those that do not fit.
    private var lengths: [UInt16] = []
    private var long: [Int: Int32] = [:]
    /// Ascending, none more than `reach` rows after the one before.
    private var anchors: [Anchor] = []
    private var next: (offset: Int64, line: Int32) = (-1, 0)

    /// The places of the only rows that somebody may ask for, ascending, where it is not all of them.
    private var noted: [Place] = []

    private struct Place: Sendable {
        let row: Int32
        let length: Int32
        let line: Int32
        let offset: Int64
    }

    private static let isLong = UInt16.max
    private static let reach = 128

    package init() {}

    package var count: Int { lengths.count }

    package mutating func reserve(_ count: Int) {
        lengths.reserveCapacity(count)
    }

    /// Adds the next records: their byte offsets and lengths in their file, and the lines that they begin on, counted from
    /// `lineBase`.
    package mutating func append(offsets: [Int64], lengths more: [Int32], lines: [Int32], lineBase: Int32 = 0) {
        var row = lengths.count
        var anchor = anchors.last?.row ?? 0
        var next = next
        for (offset, (length, line)) in zip(offsets, zip(more, lines)) {
            let line = line &+ lineBase
            if (offset, line) != next || row - anchor >= RecordPlaces.reach {
                anchors.append(Anchor(row: row, offset: offset, line: line))
                anchor = row
            }
            if length >= Int32(RecordPlaces.isLong) || length < 0 {
                lengths.append(RecordPlaces.isLong)
                long[row] = length
            } else {
                lengths.append(UInt16(length))
            }
            next = (offset + Int64(length), line &+ 1)
            row += 1
        }
        self.next = next
    }

    /// Notes the place of one row by itself, after those noted before, when nobody will ask for the rows between.
    package mutating func note(row: Int32, offset: Int64, length: Int32, line: Int32) {
        noted.append(Place(row: row, length: length, line: line, offset: offset))
    }

    /// Where rows, asked for in ascending order, stand in their files.
    package struct Walk {
        private let places: RecordPlaces
        private var next = 0

        fileprivate init(_ places: RecordPlaces) {
            self.places = places
        }

        package mutating func place(of row: Int) -> (offset: Int64, length: Int32, line: Int32) {
            let noted = places.noted
            while next < noted.count, Int(noted[next].row) < row { next += 1 }
            if next < noted.count, Int(noted[next].row) == row {
                return (noted[next].offset, noted[next].length, noted[next].line)
            }
            return (places.offset(of: row), places.length(of: row), places.line(of: row))
        }
    }

    package var walk: Walk { Walk(self) }

    package func offset(of row: Int) -> Int64 {
        if let place = place(of: row) { return place.offset }
        let anchor = anchor(before: row)
        return (anchor.row..<row).reduce(anchor.offset) { $0 + Int64(length(of: $1)) }
    }

    /// The offsets of the first so many records, or of so many of the given rows, which ascend.
    package func offsets(_ count: Int, of rows: [Int32]?) -> [Int64] {
        guard noted.isEmpty, !anchors.isEmpty else {
            return (0..<count).map { place in offset(of: rows.map { Int($0[place]) } ?? place) }
        }
        var next = 0
        var (row, end) = (anchors[0].row, anchors[0].offset)
        return (0..<count).map { place in
            let wanted = rows.map { Int($0[place]) } ?? place
            while next < anchors.count, anchors[next].row <= wanted {
                (row, end) = (anchors[next].row, anchors[next].offset)
                next += 1
            }
            while row < wanted {
                end += Int64(length(of: row))
                row += 1
            }
            return end
        }
    }

    package func length(of row: Int) -> Int32 {
        if let place = place(of: row) { return place.length }
        return lengths[row] == RecordPlaces.isLong ? long[row] ?? 0 : Int32(lengths[row])
    }

    package func line(of row: Int) -> Int32 {
        if let place = place(of: row) { return place.line }
        let anchor = anchor(before: row)
        return anchor.line + Int32(row - anchor.row)
    }

    /// The place of a row that was noted by itself.
    private func place(of row: Int) -> Place? {
        var (low, high) = (0, noted.count)
        while low < high {
            let middle = (low + high) / 2
            if Int(noted[middle].row) < row { low = middle + 1 } else { high = middle }
        }
        return low < noted.count && Int(noted[low].row) == row ? noted[low] : nil
    }

    private func anchor(before row: Int) -> Anchor {
        var (low, high) = (0, anchors.count)
        while low + 1 < high {
            let middle = (low + high) / 2
            if anchors[middle].row <= row { low = middle } else { high = middle }
        }
        return anchors[low]
    }
}
