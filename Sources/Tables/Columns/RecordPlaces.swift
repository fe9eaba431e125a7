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

    /// The places of the only rows that somebody may ask for, where it is not all of them.
    private var noted = NotedPlaces()

    private static let isLong = UInt16.max
    private static let reach = 128

    package init() {}

    /// Records with their byte offsets and lengths in their file, and the lines that they begin on.
    package init(offsets: [Int64], lengths: [Int32], lines: [Int32]) {
        for first in stride(from: 0, to: offsets.count, by: RecordPlaces.reach) {
            let stretch = first..<min(first + RecordPlaces.reach, offsets.count)
            anchors.append(Anchor(row: first, offset: offsets[first], line: lines[first]))
            if RecordPlaces.gaps(offsets.span, lengths.span, lines.span, stretch) == 0 { continue }
            for row in stretch.dropFirst()
            where RecordPlaces.gaps(offsets.span, lengths.span, lines.span, row - 1..<row + 1) != 0 {
                anchors.append(Anchor(row: row, offset: offsets[row], line: lines[row]))
            }
        }
        self.lengths = lengths.map {
            UInt16(truncatingIfNeeded: min(UInt32(bitPattern: $0), UInt32(RecordPlaces.isLong)))
        }
        for row in lengths.indices where self.lengths[row] == RecordPlaces.isLong { long[row] = lengths[row] }
    }

    /// Records of so many bytes, fewer than `UInt16.max`, each on the line after the one before it and following it at once.
    package init(offset: Int64, line: Int32, lengths: [UInt16]) {
        self.lengths = lengths
        var offset = offset
        for first in stride(from: 0, to: lengths.count, by: RecordPlaces.reach) {
            anchors.append(Anchor(row: first, offset: offset, line: line &+ Int32(first)))
            offset += lengths.span.extracting(first..<min(first + RecordPlaces.reach, lengths.count)).sum
        }
    }

    /// Zero when each of some records follows the one before it at once, on the next line.
    private static func gaps(
        _ offsets: Span<Int64>, _ lengths: Span<Int32>, _ lines: Span<Int32>, _ rows: Range<Int>
    ) -> Int64 {
        var gaps: Int64 = 0
        for row in rows.dropFirst() {
            gaps |= offsets[row] &- offsets[row - 1] &- Int64(lengths[row - 1])
            gaps |= Int64(lines[row] &- lines[row - 1] &- 1)
        }
        return gaps
    }

    package var count: Int { lengths.count }

    package mutating func reserve(_ count: Int) {
        lengths.reserveCapacity(count)
    }

    /// Adds the next records, whose lines are counted from `lineBase`.
    package mutating func append(_ more: RecordPlaces, lineBase: Int32) {
        let first = count
        lengths += more.lengths
        for (row, length) in more.long { long[first + row] = length }
        for anchor in more.anchors {
            anchors.append(Anchor(row: first + anchor.row, offset: anchor.offset, line: anchor.line &+ lineBase))
        }
    }

    /// Notes the place of one row by itself, after those noted before, when nobody will ask for the rows between.
    package mutating func note(row: Int32, offset: Int64, length: Int32, line: Int32) {
        noted.note(row: row, offset: offset, length: length, line: line)
    }

    /// Adds rows that were noted by themselves, counted from `firstRow` and on lines counted from `lineBase`.
    package mutating func append(noted more: RecordPlaces, firstRow: Int32, lineBase: Int32) {
        noted.append(more.noted, firstRow: firstRow, lineBase: lineBase)
    }

    /// Where rows, asked for in ascending order, stand in their files.
    package struct Walk {
        private let places: RecordPlaces
        private var noted: NotedPlaces.Walk
        private var nextAnchor = 0
        private var row = 0
        private var offset: Int64 = 0

        fileprivate init(_ places: RecordPlaces) {
            self.places = places
            noted = NotedPlaces.Walk(places.noted)
        }

        package mutating func place(of wanted: Int) -> (offset: Int64, length: Int32, line: Int32) {
            if let place = noted.place(of: wanted) { return place }
            let anchors = places.anchors
            while nextAnchor < anchors.count, anchors[nextAnchor].row <= wanted {
                (row, offset) = (anchors[nextAnchor].row, anchors[nextAnchor].offset)
                nextAnchor += 1
            }
            while row < wanted {
                offset += Int64(places.heldLength(of: row))
                row += 1
            }
            let anchor = anchors[nextAnchor - 1]
            return (offset, places.heldLength(of: wanted), anchor.line + Int32(wanted - anchor.row))
        }
    }

    package var walk: Walk { Walk(self) }

    package func offset(of row: Int) -> Int64 {
        if let place = noted.place(of: row) { return place.offset }
        let anchor = anchor(before: row)
        return (anchor.row..<row).reduce(anchor.offset) { $0 + Int64(heldLength(of: $1)) }
    }

    /// The offsets of the first so many records, or of so many of the given rows, which ascend.
    package func offsets(_ count: Int, of rows: [Int32]?) -> [Int64] {
        var walk = walk
        return (0..<count).map { place in walk.place(of: rows.map { Int($0[place]) } ?? place).offset }
    }

    package func length(of row: Int) -> Int32 {
        noted.place(of: row)?.length ?? heldLength(of: row)
    }

    private func heldLength(of row: Int) -> Int32 {
        lengths[row] == RecordPlaces.isLong ? long[row] ?? 0 : Int32(lengths[row])
    }

    package func line(of row: Int) -> Int32 {
        if let place = noted.place(of: row) { return place.line }
        let anchor = anchor(before: row)
        return anchor.line + Int32(row - anchor.row)
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

extension Span<UInt16> {
    fileprivate var sum: Int64 {
        var sum: Int64 = 0
        for place in indices { sum += Int64(self[place]) }
        return sum
    }
}
