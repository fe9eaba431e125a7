import Tables

/// Refuses what the library or Excel would stumble over: names, lengths and shapes that only a mistake of ours can give.
///
/// The library warns on stderr and some of its versions write past their buffers, so nothing doubtful reaches it.
func check(_ workbook: Workbook) throws(Diagnostic) {
    guard !workbook.sheets.isEmpty else { throw fault("it has no sheet") }
    var names: Set<String> = []
    for sheet in workbook.sheets {
        for name in [sheet.name, sheet.table] where !names.insert(name.lowercased()).inserted {
            throw fault("the name '\(name)' is given twice")
        }
    }
    for sheet in workbook.sheets {
        if let reason = fault(in: sheet, of: workbook) { throw fault("sheet '\(sheet.name)': \(reason)") }
    }
}

private func fault(_ reason: String) -> Diagnostic {
    Diagnostic(
        code: "E0913", "the workbook cannot be written: \(reason)",
        help: "this is a fault of the program; report it with the run's run.json")
}

private func fault(in sheet: Sheet, of workbook: Workbook) -> String? {
    let name = sheet.name
    if name.isEmpty || name.utf16.count > 31 || name.contains(where: { "[]:*?/\\".contains($0) })
        || name.hasPrefix("'") || name.hasSuffix("'") || name.lowercased() == "history"
    {
        return "no program takes this name"
    }
    let isPlain = sheet.table.utf8.allSatisfy { isLetter($0) || (48...57).contains($0) || $0 == 95 }
    // Without a `_` a name may read as the address of a cell.
    if !isPlain || !sheet.table.contains("_") || !(sheet.table.utf8.first.map(isLetter) ?? false)
        || sheet.table.utf8.count > 255
    {
        return "its table cannot be named '\(sheet.table)'"
    }
    let headers = sheet.columns.map { sheetText($0.header).lowercased() }
    if headers.isEmpty || headers.contains(where: { $0.isEmpty || $0.utf16.count > 255 }) {
        return "a column has no header, or too long a one"
    }
    if Set(headers).count != headers.count { return "two columns have the same header" }
    if sheet.columns.contains(where: { !(1...255).contains($0.width) }) { return "a column has no width" }
    if headers.count > 16_384 || sheet.rows.count + sheet.headerRow + 1 > 1_048_576 { return "it is too large" }
    if sheet.rows.isEmpty { return "its table has no row" }
    for row in sheet.rows {
        if row.count != headers.count { return "a row has \(row.count) cells, not \(headers.count)" }
        for cell in row {
            switch cell {
            case .number(let number, let decimals):
                if !number.isFinite || !(0...30).contains(decimals) { return "a number is none" }
            case .absent(let shorthand):
                if !shorthand.hasPrefix("[") || !shorthand.hasSuffix("]") { return "'\(shorthand)' is no shorthand" }
            case .sheet(let target):
                if !workbook.sheets.contains(where: { $0.name == target }) { return "there is no sheet '\(target)'" }
            case .text: break
            }
        }
    }
    return nil
}

private func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte) || (97...122).contains(byte) }
