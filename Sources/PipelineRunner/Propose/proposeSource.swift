package import Definitions
import Ingest
import RunStore
import Tables

/// Proposes the YAML of a source from the first records of an export: what can be told is written, what needs a decision
/// is a comment. Nothing of it is used until an analyst has read it.
package func proposeSource(file path: String, table: String, schemas: [SchemaDefinition]) throws -> [String] {
    guard let schema = schemas.first(where: { $0.name == table.lowercased() }) else {
        let names = schemas.map(\.name)
        let nearest = nearestName(to: table, among: names).map { "did you mean \($0)? " } ?? ""
        throw Diagnostic(
            code: "E0115", "there is no table '\(table)'", help: nearest + "there is \(names.joined(separator: ", "))")
    }
    let sample = try ExportSample(path)
    let matches = matchHeaders(sample, to: schema)
    var lines = [
        "# Proposed from \(sample.name). Read every line; a comment with ? asks for a decision.",
        "source: \(plainName(sample.name, table: table))", "table: \(schema.name)",
        "files: \"\(pattern(sample.name))\"",
        "exports: increment                # ? snapshot: only the newest file counts; window: the newest rules its period",
    ]
    lines += dialectLines(sample)
    lines.append("columns:")
    for column in schema.columns {
        guard let place = matches[column.name] else {
            lines.append("  # \(column.name): { from: ? }\(column.isRequired ? "     # required" : "")")
            continue
        }
        let (text, notes) = columnText(column, header: sample.header[place], values: sample.values(of: place))
        lines.append("  \(column.name): \(text)")
        lines += notes.map { "    # \($0)" }
    }
    let unused = sample.header.indices.filter { place in !matches.values.contains(place) }.map { sample.header[$0] }
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
    let tokens = ["-", "n/a", "N/A", "NULL", "#REF!", "#N/A"].filter { token in
        sample.rows.contains { $0.contains(token) }
    }
    if !tokens.isEmpty { lines.append("nulls: [\(tokens.map(quoted).joined(separator: ", "))]") }
    return lines
}

private func columnText(_ column: SchemaDefinition.Column, header: String, values: [String]) -> (String, [String]) {
    var parts = ["from: \(quoted(header))"]
    var notes: [String] = []
    switch column.type {
    case .time, .date:
        let guess = guessTimeFormat(values)
        if let format = guess.format {
            parts.append("format: \(quoted(format))")
        } else {
            notes.append("? format: no sample value shows one")
        }
        if guess.isAmbiguous { notes.append("? day and month could be the other way round") }
    case .category(let allowed, _):
        let known = Set(allowed.map { $0.lowercased() })
        let strange = distinct(values).filter { !known.contains($0.lowercased()) }
        if !strange.isEmpty {
            notes.append("? values: { \(strange.prefix(20).map { "\(quoted($0)): ?" }.joined(separator: ", ")) }")
            notes.append("  each stands for one of \(allowed.joined(separator: ", "))")
        }
    case .pseudonym:
        parts.append("type: pseudonym")
        notes.append(
            "? withheld: [\"\", Withheld, Unknown]; needs pseudonym_key in pipeline.yaml; type: id if already hashed")
    case .flag, .integer, .number, .duration, .text, .id, .null: break
    }
    return ("{ \(parts.joined(separator: ", ")) }", notes)
}

/// In order of first appearance.
private func distinct(_ values: [String]) -> [String] {
    var seen: Set<String> = []
    return values.filter { !$0.isEmpty && seen.insert($0).inserted }
}

/// As YAML takes it for a text: quoted unless it is plainly one.
private func quoted(_ text: String) -> String {
    let isPlain =
        !text.isEmpty && text.first?.isLetter == true
        && text.allSatisfy {
            $0.isASCII && ($0.isLetter || $0.isNumber || $0 == " " || $0 == "_")
        }
    let words = ["yes", "no", "true", "false", "null", "on", "off", "y", "n"]
    if isPlain, !words.contains(text.lowercased()), text.last != " " { return text }
    return "\"" + text.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined() + "\""
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
    return text.hasSuffix(".csv") ? text + "*" : text
}

private func isoDate(in text: String) -> Range<String.Index>? {
    var start = text.startIndex
    while let end = text.index(start, offsetBy: 10, limitedBy: text.endIndex) {
        if CivilDate(String(text[start..<end])) != nil { return start..<end }
        start = text.index(after: start)
    }
    return nil
}

private func plainName(_ name: String, table: String) -> String {
    let stem = name.split(separator: ".").first.map(String.init) ?? table
    let letters = stem.lowercased().map { $0.isASCII && $0.isLetter ? $0 : "_" }
    let words = String(letters).split(separator: "_").joined(separator: "_")
    return words.isEmpty ? table : words
}
