/// UTF-16 to UTF-8, remembering where each line begins in both, so that faults can be shown in the original.
enum UTF16Decoder {
    struct Result {
        var text: [UInt8] = []
        /// Beginnings of lines in `text`, and the end.
        var lineStarts: [Int] = [0]
        /// The same places in the bytes decoded.
        var lineOffsets: [Int] = []
        /// Lone surrogates, and a single byte at the end; the text holds U+FFFD for each.
        var invalidUnits: [Int] = []
    }

    static func decode(_ bytes: [UInt8], from start: Int, unit: CodeUnit) -> Result {
        var result = Result()
        result.text.reserveCapacity((bytes.count - start) / 2 * 3 / 2)
        result.lineOffsets.append(start)
        let low = unit == .littleEndianPair ? 0 : 1
        var place = start
        var previous: UInt32 = 0
        while place + 1 < bytes.count {
            var scalar = UInt32(bytes[place + low]) | UInt32(bytes[place + 1 - low]) << 8
            // A line begins after LF, and after CR unless LF follows.
            if previous == 10 || (previous == 13 && scalar != 10) { result.beginLine(at: place) }
            var length = 2
            if scalar & 0xF800 == 0xD800 {
                var second: UInt32 = 0
                if place + 3 < bytes.count {
                    second = UInt32(bytes[place + 2 + low]) | UInt32(bytes[place + 3 - low]) << 8
                }
                if scalar < 0xDC00, second & 0xFC00 == 0xDC00 {
                    scalar = 0x10000 + (scalar & 0x3FF) << 10 + second & 0x3FF
                    length = 4
                } else {
                    result.invalidUnits.append(place)
                    scalar = 0xFFFD
                }
            }
            result.append(scalar)
            previous = scalar
            place += length
        }
        if previous == 10 || previous == 13 { result.beginLine(at: place) }
        if place < bytes.count {
            result.invalidUnits.append(place)
            result.append(0xFFFD)
        }
        if result.lineStarts.last != result.text.count { result.beginLine(at: bytes.count) }
        return result
    }
}

extension UTF16Decoder.Result {
    fileprivate mutating func beginLine(at offset: Int) {
        lineStarts.append(text.count)
        lineOffsets.append(offset)
    }

    fileprivate mutating func append(_ scalar: UInt32) {
        func byte(_ value: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: value) }
        if scalar < 0x80 {
            text.append(byte(scalar))
        } else if scalar < 0x800 {
            text.append(0xC0 | byte(scalar >> 6))
            text.append(0x80 | byte(scalar & 0x3F))
        } else {
            if scalar < 0x10000 {
                text.append(0xE0 | byte(scalar >> 12))
            } else {
                text.append(0xF0 | byte(scalar >> 18))
                text.append(0x80 | byte(scalar >> 12 & 0x3F))
            }
            text.append(0x80 | byte(scalar >> 6 & 0x3F))
            text.append(0x80 | byte(scalar & 0x3F))
        }
    }
}
