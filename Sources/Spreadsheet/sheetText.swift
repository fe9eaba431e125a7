/// The most that a cell holds, in units of UTF-16 as Excel counts.
let longestText = 32_767

/// Text as a cell may hold it: without characters that XML has no place for, and cut with a mark where it is too long.
func sheetText(_ text: String) -> String {
    if text.utf8.count <= longestText, text.utf8.allSatisfy({ $0 > 31 && $0 < 127 && $0 != 95 }) { return text }
    var plain = String.UnicodeScalarView()
    var length = 0
    for scalar in text.replacingLineEnds.unicodeScalars {
        let kept = isWritable(scalar) ? scalar : "\u{FFFD}"
        length += UTF16.width(kept)
        plain.append(kept)
    }
    let whole = withoutCodes(String(plain))
    guard length > longestText || whole.utf16.count > longestText else { return whole }
    let mark = " [cut: the cell is full]"
    var cut = String.UnicodeScalarView()
    var room = longestText - mark.utf16.count
    for scalar in whole.unicodeScalars {
        room -= UTF16.width(scalar)
        if room < 0 { break }
        cut.append(scalar)
    }
    return String(cut) + mark
}

extension String {
    /// A carriage return would be shown as a code.
    fileprivate var replacingLineEnds: String {
        guard utf8.contains(13) else { return self }
        var bytes: [UInt8] = []
        var before: UInt8 = 0
        for byte in utf8 {
            if byte == 13 { bytes.append(10) } else if byte != 10 || before != 13 { bytes.append(byte) }
            before = byte
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

private func isWritable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 9, 10: true
    case 0..<32, 127, 0xfffe, 0xffff: false
    default: true
    }
}

/// `_x0041_` is a code for a character in a workbook. Text that happens to read so is told apart by a code for its `_`.
private func withoutCodes(_ text: String) -> String {
    guard text.utf8.contains(95) else { return text }
    let bytes = Array(text.utf8)
    var found: [UInt8] = []
    for (place, byte) in bytes.enumerated() {
        if byte == 95, place + 6 < bytes.count, bytes[place + 1] == 120, bytes[place + 6] == 95,
            bytes[(place + 2)..<(place + 6)].allSatisfy(isHexadecimal)
        {
            found.append(contentsOf: "_x005F".utf8)
        }
        found.append(byte)
    }
    return String(decoding: found, as: UTF8.self)
}

private func isHexadecimal(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...70).contains(byte) || (97...102).contains(byte)
}
