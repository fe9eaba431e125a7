/// Windows code page 1252, in which most older command-and-control systems export.
enum Windows1252 {
    /// 80 to 9F; zero where the code page defines nothing.
    private static let upper: [UInt16] = [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
        0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
        0x0178,
    ]

    /// Whether the code page leaves a byte undefined.
    static func isUndefined(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x81, 0x8D, 0x8F, 0x90, 0x9D: true
        default: false
        }
    }

    /// Appends a byte's character in UTF-8; undefined bytes become U+FFFD.
    static func append(_ byte: UInt8, to text: inout [UInt8]) {
        if byte < 0x80 {
            text.append(byte)
            return
        }
        var scalar = UInt16(byte)
        if byte < 0xA0 {
            scalar = upper[Int(byte) - 0x80]
            if scalar == 0 { scalar = 0xFFFD }
        }
        if scalar < 0x800 {
            text.append(0xC0 | UInt8(truncatingIfNeeded: scalar >> 6))
        } else {
            text.append(0xE0 | UInt8(truncatingIfNeeded: scalar >> 12))
            text.append(0x80 | UInt8(truncatingIfNeeded: scalar >> 6) & 0x3F)
        }
        text.append(0x80 | UInt8(truncatingIfNeeded: scalar) & 0x3F)
    }

    /// A text's bytes in the code page; nothing when it has a character that the code page lacks.
    static func encode(_ text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars {
            if scalar.value < 0x80 || (0xA0...0xFF).contains(scalar.value) {
                bytes.append(UInt8(scalar.value))
            } else if let place = upper.firstIndex(where: { $0 != 0 && UInt32($0) == scalar.value }) {
                bytes.append(UInt8(0x80 + place))
            } else {
                return nil
            }
        }
        return bytes
    }
}
