import Compute
import Definitions
import Ingest
import PipelineRunner
import Reporting
import Tables

/// What each source gave: its files, where its records went, how far each column is filled, and what was noticed.
func profileLines(_ data: PipelineData) -> [String] {
    var lines: [String] = []
    for source in data.definition.sources {
        let files = data.ingested.files.filter { $0.source == source.name }
        let ledger = files.reduce(into: Ledger()) { $0 += $1.ledger }
        let newest = files.compactMap(\.newest).max().map { localText($0, in: data.input.zone) } ?? "n/a"
        lines += [
            "",
            "source \(source.name) (\(source.schema)): \(files.count == 1 ? "1 file" : "\(files.count) files"), newest record \(newest)",
        ]
        let counts = ledger.counts.dropFirst().map { "\(groupedText($0.count)) \($0.name)" }
        lines.append("  \(groupedText(ledger.physical)) records = \(counts.joined(separator: " + "))")
        if let table = data.input.tables.first(where: { $0.name == source.schema }) {
            let names = Set(files.map(\.file))
            lines += columnLines(table, names, source, data).map { "  \($0)" }
        }
        let rules = data.ingested.ruleCounts.filter { $0.source == source.name && $0.count > 0 }
        lines += rules.map { rule in
            let column = rule.column.isEmpty ? "" : " \(rule.column)"
            return
                "  \(rule.rule)\(column): \(groupedText(rule.count)) of \(groupedText(rule.checked)) (\(rule.action))"
        }
    }
    let findings = data.ingested.findings.map { "\($0)" }
    return lines + (findings.isEmpty ? [] : [""] + findings)
}

private func columnLines(_ table: SourceTable, _ files: Set<String>, _ source: SourceDefinition, _ data: PipelineData)
    -> [String]
{
    let wanted = table.files.map { files.contains($0) }
    let rows = (0..<table.rowCount).filter { table.rejected[$0] == 0 && wanted[Int(table.rowFiles[$0])] }
    let mapped = Set(source.columns.map(\.column))
    let cells = table.fields.map { field -> [String] in
        guard mapped.contains(field.name) else { return [field.name, field.type.word, "not mapped", ""] }
        let filled = rows.filter { field.column.integer(at: $0) != Missing.integer }
        let share =
            rows.isEmpty
            ? "n/a"
            : displayText(
                Double(filled.count) * 100 / Double(rows.count),
                exact: Fraction(Int128(filled.count) * 100, Int128(rows.count)), unit: .percent)
        return [field.name, field.type.word, share, content(field, filled, data)]
    }
    return textTable(header: ["column", "type", "filled", "holds"], rows: cells, numeric: [2])
}

/// What a column holds, without a value that could name anybody.
private func content(_ field: SourceTable.Field, _ rows: [Int], _ data: PipelineData) -> String {
    guard !rows.isEmpty else { return "" }
    switch field.type {
    case .time, .date:
        let values = rows.map { field.column.integer(at: $0) }
        guard let low = values.min(), let high = values.max() else { return "" }
        if field.type == .date { return "\(CivilDate(days: Int(low))) to \(CivilDate(days: Int(high)))" }
        let zone = data.input.zone
        return "\(clockText(zone.local(low), separator: " ")) to \(clockText(zone.local(high), separator: " "))"
    case .duration:
        let values = rows.map { field.column.integer(at: $0) }
        guard let low = values.min(), let high = values.max() else { return "" }
        return "\(decimalText(Double(low) / 1000)) s to \(decimalText(Double(high) / 1000)) s"
    case .category:
        var counts: [Int64: Int] = [:]
        for row in rows { counts[field.column.integer(at: row), default: 0] += 1 }
        let named = counts.map { (data.input.names.text(of: Int32($0.key)), $0.value) }.sorted {
            ($1.1, $0.0) < ($0.1, $1.0)
        }
        let shown = named.prefix(6).map { "\($0.0) \(groupedText($0.1))" }.joined(separator: ", ")
        return shown + (named.count > 6 ? ", \(named.count - 6) more" : "")
    case .flag:
        let yes = rows.count { field.column.integer(at: $0) == 1 }
        return "yes \(groupedText(yes)), no \(groupedText(rows.count - yes))"
    case .id, .text, .pseudonym, .integer, .number, .null:
        let distinct = Set(rows.map { field.column.integer(at: $0) }).count
        return "\(groupedText(distinct)) different"
    }
}
