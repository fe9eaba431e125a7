/// Eight bytes at a step, since most texts are identifiers of ten to twenty.
func textHash(_ text: Span<UInt8>) -> UInt64 {
    var state = UInt64(truncatingIfNeeded: text.count) &* 0x9e37_79b9_7f4a_7c15
    var place = 0
    while place + 8 <= text.count {
        state = mixed(state ^ word(text, place))
        place += 8
    }
    var rest: UInt64 = 0
    while place < text.count {
        rest = rest << 8 | UInt64(text[place])
        place += 1
    }
    return mixed(mixed(state ^ rest))
}

/// Eight bytes as they stand, the first one lowest.
@inline(__always)
func word(_ text: Span<UInt8>, _ place: Int) -> UInt64 {
    // The load checks that all eight bytes are there.
    UInt64(littleEndian: unsafe text.bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self))
}

private func mixed(_ value: UInt64) -> UInt64 {
    let product = value &* 0xbf58_476d_1ce4_e5b9
    return product ^ product >> 29
}
