/// A text of up to sixteen bytes as two words, equal exactly when the bytes are.
struct ShortText: Equatable {
    private let low: UInt64
    private let high: UInt64
    private let length: Int

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
            low = word(text, start) & (1 << (8 * UInt64(length)) - 1)
            high = 0
        } else {
            var bytes: UInt64 = 0
            for place in start..<end { bytes |= UInt64(text[place]) << (8 * UInt64(place - start)) }
            low = bytes
            high = 0
        }
    }

    /// One of 256 places for it in a table.
    var slot: Int {
        let state = (low ^ high &* 0x9e37_79b9_7f4a_7c15 ^ UInt64(length)) &* 0xbf58_476d_1ce4_e5b9
        return Int(truncatingIfNeeded: state >> 56)
    }
}

/// Eight bytes as they stand, the first one lowest.
@inline(__always)
private func word(_ text: Span<UInt8>, _ place: Int) -> UInt64 {
    // The load checks that all eight bytes are there.
    UInt64(littleEndian: unsafe text.bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self))
}

/// The numbers of the short texts met last, so that a text that comes again and again is not looked up each time.
struct ShortTextCache {
    private var texts = [ShortText?](repeating: nil, count: 256)
    private var numbers = [Int32](repeating: 0, count: 256)

    @inline(__always)
    func number(of text: ShortText) -> Int32? {
        let slot = text.slot
        return texts[slot] == text ? numbers[slot] : nil
    }

    mutating func remember(_ text: ShortText, _ number: Int32) {
        let slot = text.slot
        texts[slot] = text
        numbers[slot] = number
    }
}
