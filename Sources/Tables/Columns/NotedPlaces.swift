/// Where single rows of a source stand in their files, in little more than two bytes for one that follows another at once.
struct NotedPlaces: Sendable {
    /// Rows that follow one another, on one line after the other; not many, so that the place of each is soon told.
    private struct Stretch: Sendable {
        let row: Int32
        let line: Int32
        let offset: Int64
        /// Where the lengths of its rows begin.
        let first: Int
    }

    private var stretches: [Stretch] = []
    private var lengths: [UInt16] = []
    /// Those that do not fit.
    private var long: [Int: Int32] = [:]
    /// The row, line and offset that would follow the last.
    private var next: (row: Int32, line: Int32, offset: Int64) = (-1, 0, 0)

    private static let isLong = UInt16.max
    private static let reach = 128

    var isEmpty: Bool { stretches.isEmpty }

    /// Notes a row after those noted before.
    mutating func note(row: Int32, offset: Int64, length: Int32, line: Int32) {
        let follows = row == next.row && offset == next.offset && line == next.line
        if !follows || lengths.count - (stretches.last?.first ?? 0) == NotedPlaces.reach {
            stretches.append(Stretch(row: row, line: line, offset: offset, first: lengths.count))
        }
        if UInt32(bitPattern: length) >= UInt32(NotedPlaces.isLong) { long[lengths.count] = length }
        lengths.append(UInt16(truncatingIfNeeded: min(UInt32(bitPattern: length), UInt32(NotedPlaces.isLong))))
        next = (row + 1, line &+ 1, offset + Int64(length))
    }

    /// Adds rows noted elsewhere, whose numbers begin at `firstRow` and whose lines at `lineBase`.
    mutating func append(_ more: NotedPlaces, firstRow: Int32, lineBase: Int32) {
        let before = lengths.count
        for stretch in more.stretches {
            stretches.append(
                Stretch(
                    row: stretch.row + firstRow, line: stretch.line &+ lineBase, offset: stretch.offset,
                    first: stretch.first + before))
        }
        lengths += more.lengths
        for (place, length) in more.long { long[before + place] = length }
        // Rows of another chunk begin a stretch of their own.
        next = (-1, 0, 0)
    }

    /// The place of a row; nothing where it is not noted.
    func place(of row: Int) -> (offset: Int64, length: Int32, line: Int32)? {
        var (low, high) = (0, stretches.count)
        while low < high {
            let middle = (low + high) / 2
            if Int(stretches[middle].row) <= row { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return nil }
        var walk = Walk(self, from: low - 1)
        return walk.place(of: row)
    }

    private func rows(of stretch: Int) -> Int {
        (stretch + 1 < stretches.count ? stretches[stretch + 1].first : lengths.count) - stretches[stretch].first
    }

    private func length(at place: Int) -> Int32 {
        lengths[place] == NotedPlaces.isLong ? long[place] ?? 0 : Int32(lengths[place])
    }

    /// Where rows, asked for in ascending order, stand.
    struct Walk {
        private let places: NotedPlaces
        private var stretch: Int
        /// How far into the stretch the walk is, and the offset there.
        private var step = 0
        private var offset: Int64 = 0

        init(_ places: NotedPlaces, from stretch: Int = 0) {
            self.places = places
            self.stretch = stretch
            if stretch < places.stretches.count { offset = places.stretches[stretch].offset }
        }

        mutating func place(of row: Int) -> (offset: Int64, length: Int32, line: Int32)? {
            while stretch + 1 < places.stretches.count, Int(places.stretches[stretch + 1].row) <= row {
                stretch += 1
                (step, offset) = (0, places.stretches[stretch].offset)
            }
            guard stretch < places.stretches.count else { return nil }
            let mine = places.stretches[stretch]
            let wanted = row - Int(mine.row)
            guard wanted >= 0, wanted < places.rows(of: stretch) else { return nil }
            while step < wanted {
                offset += Int64(places.length(at: mine.first + step))
                step += 1
            }
            return (offset, places.length(at: mine.first + wanted), mine.line + Int32(wanted))
        }
    }
}
