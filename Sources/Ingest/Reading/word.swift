/// Eight bytes as they stand, the first one lowest.
@inline(__always)
func word(_ text: Span<UInt8>, _ place: Int) -> UInt64 {
    // The load checks that all eight bytes are there.
    UInt64(littleEndian: unsafe text.bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self))
}

extension UInt64 {
    /// The same byte eight times.
    @inline(__always)
    init(eachByte byte: UInt8) {
        self = 0x0101_0101_0101_0101 &* UInt64(byte)
    }

    /// Has the top bit of each byte set that is below a limit of at most 80, and perhaps of bytes after the first such one:
    /// the first is always right.
    @inline(__always)
    func bytes(below limit: UInt8) -> UInt64 {
        (self &- UInt64(eachByte: limit)) & ~self & 0x8080_8080_8080_8080
    }
}
