package import Definitions

/// What the first bytes of a file give away. Only for messages and proposals: reading never guesses.
package struct Sniff: Sendable, Hashable {
    /// Files that are no CSV whatever their name says.
    package enum Foreign: Sendable, Hashable {
        /// A zip archive, as `.xlsx` files are, or the older `.xls`.
        case spreadsheet
        case html
    }

    package let foreign: Foreign?
    /// The likely encoding: by the mark, by zero bytes, or windows-1252 when the bytes are not UTF-8.
    package let encoding: Dialect.Encoding
    /// The delimiter of which one of the first lines holds most, titles without any passed over; nothing when none does.
    package let delimiter: UInt8?

    /// `bytes` are the text's first bytes; they may end in the middle of a character.
    package init(_ bytes: [UInt8]) {
        encoding = Sniff.encoding(of: bytes)
        let text = Sniff.text(bytes, encoding)
        foreign = Sniff.foreign(bytes, text)
        delimiter = foreign == nil ? Sniff.delimiter(in: text) : nil
    }

    private static func encoding(of bytes: [UInt8]) -> Dialect.Encoding {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8WithMark }
        if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
        if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
        if let (found, _) = zeroPattern(in: bytes) { return found }
        guard let bad = firstInvalidUTF8(in: bytes.span, 0..<bytes.count) else { return .utf8 }
        // A character that the end of the bytes cuts off says nothing.
        let rest = bytes[(bad + 1)...]
        let isCutOff = bytes[bad] >= 0xC2 && rest.count < 3 && rest.allSatisfy { $0 & 0xC0 == 0x80 }
        return isCutOff ? .utf8 : .windows1252
    }

    /// UTF-16 without a mark: zero bytes in nearly every second place and none between them. Gives the first zero's offset.
    static func zeroPattern(in bytes: [UInt8]) -> (encoding: Dialect.Encoding, offset: Int)? {
        let pairs = min(bytes.count, 2048) / 2
        guard pairs >= 8 else { return nil }
        var zeros = (even: 0, odd: 0)
        for pair in 0..<pairs {
            if bytes[2 * pair] == 0 { zeros.even += 1 }
            if bytes[2 * pair + 1] == 0 { zeros.odd += 1 }
        }
        if zeros.even == 0, zeros.odd * 10 >= pairs * 8 {
            return (.utf16LittleEndian, bytes.firstIndex(of: 0) ?? 0)
        }
        if zeros.odd == 0, zeros.even * 10 >= pairs * 8 {
            return (.utf16BigEndian, bytes.firstIndex(of: 0) ?? 0)
        }
        return nil
    }

    /// ASCII enough to look for tags and delimiters in.
    private static func text(_ bytes: [UInt8], _ encoding: Dialect.Encoding) -> [UInt8] {
        switch encoding {
        case .utf8WithMark: Array(bytes.dropFirst(3))
        case .utf8, .windows1252: bytes
        case .utf16LittleEndian, .utf16BigEndian: bytes.filter { $0 != 0 && $0 < 0x80 }
        }
    }

    private static func foreign(_ bytes: [UInt8], _ text: [UInt8]) -> Foreign? {
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            return .spreadsheet
        }
        let start = text.prefix(1024).drop { $0 <= 32 }.map { (65...90).contains($0) ? $0 + 32 : $0 }
        for tag in ["<!doctype html", "<html", "<head", "<table"] where start.starts(with: tag.utf8) { return .html }
        return nil
    }

    private static func delimiter(in text: [UInt8]) -> UInt8? {
        var best: (delimiter: UInt8, count: Int)?
        for line in text.split(maxSplits: 20, whereSeparator: { $0 == 10 || $0 == 13 }).prefix(20) {
            for delimiter in [UInt8(ascii: ","), UInt8(ascii: ";"), 9, UInt8(ascii: "|")] {
                var count = 0
                var isQuoted = false
                for byte in line {
                    if byte == 34 { isQuoted.toggle() }
                    if byte == delimiter, !isQuoted { count += 1 }
                }
                if count > (best?.count ?? 0) { best = (delimiter, count) }
            }
        }
        return best?.delimiter
    }
}
