package import Tables

extension Workbook {
    /// The workbook as an XLSX file: the same value gives the same bytes, wherever and whenever.
    package func bytes() throws(Diagnostic) -> [UInt8] {
        try check(self)
        let file = try WorkbookFile()
        try file.set(properties)
        for sheet in sheets { try file.add(sheet) }
        return try file.finish()
    }
}
