import Tables

extension FigureBuilder {
    /// Rows of the canonical table that the figure's table comes from, as texts, and what they must give.
    func readExamples(_ origin: TableDefinition.Origin) -> [FigureDefinition.Example] {
        guard let source = typing.tables[sourceOf(origin)] else { return [] }
        return fields.list("examples").compactMap { item in
            guard let example = Fields(item, "an example", keys: Keys.example, findings: findings),
                example.required("rows") != nil, example.required("expect") != nil
            else { return nil }
            let rows = example.list("rows").compactMap { readRow($0, source: source) }
            return .init(rows: rows, expected: readExpected(example), location: example.location)
        }
    }

    private func sourceOf(_ origin: TableDefinition.Origin) -> TableDefinition.Origin {
        var origin = origin
        var steps = 0
        while case .table(let name) = origin, steps <= tables.count {
            guard let table = tables.first(where: { $0.name == name }) else { break }
            origin = table.from
            steps += 1
        }
        return origin
    }

    private func readRow(_ value: YamlValue, source: TableTypes) -> [String: String]? {
        guard let row = Fields(value, "a row of an example", keys: nil, findings: findings) else { return nil }
        var cells: [String: String] = [:]
        for entry in row.entries {
            if source.columns[entry.key] == nil {
                findings.error(
                    .unknownColumn, "`\(entry.key)` is not a column of `source.\(source.name)`", at: entry.location,
                    help: suggestion(entry.key, source.columnNames))
            }
            if let text = row.text(entry.key) { cells[entry.key] = text }
        }
        return cells
    }

    private func readExpected(_ example: Fields) -> [String: Double?] {
        var expected: [String: Double?] = [:]
        for entry in example.mapping("expect") {
            if entry.value.isNull {
                expected[entry.key] = .some(nil)
            } else if let text = entry.value.text, let number = signedNumber(text) {
                expected[entry.key] = number
            } else {
                findings.error(
                    .badValue, "the value expected of `\(entry.key)` must be a number, or null for none",
                    at: entry.value.location)
            }
        }
        return expected
    }

    private func signedNumber(_ text: String) -> Double? {
        text.hasPrefix("-") ? parseDecimalNumber(String(text.dropFirst())).map { -$0 } : parseDecimalNumber(text)
    }
}
