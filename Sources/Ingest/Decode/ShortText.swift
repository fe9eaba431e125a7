/// A text of up to sixteen bytes as two words, equal exactly when the bytes are.
struct ShortText: Equatable {
    fileprivate let low: UInt64
    fileprivate let high: UInt64
    fileprivate let length: Int

    /// Nothing for a longer text, or for none.
    @inline(__always)
    init?(_ text: Span<UInt8>, _ start: Int, _ end: Int) {
        length = end - start
        guard length > 0, length <= 16 else { return nil }
        if length >= 8 {
            // Both words hold the middle of a text of less than sixteen bytes.
            low = word(text, start)
            high = word(text, end - 8)
        } else if start + 8 <= text.count {
            low = word(text, start) & (UInt64.max &>> (64 - 8 * UInt64(length)))
            high = 0
        } else {
            var bytes: UInt64 = 0
            for place in start..<end { bytes |= UInt64(text[place]) << (8 * UInt64(place - start)) }
            low = bytes
            high = 0
        }
    }

    /// Both words, the second moved by the length: texts of two lengths may have the same bytes in both.
    var words: (UInt64, UInt64) { (low, high &+ UInt64(length) &* 0x9e37_79b9_7f4a_7c15) }

    /// Mixed well in its upper bits only.
    @inline(__always)
    var hash: UInt64 { (low ^ high &* 0x9e37_79b9_7f4a_7c15 ^ UInt64(length)) &* 0xbf58_476d_1ce4_e5b9 }

    /// One of 256 places for it in a table.
    @inline(__always)
    fileprivate var slot: Int { Int(truncatingIfNeeded: hash >> 56) }
}

/// The numbers of the short texts met last, so that a text that comes again and again is not looked up each time.
struct ShortTextCache {
    private struct Entry {
        var low: UInt64 = 0
        var high: UInt64 = 0
        /// Zero without a text.
        var length: Int32 = 0
        var number: Int32 = 0
    }

    private var entries = [Entry](repeating: Entry(), count: 256)
    private var remembered = 0

    /// Whether looking here is likely to spare anything: not in a column that has a text of its own in every row.
    @inline(__always)
    var pays: Bool { remembered < 1024 }

    @inline(__always)
    func number(of text: ShortText) -> Int32? {
        let entry = entries[text.slot]
        guard entry.low == text.low, entry.high == text.high, Int(entry.length) == text.length else { return nil }
        return entry.number
    }

    mutating func remember(_ text: ShortText, _ number: Int32) {
        entries[text.slot] = Entry(low: text.low, high: text.high, length: Int32(text.length), number: number)
        remembered += 1
    }
}
