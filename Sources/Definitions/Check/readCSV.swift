/// One row of a small table of ours, and the line it begins on.
struct CSVRow {
    let line: Int
    let cells: [String]
}

/// Reads a small UTF-8 CSV whole: commas, quotes where needed, any line ends, cells trimmed. Nothing when it is empty, is
/// not UTF-8 or leaves a quote open. Exports are not read with this: they may be of any size and any kind of broken.
func readCSV(_ bytes: [UInt8]) -> [CSVRow]? {
    guard var text = String(validating: bytes, as: UTF8.self)?.unicodeScalars else { return nil }
    if text.first == "\u{FEFF}" { text.removeFirst() }
    var rows: [CSVRow] = []
    var cells: [String] = []
    var cell = ""
    var line = 1
    var start = 1
    var isQuoted = false
    var wasQuoted = false
    var previous: Unicode.Scalar?

    func endCell() {
        cells.append(wasQuoted ? cell : trimmed(cell))
        cell = ""
        wasQuoted = false
    }
    func endRow() {
        endCell()
        if cells.count > 1 || !cells[0].isEmpty { rows.append(CSVRow(line: start, cells: cells)) }
        cells = []
    }

    for scalar in text {
        if scalar == "\n" || (scalar == "\r") { if scalar == "\r" || previous != "\r" { line += 1 } }
        if isQuoted {
            if scalar == "\"" { isQuoted = false } else { cell.unicodeScalars.append(scalar) }
        } else {
            switch scalar {
            case "\"":
                // A quote inside quotes is written twice.
                if wasQuoted && previous == "\"" { cell.append("\"") } else if !wasQuoted { cell = "" }
                isQuoted = true
                wasQuoted = true
            case ",": endCell()
            case "\n" where previous == "\r": start = line
            case "\r", "\n":
                endRow()
                start = line
            default: cell.unicodeScalars.append(scalar)
            }
        }
        previous = scalar
    }
    guard !isQuoted else { return nil }
    if !cell.isEmpty || !cells.isEmpty { endRow() }
    return rows.isEmpty ? nil : rows
}

private func trimmed(_ text: String) -> String {
    let isSpace: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\u{A0}" }
    return String(text.drop(while: isSpace).reversed().drop(while: isSpace).reversed())
}
