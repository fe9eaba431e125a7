import Definitions

/// How a file's bytes make the units of which `000A` and `000D` end lines.
enum CodeUnit: Sendable {
    case byte, littleEndianPair, bigEndianPair

    init(_ encoding: Dialect.Encoding) {
        switch encoding {
        case .utf8, .utf8WithMark, .windows1252: self = .byte
        case .utf16LittleEndian: self = .littleEndianPair
        case .utf16BigEndian: self = .bigEndianPair
        }
    }

    var bytes: Int { self == .byte ? 1 : 2 }
}

/// Where the physical line that holds `start` ends: after CRLF, LF or CR. Nothing when `bytes` do not tell, which includes
/// a CR at their end; with `isEnd` the bytes' end is the file's.
func endOfLine(in bytes: Span<UInt8>, from start: Int, isEnd: Bool) -> Int? {
    let count = bytes.count
    var place = start
    while place < count {
        let byte = bytes[place]
        // One comparison rejects nearly every byte.
        if byte <= 13 {
            if byte == 10 { return place + 1 }
            if byte == 13 {
                if place + 1 < count { return bytes[place + 1] == 10 ? place + 2 : place + 1 }
                return isEnd ? count : nil
            }
        }
        place += 1
    }
    return isEnd && start < count ? count : nil
}

/// The same for units of two bytes, beginning at an even distance from `start`.
func endOfLine(in bytes: Span<UInt8>, from start: Int, isEnd: Bool, unit: CodeUnit) -> Int? {
    if unit == .byte { return endOfLine(in: bytes, from: start, isEnd: isEnd) }
    let low = unit == .littleEndianPair ? 0 : 1
    let count = bytes.count
    var place = start
    while place + 1 < count {
        if bytes[place + 1 - low] == 0 {
            let value = bytes[place + low]
            if value == 10 { return place + 2 }
            if value == 13 {
                guard place + 3 < count else { return isEnd ? (place + 2) : nil }
                let isPair = bytes[place + 2 + low] == 10 && bytes[place + 3 - low] == 0
                return isPair ? place + 4 : place + 2
            }
        }
        place += 2
    }
    return isEnd && start < count ? count : nil
}
