/// Many counts that are mostly small: as wide each as the greatest of them asks for.
enum SlimCounts: Sendable {
    case bytes([UInt8])
    case shorts([UInt16])
    case words([Int32])

    /// None yet.
    init() { self = .bytes([]) }

    var count: Int {
        switch self {
        case .bytes(let counts): counts.count
        case .shorts(let counts): counts.count
        case .words(let counts): counts.count
        }
    }

    subscript(place: Int) -> Int32 {
        switch self {
        case .bytes(let counts): Int32(counts[place])
        case .shorts(let counts): Int32(counts[place])
        case .words(let counts): counts[place]
        }
    }

    /// Makes room for so many, which begin with 0.
    mutating func makeRoom(for count: Int) {
        let more = count - self.count
        switch self {
        case .bytes(var counts):
            self = .bytes([])
            counts.append(contentsOf: repeatElement(0, count: more))
            self = .bytes(counts)
        case .shorts(var counts):
            self = .bytes([])
            counts.append(contentsOf: repeatElement(0, count: more))
            self = .shorts(counts)
        case .words(var counts):
            self = .bytes([])
            counts.append(contentsOf: repeatElement(0, count: more))
            self = .words(counts)
        }
    }

    /// The same in rows of more places.
    func widened(from width: Int, to wider: Int, rows: Int) -> SlimCounts {
        switch self {
        case .bytes(let counts): .bytes(SlimCounts.widened(counts, from: width, to: wider, rows))
        case .shorts(let counts): .shorts(SlimCounts.widened(counts, from: width, to: wider, rows))
        case .words(let counts): .words(SlimCounts.widened(counts, from: width, to: wider, rows))
        }
    }

    /// Adds the rows of cells: those of a code to its place in the row of the cell's slot, those of a place below zero nowhere.
    mutating func add(_ cells: [SpaceTally.Cell], places: [Int], width: Int) {
        var next = 0
        while next < cells.count {
            // What does not fit is added once there is room for it.
            switch self {
            case .bytes(var counts):
                self = .bytes([])
                next = SlimCounts.add(cells, from: next, places, width, to: &counts)
                self = next == cells.count ? .bytes(counts) : .shorts(counts.map { UInt16($0) })
            case .shorts(var counts):
                self = .shorts([])
                next = SlimCounts.add(cells, from: next, places, width, to: &counts)
                self = next == cells.count ? .shorts(counts) : .words(counts.map { Int32($0) })
            case .words(var counts):
                self = .words([])
                next = SlimCounts.add(cells, from: next, places, width, to: &counts)
                precondition(next == cells.count, "more than two thousand million rows are in one cell")
                self = .words(counts)
            }
        }
    }

    /// Adds others by row and place: `rows` and `places` are here what theirs are there.
    mutating func add(_ other: SlimCounts, rows: [Int32], places: [Int], width: Int) {
        switch other {
        case .bytes(let theirs): add(theirs, rows, places, width)
        case .shorts(let theirs): add(theirs, rows, places, width)
        case .words(let theirs): add(theirs, rows, places, width)
        }
    }

    private mutating func add<Theirs: FixedWidthInteger>(
        _ theirs: [Theirs], _ rows: [Int32], _ places: [Int], _ width: Int
    ) {
        var next = 0
        while next < theirs.count {
            switch self {
            case .bytes(var counts):
                self = .bytes([])
                next = SlimCounts.add(theirs, from: next, rows, places, width, to: &counts)
                self = next == theirs.count ? .bytes(counts) : .shorts(counts.map { UInt16($0) })
            case .shorts(var counts):
                self = .shorts([])
                next = SlimCounts.add(theirs, from: next, rows, places, width, to: &counts)
                self = next == theirs.count ? .shorts(counts) : .words(counts.map { Int32($0) })
            case .words(var counts):
                self = .words([])
                next = SlimCounts.add(theirs, from: next, rows, places, width, to: &counts)
                precondition(next == theirs.count, "more than two thousand million rows are in one cell")
                self = .words(counts)
            }
        }
    }

    /// By place of a row of them what the rows before some rows add up to, and those rows: none, the first, the first two.
    func runningTotals(over rows: some Collection<Int>, width: Int) -> [Int] {
        switch self {
        case .bytes(let counts): SlimCounts.totals(counts, rows, width)
        case .shorts(let counts): SlimCounts.totals(counts, rows, width)
        case .words(let counts): SlimCounts.totals(counts, rows, width)
        }
    }

    /// Gives back the first cell that does not fit.
    private static func add<Number: FixedWidthInteger>(
        _ cells: [SpaceTally.Cell], from first: Int, _ places: [Int], _ width: Int, to counts: inout [Number]
    ) -> Int {
        var counts = counts.mutableSpan
        let (cells, places) = (cells.span, places.span)
        for next in first..<cells.count {
            let place = places[Int(cells[next].code)]
            if place < 0 { continue }
            let at = Int(cells[next].slot) * width + place
            let sum = Int(counts[at]) + Int(cells[next].rows)
            if sum > Int(Number.max) { return next }
            counts[at] = Number(truncatingIfNeeded: sum)
        }
        return cells.count
    }

    /// Gives back the first that does not fit.
    private static func add<Number: FixedWidthInteger, Theirs: FixedWidthInteger>(
        _ theirs: [Theirs], from first: Int, _ rows: [Int32], _ places: [Int], _ width: Int, to counts: inout [Number]
    ) -> Int {
        var counts = counts.mutableSpan
        let (theirs, places) = (theirs.span, places.span)
        var (row, place) = first.quotientAndRemainder(dividingBy: max(1, places.count))
        for next in first..<theirs.count {
            if theirs[next] != 0 {
                let at = Int(rows[row]) * width + places[place]
                let sum = Int(counts[at]) + Int(theirs[next])
                if sum > Int(Number.max) { return next }
                counts[at] = Number(truncatingIfNeeded: sum)
            }
            place += 1
            if place == places.count { (row, place) = (row + 1, 0) }
        }
        return theirs.count
    }

    private static func widened<Number: FixedWidthInteger>(
        _ counts: [Number], from width: Int, to wider: Int, _ rows: Int
    ) -> [Number] {
        var all = [Number](repeating: 0, count: rows * wider)
        for row in 0..<rows {
            for place in 0..<width { all[row * wider + place] = counts[row * width + place] }
        }
        return all
    }

    private static func totals<Number: FixedWidthInteger>(
        _ counts: [Number], _ rows: some Collection<Int>, _ width: Int
    ) -> [Int] {
        var totals = Array(repeating: 0, count: width)
        totals.reserveCapacity(width * (rows.count + 1))
        let counts = counts.span
        for row in rows {
            let before = totals.count - width
            for place in 0..<width { totals.append(totals[before + place] + Int(counts[row * width + place])) }
        }
        return totals
    }
}
