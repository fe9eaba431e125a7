/// A date met before, with the byte after it, by which cells that go on with `HH:mm:ss` are known and read: a few words are
/// compared instead of bytes.
struct PlainDate {
    /// Bytes of such a cell; none is as long before a date is known.
    private var length = -1
    /// The date and the byte after it, by their first eight bytes and their last, which may overlap.
    private var first: UInt64 = 0
    private var last: UInt64 = 0
    private(set) var days = 0

    var firstByte: UInt8 { UInt8(truncatingIfNeeded: first) }

    init() {}

    /// Knows no cell when no such clock follows the date, or when date and separator are too short or too long.
    init(_ date: [UInt8], before separator: UInt8?, days: Int) {
        guard let separator, (7...15).contains(date.count) else { return }
        let text = date + [separator]
        first = word(text.span, 0)
        last = word(text.span, text.count - 8)
        length = text.count + 8
        self.days = days
    }

    /// Milliseconds after midnight when the cell is this date and a clock.
    @inline(__always)
    func clock(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Int64? {
        guard end - start == length, word(text, start) == first, word(text, end - 16) == last else { return nil }
        // `00:00:00`, against which every byte has at most this and no higher bit: 2 9 - 5 9 - 5 9.
        let digits = word(text, end - 8) ^ 0x3030_3A30_303A_3030
        guard (digits | (digits &+ 0x767A_7F76_7A7F_767D)) & 0x8080_8080_8080_8080 == 0 else { return nil }
        let pairs = digits &* 10 &+ (digits >> 8)
        let (hour, minute, second) = (pairs & 0xFF, (pairs >> 24) & 0xFF, (pairs >> 48) & 0xFF)
        guard hour < 24 else { return nil }
        return Int64(truncatingIfNeeded: (hour * 3600 + minute * 60 + second) * 1000)
    }

    /// Whether it is the date of the same cells.
    func isSame(as other: PlainDate) -> Bool { length == other.length && first == other.first && last == other.last }

    /// Whether any cell begins with it.
    var isKnown: Bool { length > 0 }

    /// One of so many places for it in a table.
    func slot(bits: Int) -> Int { PlainDate.slot(first, last, bits) }

    /// The place of the date that a cell begins with; nothing for a cell of any other length than a date's and a clock's.
    @inline(__always)
    static func slot(_ text: Span<UInt8>, _ start: Int, _ end: Int, bits: Int) -> Int? {
        guard (16...24).contains(end - start) else { return nil }
        return slot(word(text, start), word(text, end - 16), bits)
    }

    @inline(__always)
    private static func slot(_ first: UInt64, _ last: UInt64, _ bits: Int) -> Int {
        let mixed = (first &* 0x9e37_79b9_7f4a_7c15 ^ last) &* 0xbf58_476d_1ce4_e5b9
        return Int(truncatingIfNeeded: mixed >> UInt64(64 - bits))
    }
}
