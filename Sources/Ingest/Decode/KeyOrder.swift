/// The order of a key's texts in some rows, as far as it shows that no two are equal: with texts that ascend strictly no
/// table of them is needed.
struct KeyOrder: Sendable {
    /// The first and the last text; nothing without any.
    private(set) var ends: (first: [UInt8], last: [UInt8])?
    private(set) var ascends = true
    /// Whether two neighbours are equal, or a file begins before the end of one before it, as it does when both have the same
    /// rows: other means would find equal keys as well.
    private(set) var repeats = false
    /// What the keys of malformed records seem to be, in the file that is being read and in those before it.
    private(set) var seeming: [[UInt8]] = []
    private var seemingBefore: [[UInt8]] = []
    /// Whether a file may hold the correction of a malformed record of one before it.
    private(set) var mayCorrect = false
    /// Whether no row of the file has been added.
    private var isAtBeginning = true

    /// More malformed records than this are not asked about one by one.
    private static let mostSeeming = 10_000

    init() {}

    /// The order of a chunk's cells, whose text is read in place.
    init(_ cells: CellColumn) {
        var walk = Walk()
        for row in 0..<cells.count {
            let cell = cells[row]
            if !cell.isMissing { walk.add(cells.text.span, cell) }
        }
        self.init(walk, cells.text)
    }

    init(_ walk: Walk, _ text: [UInt8]) {
        (ascends, repeats) = (walk.ascends, walk.repeats)
        isAtBeginning = false
        if let first = walk.first { ends = (Array(text[first.range]), Array(text[walk.last.range])) }
    }

    /// The cells of a text that have been looked at, one after the other.
    struct Walk {
        fileprivate private(set) var first: RecordBatch.Cell?
        fileprivate private(set) var last = RecordBatch.Cell.missing
        fileprivate private(set) var ascends = true
        fileprivate private(set) var repeats = false
        private var words = KeyWords.none

        /// Looks at the next cell that is not missing.
        @inline(__always)
        mutating func add(_ text: Span<UInt8>, _ cell: RecordBatch.Cell) {
            let mine = KeyWords(text, cell)
            if first == nil {
                first = cell
            } else {
                let isNext =
                    mine.length > 0 && words.length == mine.length
                    ? words.precede(mine) : precedes(text, last, cell)
                if !isNext {
                    ascends = false
                    if !precedes(text, cell, last) { repeats = true }
                }
            }
            last = cell
            words = mine
        }
    }

    /// Notes what the keys of malformed records seem to be.
    mutating func note(seeming cells: CellColumn) {
        for row in 0..<cells.count where !cells[row].isMissing { seeming.append(Array(cells.text[cells[row].range])) }
    }

    /// The rows of the next file follow.
    mutating func beginFile() {
        seemingBefore += seeming
        seeming = []
        isAtBeginning = true
        if seemingBefore.count > KeyOrder.mostSeeming { mayCorrect = true }
    }

    /// Adds the rows that come next.
    mutating func append(_ next: KeyOrder) {
        seeming += next.seeming
        ascends = ascends && next.ascends
        repeats = repeats || next.repeats
        guard let more = next.ends else { return }
        if let mine = ends, !mine.last.lexicographicallyPrecedes(more.first) {
            ascends = false
            if isAtBeginning || mine.last == more.first { repeats = true }
        }
        isAtBeginning = false
        mayCorrect =
            mayCorrect
            || seemingBefore.contains { key in
                !key.lexicographicallyPrecedes(more.first) && !more.last.lexicographicallyPrecedes(key)
            }
        ends = (ends?.first ?? more.first, more.last)
    }
}

/// A key of eight to sixteen bytes as its first and its last eight, which may overlap, the first byte the highest: of two of
/// one length they say which comes first.
private struct KeyWords {
    private let head: UInt64
    private let tail: UInt64
    /// 0 for a key of another length.
    let length: Int

    /// Those of no key.
    static let none = KeyWords(head: 0, tail: 0, length: 0)

    private init(head: UInt64, tail: UInt64, length: Int) {
        (self.head, self.tail, self.length) = (head, tail, length)
    }

    @inline(__always)
    init(_ text: Span<UInt8>, _ cell: RecordBatch.Cell) {
        let count = Int(cell.end) - Int(cell.start)
        guard count >= 8, count <= 16 else {
            (head, tail, length) = (0, 0, 0)
            return
        }
        head = word(text, Int(cell.start)).byteSwapped
        tail = word(text, Int(cell.end) - 8).byteSwapped
        length = count
    }

    @inline(__always)
    func precede(_ other: KeyWords) -> Bool { head != other.head ? head < other.head : tail < other.tail }
}

/// Whether one text comes before another by their bytes.
@inline(__always)
private func precedes(_ text: Span<UInt8>, _ left: RecordBatch.Cell, _ right: RecordBatch.Cell) -> Bool {
    let (mine, other) = (Int(left.start), Int(right.start))
    let shared = min(Int(left.end) - mine, Int(right.end) - other)
    var place = 0
    if shared >= 8 {
        while place < shared {
            // The last word may begin among bytes that are known to be equal.
            let next = min(place, shared - 8)
            let (my, its) = (word(text, mine + next), word(text, other + next))
            // The first byte decides, and is to be the highest.
            if my != its { return my.byteSwapped < its.byteSwapped }
            place += 8
        }
    }
    while place < shared {
        if text[mine + place] != text[other + place] { return text[mine + place] < text[other + place] }
        place += 1
    }
    return left.end - left.start < right.end - right.start
}
