import Definitions

/// What a source is and how its files are spelt, a sentence for each thing.
func sourceWords(_ source: SourceDefinition) -> [String] {
    let folder = source.folder.isEmpty ? "" : "\(source.folder)/"
    var lines = ["Files \(folder)\(source.files). \(exportWords(source.exports))"]
    lines.append(dialectWords(source.dialect))
    lines.append("Times without an offset are of \(source.timeZone).")
    if let filter = source.rowsWith {
        let header = either(filter.headers.map(quoted))
        lines.append(
            filter.values.isEmpty
                ? "Only records with something in \(header) are rows."
                : "Only records with \(either(filter.values.map(quoted))) in \(header) are rows.")
    }
    lines.append(
        source.key.isEmpty ? "Rows have no key." : "A row is named by \(source.key.joined(separator: ", ")).")
    if let newest = source.newestBy { lines.append("Of rows of one key that differ the newest by \(newest) counts.") }
    if let one = source.onePer { lines.append(oneRowWords(one)) }
    if source.isOptional { lines.append("It may be absent.") }
    return lines
}

private func exportWords(_ kind: SourceDefinition.ExportKind) -> String {
    switch kind {
    case .snapshot: "Only the newest counts."
    case .window: "The newest rules every day that it covers; a row that it no longer has is removed."
    case .increment: "They add up; the newest row of a key counts."
    }
}

private func dialectWords(_ dialect: Dialect) -> String {
    var parts = ["\(dialect.encoding.rawValue), cells divided by \(delimiter(dialect.delimiter))"]
    parts.append(dialect.quote.map { "quoted with \(String(decoding: [$0], as: UTF8.self))" } ?? "never quoted")
    parts.append("the header is record \(dialect.headerRecord)")
    if !dialect.skip.isEmpty {
        parts.append("records that begin with \(either(dialect.skip.map(quoted))) are left out")
    }
    if let control = dialect.control { parts.append("the row count stands after \(quoted(control))") }
    if !dialect.nullTokens.isEmpty { parts.append("\(either(dialect.nullTokens.map(quoted))) means empty") }
    if !dialect.lineBreakColumns.isEmpty {
        parts.append("\(dialect.lineBreakColumns.map(quoted).joined(separator: ", ")) may hold line breaks")
    }
    return parts.joined(separator: "; ") + "."
}

private func delimiter(_ byte: UInt8) -> String {
    switch byte {
    case 44: "commas"
    case 59: "semicolons"
    case 9: "tabs"
    case 124: "upright bars"
    default: quoted(String(decoding: [byte], as: UTF8.self))
    }
}

private func oneRowWords(_ one: SourceDefinition.OnePer) -> String {
    let taken = one.take.sorted { $0.key < $1.key }.map { column, take in
        switch take {
        case .minimum: "\(column) the least"
        case .maximum: "\(column) the greatest"
        case .first(let by): "\(column) the first by \(by)"
        case .last(let by): "\(column) the last by \(by)"
        }
    }
    return "One row for each \(one.key)" + (taken.isEmpty ? "" : ": \(taken.joined(separator: ", "))")
        + "; other columns of the first record."
}

/// A text of an export, told apart from the words around it.
func quoted(_ text: String) -> String {
    "\u{201C}\(text)\u{201D}"
}

/// `a`, `a or b`, `a, b or c`.
func either(_ texts: [String]) -> String {
    guard let last = texts.last, texts.count > 1 else { return texts.first ?? "nothing" }
    return texts.dropLast().joined(separator: ", ") + " or " + last
}
