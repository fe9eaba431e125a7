import Definitions

/// The literal beginnings of the last lines of an export that are no rows of its table: a row count, a grand total.
func footers(of text: [UInt8], _ dialect: Dialect) -> (control: String?, skip: [String]) {
    let isWide = dialect.encoding == .utf16LittleEndian || dialect.encoding == .utf16BigEndian
    let bytes = isWide ? text.filter { $0 != 0 } : text
    var control: String?
    var skip: [String] = []
    let lines = bytes.split(whereSeparator: { $0 == 10 || $0 == 13 }).suffix(5)
    for line in lines where line.split(separator: dialect.delimiter).count <= 2 {
        let words = String(decoding: line, as: UTF8.self).drop { $0 == " " || $0 == "\"" }
        guard words.first?.isLetter == true, words.contains(where: \.isNumber) || words.contains(":") else { continue }
        var beginning = words.prefix { !$0.isNumber && $0.asciiValue != dialect.delimiter && $0 != "\"" }
        while beginning.last == " " { beginning.removeLast() }
        let found = String(beginning)
        let isCount = found.lowercased().contains("record") || found.lowercased().contains("row")
        if isCount, control == nil {
            control = found
        } else if !skip.contains(found) {
            skip.append(found)
        }
    }
    return (control, skip)
}
