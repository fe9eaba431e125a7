/// Of which kinds texts are, by length and first byte: identifiers of one kind need no look at those of another.
struct TextKinds: Sendable {
    private var kinds: UInt64 = 0

    mutating func insert(_ text: Span<UInt8>) {
        kinds |= TextKinds.kind(of: text)
    }

    /// False only where no text of the same length and first byte is among them.
    @inline(__always)
    func mayContain(_ text: Span<UInt8>) -> Bool { kinds & TextKinds.kind(of: text) != 0 }

    @inline(__always)
    private static func kind(of text: Span<UInt8>) -> UInt64 {
        let first = text.isEmpty ? 0 : Int(text[0])
        return 1 << UInt64((text.count &* 7 &+ first) & 63)
    }
}
