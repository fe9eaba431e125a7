/// The shape of a value: its digits as 9, its letters as A, everything else as it is; enough to see that a date is the
/// wrong way round, too little to tell anything about a person.
func shape(of text: [UInt8]) -> String {
    var shape = ""
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars.prefix(41) {
        switch scalar {
        case "0"..."9": shape += "9"
        case "\0"..." ", "\u{7F}"..."\u{A0}": shape += " "
        case _ where scalar.properties.isAlphabetic: shape += "A"
        default: shape.unicodeScalars.append(scalar)
        }
    }
    return shape.unicodeScalars.count > 40 ? String(shape.unicodeScalars.prefix(40)) + "..." : shape
}

/// A cell of a CSV file of ours: quoted where it must be, and never a formula to a spreadsheet (DQ27).
func csvCell(_ text: String) -> String {
    var cell = text
    if let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) { cell = "'" + text }
    guard cell.utf8.contains(where: { $0 == 34 || $0 == 44 || $0 == 10 || $0 == 13 }) else { return cell }
    return "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
}
