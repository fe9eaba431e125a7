/// Texts one after the other, by their place.
struct TextList: Sendable {
    private(set) var bytes: [UInt8] = []
    /// Where each begins, and where the last one ends.
    private(set) var starts: [Int] = [0]

    var count: Int { starts.count - 1 }

    subscript(place: Int) -> Range<Int> { starts[place]..<starts[place + 1] }

    mutating func append(_ text: Span<UInt8>) {
        // The pointer is used during the call only.
        unsafe text.withUnsafeBufferPointer { text in unsafe bytes.append(contentsOf: text) }
        starts.append(bytes.count)
    }

    func equals(_ place: Int, _ text: Span<UInt8>) -> Bool {
        equals(self[place], text)
    }

    /// Whether the bytes of a place that was found before are those of a text.
    func equals(_ range: Range<Int>, _ text: Span<UInt8>) -> Bool {
        guard range.count == text.count else { return false }
        let mine = bytes.span
        var place = 0
        while place + 8 <= text.count {
            if word(mine, range.lowerBound + place) != word(text, place) { return false }
            place += 8
        }
        while place < text.count {
            if mine[range.lowerBound + place] != text[place] { return false }
            place += 1
        }
        return true
    }
}
