/// Counts and sums by group and by number of the rows' word, in pages of neighbouring numbers that are made on first use:
/// a group meets few of all words, and common words have low numbers.
struct CellCounts: Sendable {
    /// By group and page of numbers, where the page begins; -1 for one that is not there.
    private var pages: [Int32] = []
    private var width = 1
    private(set) var counts: [Int32] = []
    /// By cell where its sums are; -1 for one whose rows are not added up, as most are. Empty where nothing is.
    private var sumPlaces: [Int32] = []
    private var sums: [[Int64]]

    private static let pageBits = 3

    /// - Parameter summed: how many values are added up.
    init(summed: Int) {
        sums = Array(repeating: [], count: summed)
    }

    @inline(never)
    private mutating func newCell(slot: Int32, code: Int32) -> Int32 {
        let page = Int(code) >> CellCounts.pageBits
        if page >= width { widen(to: page + 1) }
        let place = Int(slot) * width + page
        if place >= pages.count {
            pages.append(contentsOf: repeatElement(-1, count: (Int(slot) + 1) * width - pages.count))
        }
        if pages[place] < 0 {
            pages[place] = Int32(counts.count)
            counts.append(contentsOf: repeatElement(0, count: 1 << CellCounts.pageBits))
            if !sums.isEmpty { sumPlaces.append(contentsOf: repeatElement(-1, count: 1 << CellCounts.pageBits)) }
        }
        return pages[place] + code & (1 << Int32(CellCounts.pageBits) - 1)
    }

    /// Counts rows and returns their cells; those without a group count nowhere and have none.
    ///
    /// - Parameter isSummed: by number whether rows of the word are added up.
    mutating func count(slots: [Int32], codes: [Int32], isSummed: [Bool]) -> [Int32] {
        var cells = slots
        // Pages are made before anything is counted, so that counting is a walk over arrays that do not move.
        for row in slots.indices where slots[row] >= 0 {
            let cell = cell(slot: slots[row], code: codes[row])
            cells[row] = cell
            if isSummed[Int(codes[row])], sumPlaces[Int(cell)] < 0 {
                sumPlaces[Int(cell)] = Int32(sums[0].count)
                for sum in sums.indices { sums[sum].append(0) }
            }
        }
        var counts = counts.mutableSpan
        for row in cells.indices where cells[row] >= 0 { counts[Int(cells[row])] += 1 }
        return cells
    }

    @inline(__always)
    private mutating func cell(slot: Int32, code: Int32) -> Int32 {
        let page = Int(code) >> CellCounts.pageBits
        let place = Int(slot) * width + page
        if page < width, place < pages.count, pages[place] >= 0 {
            return pages[place] + code & (1 << Int32(CellCounts.pageBits) - 1)
        }
        return newCell(slot: slot, code: code)
    }

    /// Adds the values of rows to their cells, as far as their words are added up.
    mutating func add(_ values: [Int64], sum: Int, cells: [Int32], codes: [Int32], isSummed: [Bool]) {
        var sums = sums[sum].mutableSpan
        for row in cells.indices where cells[row] >= 0 && isSummed[Int(codes[row])] {
            sums[Int(sumPlaces[Int(cells[row])])] += values[row]
        }
    }

    func sum(_ sum: Int, cell: Int) -> Int64 {
        let place = Int(sumPlaces[cell])
        return place < 0 ? 0 : sums[sum][place]
    }

    /// Every cell that has rows, by group and number.
    func forEach(_ body: (_ slot: Int, _ code: Int, _ cell: Int) -> Void) {
        for (place, start) in pages.enumerated() where start >= 0 {
            for offset in 0..<1 << CellCounts.pageBits where counts[Int(start) + offset] > 0 {
                body(place / width, (place % width) << CellCounts.pageBits + offset, Int(start) + offset)
            }
        }
    }

    private mutating func widen(to least: Int) {
        var wider = width
        while wider < least { wider *= 2 }
        var moved = [Int32](repeating: -1, count: pages.count / width * wider)
        for (place, start) in pages.enumerated() { moved[place / width * wider + place % width] = start }
        (pages, width) = (moved, wider)
    }
}
