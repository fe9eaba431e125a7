import Definitions

/// Cell texts that mean "empty", besides empty cells. Case and runs of spaces do not matter.
struct NullTokens: Sendable {
    private let tokens: [[UInt8]]
    /// By byte whether any token begins with it: nearly every cell is told by its first one.
    private let begins: [Bool]

    /// No text means empty.
    static let none = NullTokens([])

    init(_ dialect: Dialect) {
        self.init(dialect.nullTokens)
    }

    private init(_ texts: [String]) {
        tokens = texts.map { folded($0) }.filter { !$0.isEmpty }
        var begins = Array(repeating: false, count: 256)
        for token in tokens {
            begins[Int(token[0])] = true
            if token[0] >= 97, token[0] <= 122 { begins[Int(token[0]) - 32] = true }
        }
        self.begins = begins
    }

    /// Whether any token begins with a byte.
    func mayBegin(with byte: UInt8) -> Bool { begins[Int(byte)] }

    /// Whether a trimmed cell means empty.
    @inline(__always)
    func contains(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        start < end && begins[Int(text[start])] && containsAny(text, start, end)
    }

    @inline(never)
    private func containsAny(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        for token in tokens where folds(text, start, end, to: token) { return true }
        return false
    }

    /// Compares in place, because nearly every cell of an export is asked.
    private func folds(_ text: Span<UInt8>, _ start: Int, _ end: Int, to token: [UInt8]) -> Bool {
        var place = start
        for wanted in token {
            guard place < end else { return false }
            let byte = text[place]
            if wanted == 32 {
                let width = spaceWidth(text, place, end)
                guard width > 0 else { return false }
                place += width
                while place < end {
                    let more = spaceWidth(text, place, end)
                    if more == 0 { break }
                    place += more
                }
            } else {
                guard byte == wanted || (byte >= 65 && byte <= 90 && byte + 32 == wanted) else { return false }
                place += 1
            }
        }
        return place == end
    }
}

/// Bytes of the space, tab or no-break space at a place; 0 for anything else.
func spaceWidth(_ text: Span<UInt8>, _ place: Int, _ end: Int) -> Int {
    if text[place] == 32 || text[place] == 9 { return 1 }
    return text[place] == 0xC2 && place + 1 < end && text[place + 1] == 0xA0 ? 2 : 0
}
