/// An export of a smaller system: its records and what was planted in it.
struct Sheet<Record: SheetRecord> {
    var records: [Record]
    var planted: [FileTruth.Planted] = []

    /// Writes it and returns its account, which counts only what the file says of itself when a newer copy replaces it.
    func write(
        _ format: ExportFormat, date: String, isReplaced: Bool = false, below folder: String = "loamshire",
        isPacked: Bool = true, tree: Tree
    ) throws -> FileTruth {
        let writer = try ExportWriter(format, date: date, below: folder, isPacked: isPacked, tree: tree)
        for record in records {
            try writer.write(record.line(format.delimiter), record.marks.fate, tomorrow: record.marks.fate)
        }
        for fault in planted where fault.count > 0 { writer.plant(fault) }
        let truth = try writer.close(tree)
        return isReplaced ? truth.unread : truth
    }
}
