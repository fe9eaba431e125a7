/// Of which kinds texts are, by length and first byte: identifiers of one kind need no look at those of another.
struct TextKinds: Sendable {
    private var kinds: UInt64 = 0

    mutating func insert(_ text: Span<UInt8>) {
        kinds |= TextKinds.kind(of: text)
    }

    /// False only where no text of the same length and first byte is among them.
    @inline(__always)
    func mayContain(_ text: Span<UInt8>) -> Bool { kinds & TextKinds.kind(of: text) != 0 }

    /// The bit of a text's length and first byte.
    @inline(__always)
    fileprivate static func kind(of text: Span<UInt8>) -> UInt64 { 1 << UInt64(number(of: text)) }

    @inline(__always)
    fileprivate static func number(of text: Span<UInt8>) -> Int {
        (text.count &* 7 &+ (text.isEmpty ? 0 : Int(text[0]))) & 63
    }
}

/// Which stems there may be, by kind and hash: few of one kind are told from each other however many there are of another.
struct StemFilter: Sendable {
    private static let wordsOfKind = 16
    /// None before the first stem.
    private var words: [UInt64] = []

    mutating func insert(_ stem: Span<UInt8>, hash: UInt64) {
        if words.isEmpty { words = Array(repeating: 0, count: 64 * StemFilter.wordsOfKind) }
        words[StemFilter.place(of: stem, hash)] |= StemFilter.bit(of: hash)
    }

    /// False only where the stem is not among them.
    func mayContain(_ stem: Span<UInt8>, hash: UInt64) -> Bool {
        !words.isEmpty && words[StemFilter.place(of: stem, hash)] & StemFilter.bit(of: hash) != 0
    }

    @inline(__always)
    private static func place(of stem: Span<UInt8>, _ hash: UInt64) -> Int {
        TextKinds.number(of: stem) * wordsOfKind + Int(truncatingIfNeeded: hash >> 40) & (wordsOfKind - 1)
    }

    @inline(__always)
    private static func bit(of hash: UInt64) -> UInt64 { 1 << (hash >> 32 & 63) }
}
