package import Definitions
import Ingest
import RunStore
import Tables

/// Proposes the YAML of a source from the first records of an export: what can be told is written, what needs a decision
/// is a comment. Nothing of it is used until an analyst has read it.
package func proposeSource(
    file path: String, table: String, schemas: [SchemaDefinition], folder: String? = nil, inputs: String? = nil
) throws -> [String] {
    // What the run itself supplies, and lists in cells of other tables, are mapped by nobody.
    let schemas = schemas.filter { !$0.isOfRun && $0.listOf == nil }
    guard let schema = schemas.first(where: { $0.name == table.lowercased() }) else {
        let names = schemas.map(\.name)
        let nearest = nearestName(to: table, among: names).map { "did you mean \($0)? " } ?? ""
        throw Diagnostic(
            code: "E0115", "there is no table '\(table)'", help: nearest + "there is \(names.joined(separator: ", "))")
    }
    let sample = try ExportSample(path)
    let matches = matchHeaders(sample, to: schema)
    let tables = folder.map(referenceTables) ?? []
    var lines = [
        "# Proposed from \(sample.name). Read every line; a comment with ? asks for a decision.",
        "source: \(plainName(sample.name, table: schema.name))", "table: \(schema.name)",
    ]
    if let below = inputs.flatMap({ subfolder(of: path, below: $0) }) { lines.append("folder: \(quoted(below))") }
    lines += [
        "files: \"\(pattern(sample.name))\"",
        schema.isOfAsOf
            ? "exports: snapshot                 # the newest file says how things stand"
            : "exports: increment                # ? snapshot: only the newest file counts; window: the newest rules its period",
    ]
    lines += dialectLines(sample)
    lines += shapeLines(sample, matches, schema)
    lines.append("columns:")
    let helpers = helperLines(sample, matches, schema)
    lines += helpers
    for column in schema.columns {
        guard let place = matches[column.name] else {
            if column.name == "disposition", matches["answered_at"] != nil {
                let words = "case when answered_at is not null then 'answered' else 'abandoned' end"
                lines.append("  disposition: { is: \"\(words)\" }")
                lines.append(
                    "    # ? no header says how a call ended: this takes every call without an answer as abandoned")
                continue
            }
            lines.append("  # \(column.name): { from: ? }\(column.isRequired ? "     # required" : "")")
            continue
        }
        let (text, notes) = columnText(
            column, place, sample, tables: tables,
            rollsOverAfter: precedingTime(of: column, matches, schema, hasLogTime: !helpers.isEmpty))
        lines.append("  \(column.name): \(text)")
        lines += notes.map { "    # \($0)" }
    }
    let unused = sample.header.indices.filter { place in
        let name = quoted(sample.header[place])
        return !matches.values.contains(place)
            && !lines.contains { line in ["on: \(name)", "from: \(name)", "[\(name),"].contains { line.contains($0) } }
    }.map { sample.header[$0] }
    if !unused.isEmpty { lines.append("# not used: \(unused.joined(separator: ", "))") }
    return lines
}

private func dialectLines(_ sample: ExportSample) -> [String] {
    var lines: [String] = []
    if sample.dialect.encoding != .utf8 { lines.append("encoding: \(sample.dialect.encoding.rawValue)") }
    switch sample.dialect.delimiter {
    case 9: lines.append("delimiter: tab")
    case 59: lines.append("delimiter: semicolon")
    case 124: lines.append("delimiter: pipe")
    default: break
    }
    if sample.headerRecord > 1 { lines.append("header: \(sample.headerRecord)") }
    var tokens = ["-", "n/a", "N/A", "NULL", "#REF!", "#N/A"].filter { token in
        sample.rows.contains { $0.contains(token) }
    }
    if sample.hasMidnightForNothing { tokens.append("00:00:00") }
    if !sample.skip.isEmpty { lines.append("skip: [\(sample.skip.map(quoted).joined(separator: ", "))]") }
    if let control = sample.control { lines.append("control: \(quoted(control))") }
    if !tokens.isEmpty { lines.append("nulls: [\(tokens.map(quoted).joined(separator: ", "))]") }
    return lines
}

/// `calls_20260930.csv.gz` becomes `calls_{yyyyMMdd}.csv*`.
private func pattern(_ name: String) -> String {
    var text = name.hasSuffix(".gz") ? String(name.dropLast(3)) : name
    for (digits, letters) in [(8, "{yyyyMMdd}"), (6, "{yyyyMM}")] {
        let characters = Array(text)
        guard
            let start = characters.indices.first(where: { place in
                place + digits <= characters.count
                    && characters[place..<(place + digits)].allSatisfy { $0.isASCII && $0.isNumber }
                    && (place == 0 || !characters[place - 1].isNumber)
                    && (place + digits == characters.count || !characters[place + digits].isNumber)
                    && String(characters[place..<(place + 2)]) == "20"
            })
        else { continue }
        text = String(characters[..<start]) + letters + String(characters[(start + digits)...])
        break
    }
    if let range = isoDate(in: text) {
        text = String(text[..<range.lowerBound]) + "{yyyy-MM-dd}" + text[range.upperBound...]
    }
    return text.hasSuffix(".csv") || name.hasSuffix(".gz") ? text + "*" : text
}

private func isoDate(in text: String) -> Range<String.Index>? {
    var start = text.startIndex
    while let end = text.index(start, offsetBy: 10, limitedBy: text.endIndex) {
        if CivilDate(String(text[start..<end])) != nil { return start..<end }
        start = text.index(after: start)
    }
    return nil
}

/// The file's letters, and the table's name where they do not say it: one file may feed several tables.
private func plainName(_ name: String, table: String) -> String {
    let stem = name.split(separator: ".").first.map(String.init) ?? table
    let letters = stem.lowercased().map { $0.isASCII && $0.isLetter ? $0 : "_" }
    let words = String(letters).split(separator: "_").joined(separator: "_")
    if words.isEmpty || words.contains(table) { return words.isEmpty ? table : words }
    return "\(words)_\(table)"
}

/// The folders between the inputs and a file; nothing when it lies directly in them or elsewhere.
private func subfolder(of path: String, below inputs: String) -> String? {
    func plain(_ path: String) -> [Substring] {
        path.split(separator: "/").reduce(into: []) { parts, part in
            if part == "..", let last = parts.last, last != ".." {
                parts.removeLast()
            } else if part != "." {
                parts.append(part)
            }
        }
    }
    let (file, folder) = (plain(path).dropLast(), plain(inputs))
    guard file.count > folder.count, file.starts(with: folder) else { return nil }
    return file.dropFirst(folder.count).joined(separator: "/")
}
