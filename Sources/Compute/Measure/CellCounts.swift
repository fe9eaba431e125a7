/// Counts by group and by number of the rows' word, in pages of neighbouring numbers that are made on first use: a group
/// meets few of all words, and common words have low numbers.
struct CellCounts: Sendable {
    /// By group and page of numbers, where the page begins; -1 for one that is not there.
    private var pages: [Int32] = []
    private var width = 1
    private var counts: [Int32] = []

    private static let pageBits = 3

    /// Counts some rows.
    ///
    /// - Parameters:
    ///   - slots: by row its group, of so many groups.
    ///   - codes: by row its word, whose number is in `numbers`.
    mutating func count(_ rows: [Int32], slots: [Int32], codes: [Int32], numbers: [Int32], groups: Int) {
        if pages.count < groups * width {
            pages.append(contentsOf: repeatElement(-1, count: groups * width - pages.count))
        }
        var next = 0
        while true {
            next = CellCounts.count(rows, from: next, slots, codes, numbers, pages, width, in: &counts)
            if next == rows.count { return }
            let row = Int(rows[next])
            makePage(slot: Int(slots[row]), page: Int(numbers[Int(codes[row])]) >> CellCounts.pageBits)
        }
    }

    /// Counts rows up to the first whose page is not there, which is returned.
    private static func count(
        _ rows: [Int32], from first: Int, _ slots: [Int32], _ codes: [Int32], _ numbers: [Int32],
        _ pages: [Int32], _ width: Int, in counts: inout [Int32]
    ) -> Int {
        // Spans ask once, not twice, whether a place is there.
        let (rows, slots, codes, numbers, pages) = (rows.span, slots.span, codes.span, numbers.span, pages.span)
        var counts = counts.mutableSpan
        for place in first..<rows.count {
            let row = Int(rows[place])
            let code = Int(numbers[Int(codes[row])])
            let page = code >> pageBits
            if page >= width { return place }
            let start = Int(pages[Int(slots[row]) * width + page])
            if start < 0 { return place }
            counts[start + code & (1 << pageBits - 1)] += 1
        }
        return rows.count
    }

    private mutating func makePage(slot: Int, page: Int) {
        if page >= width { widen(to: page + 1) }
        pages[slot * width + page] = Int32(counts.count)
        counts.append(contentsOf: repeatElement(0, count: 1 << CellCounts.pageBits))
    }

    /// Every cell that has rows, by group and number.
    func forEach(_ body: (_ slot: Int, _ code: Int, _ rows: Int32) -> Void) {
        for (place, start) in pages.enumerated() where start >= 0 {
            for offset in 0..<1 << CellCounts.pageBits where counts[Int(start) + offset] > 0 {
                body(
                    place / width, (place % width) << CellCounts.pageBits + offset, counts[Int(start) + offset])
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
