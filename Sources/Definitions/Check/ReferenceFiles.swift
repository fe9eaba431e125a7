import Tables

/// The reference tables of a force, read when a mapping names them and kept with the run's definitions.
final class ReferenceFiles {
    /// The path inside the force's folder, the file as messages name it, and its bytes.
    private let open: (String) -> DefinitionText?
    private var texts: [String: DefinitionText] = [:]

    init(open: @escaping (String) -> DefinitionText?) {
        self.open = open
    }

    /// Every file read, in the order of paths.
    var read: [DefinitionText] {
        texts.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map(\.value)
    }

    func read(
        _ path: String, at place: Diagnostic.Location, key: (name: String, place: Diagnostic.Location),
        take: (name: String, place: Diagnostic.Location), findings: Findings
    ) -> ColumnMapping.Reference? {
        guard !path.hasPrefix("/"), !path.split(separator: "/").contains("..") else {
            findings.error(
                .referenceFile, "the reference table \(quoted(path)) lies outside the force's folder", at: place,
                help: "keep it below the folder, such as reference/vdn.csv")
            return nil
        }
        guard let file = texts[path] ?? open(path) else {
            findings.error(
                .referenceFile, "there is no reference table \(quoted(path))", at: place,
                help: "the path is relative to the force's folder")
            return nil
        }
        texts[path] = file
        guard let rows = readCSV(file.bytes), let header = rows.first else {
            findings.error(
                .referenceFile, "the reference table is empty, is not UTF-8 or has an open quote",
                at: .init(file: file.shown))
            return nil
        }
        let keyColumn = column(key, in: header.cells, of: path, findings: findings)
        let takeColumn = column(take, in: header.cells, of: path, findings: findings)
        guard let keyColumn, let takeColumn else { return nil }
        return .init(
            path: path,
            entries: entries(rows.dropFirst(), of: file, key: keyColumn, take: takeColumn, findings: findings))
    }

    private func entries(
        _ rows: ArraySlice<CSVRow>, of file: DefinitionText, key: Int, take: Int, findings: Findings
    ) -> [String: String] {
        var entries: [String: String] = [:]
        var folded: [String: String] = [:]
        for row in rows {
            let place = Diagnostic.Location(file: file.shown, line: row.line)
            guard row.cells.count > max(key, take) else {
                findings.error(
                    .referenceFile, "the row has \(row.cells.count) cells, fewer than the header names", at: place)
                continue
            }
            let (label, value) = (row.cells[key], row.cells[take])
            if let other = folded[foldedText(label)], other != value {
                findings.error(
                    .referenceFile, "\(quoted(label)) stands for \(quoted(other)) and for \(quoted(value))", at: place,
                    help: "keep one row for each key: case and runs of spaces do not matter")
                continue
            }
            folded[foldedText(label)] = value
            entries[label] = value
        }
        return entries
    }

    private func column(
        _ wanted: (name: String, place: Diagnostic.Location), in header: [String], of path: String, findings: Findings
    ) -> Int? {
        if let index = header.firstIndex(where: { foldedText($0) == foldedText(wanted.name) }) { return index }
        findings.error(
            .referenceFile, "`\(wanted.name)` is not a column of \(path)", at: wanted.place,
            help: suggestion(wanted.name, header))
        return nil
    }
}
