import Tables

/// Reads how an export's bytes spell records.
struct DialectReader {
    let fields: Fields
    let findings: Findings

    func read() -> Dialect {
        let breaks = fields["line_breaks"].flatMap {
            Fields($0, "`line_breaks`", keys: Keys.lineBreaks, findings: findings)
        }
        if let breaks { _ = breaks.required("columns") }
        let delimiter = byte("delimiter", names: ["tab": 9, "comma": 44, "semicolon": 59, "pipe": 124], otherwise: 44)
        let quote = byte("quote", names: ["none": 0], otherwise: 34)
        if delimiter == quote {
            findings.error(.badValue, "`delimiter` and `quote` are the same", at: fields["quote"]?.location)
        }
        return Dialect(
            encoding: fields.choice("encoding", Dialect.Encoding.self) ?? .utf8, delimiter: delimiter,
            quote: quote == 0 ? nil : quote, headerRecord: fields.integer("header", in: 1...1000) ?? 1,
            skip: beginnings("skip"), control: fields.text("control"), nullTokens: fields.texts("nulls") ?? [],
            lineBreakColumns: breaks?.texts("columns") ?? [],
            lineBreakLines: breaks?.integer("lines", in: 2...100_000) ?? 100,
            maximumRecordBytes: fields.integer("record_bytes", in: 256...16_777_216) ?? 65_536)
    }

    private func beginnings(_ key: String) -> [String] {
        let texts = fields.texts(key) ?? []
        if texts.contains(where: { $0.allSatisfy { $0 == " " } }) {
            findings.error(
                .badValue, "an empty beginning in `\(key)` would leave every record out", at: fields[key]?.location)
        }
        return texts.filter { !$0.isEmpty }
    }

    /// One ASCII character, or the name of one.
    private func byte(_ key: String, names: [String: UInt8], otherwise: UInt8) -> UInt8 {
        guard let value = fields[key], let text = fields.text(key) else { return otherwise }
        if let named = names[text] { return named }
        if text.utf8.count == 1, let byte = text.utf8.first, byte >= 32 || byte == 9, byte < 127 { return byte }
        findings.error(
            .badValue, "`\(key)` is \(quoted(text)), but must be one character or a name", at: value.location,
            help: suggestion(text, names.keys.sorted()))
        return otherwise
    }
}
