/// A gzip member that stores its text without packing it: by hand, so that tests can damage a known byte.
func gzipMember(_ text: [UInt8]) -> [UInt8] {
    let length = UInt16(text.count)
    var bytes: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255, 1]
    bytes += littleEndian(UInt64(length), 2) + littleEndian(UInt64(~length), 2) + text
    return bytes + littleEndian(UInt64(crc32(text)), 4) + littleEndian(UInt64(text.count), 4)
}

private func littleEndian(_ value: UInt64, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> UInt64(8 * $0)) }
}

private func crc32(_ bytes: [UInt8]) -> UInt32 {
    var sum = ~UInt32(0)
    for byte in bytes {
        sum ^= UInt32(byte)
        for _ in 0..<8 { sum = sum & 1 == 1 ? (sum >> 1) ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
}
