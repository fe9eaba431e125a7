import Expressions
import Tables

/// Reads how one column is taken from an export, all but its computation, which waits for the types of the others.
struct MappingReader {
    let column: String
    let fields: Fields
    let schema: SchemaDefinition
    let references: ReferenceFiles
    let findings: Findings

    var target: SchemaDefinition.Column? { schema.column(named: column) }

    /// The column's type as expressions see it: the schema's, or the mapping's own for a column the schema lacks.
    func type() -> ValueType? {
        let word = fields.text("type")
        if let target {
            if let word, let place = fields["type"]?.location, !agrees(word, with: target.type) {
                findings.error(
                    .mapping, "`\(column)` is \(phrase(target.type)) and cannot be \(quoted(word))", at: place,
                    help: "leave `type` out: the schema knows it")
            }
            return target.type
        }
        guard let word, let place = fields["type"]?.location else {
            if fields["is"] == nil {
                findings.error(
                    .mapping, "`\(column)` is not a column of `\(schema.name)`, so it needs a `type`",
                    at: fields.location,
                    help: nearestName(to: column, among: schema.columns.map(\.name)).map { "did you mean `\($0)`?" }
                        ?? "give it a `type` if only computed columns of this source read it")
            }
            return nil
        }
        if word == "time_of_day" { return .time }
        guard let type = parseType(word, values: fields.mapping("values").compactMap(\.value.text)) else {
            findings.error(
                .badChoice, "\(quoted(word)) is not a type", at: place,
                help: suggestion(word, typeWords + ["time_of_day"]))
            return nil
        }
        return type
    }

    private func agrees(_ word: String, with type: ValueType) -> Bool {
        if target?.list != nil { return word == "list" }
        if word == type.word || parseType(word) == type { return true }
        switch type {
        case .time: return word == "time_of_day"
        case .category: return word == "category"
        // Hashed by the supplier already.
        case .pseudonym: return word == "id"
        case .number: return word.hasPrefix("number")
        default: return false
        }
    }

    /// The one way in which the column gets its cells; a computed column has none of its own.
    func origin() -> ColumnMapping.Origin? {
        let given = ["from", "join", "is", "constant"].filter {
            fields[$0] != nil || ($0 == "constant" && fields.entry($0) != nil)
        }
        guard given.count == 1 else {
            findings.error(
                .mapping,
                given.isEmpty
                    ? "`\(column)` says neither `from`, `join`, `is` nor `constant`"
                    : "`\(column)` is taken in two ways: \(given.map { "`\($0)`" }.joined(separator: " and "))",
                at: given.isEmpty ? fields.location : fields.entry(given[1])?.location)
            return nil
        }
        if given != ["join"], let with = fields.entry("with") {
            findings.error(.mapping, "only a `join` has `with`", at: with.location)
        }
        switch given[0] {
        case "from": return fields["from"].flatMap(headers).map { .header($0) }
        case "join":
            let parts = fields.list("join").compactMap(part)
            if parts.count < 2 {
                findings.error(
                    .mapping, "`join` needs a list of two headers or more", at: fields["join"]?.location)
                return nil
            }
            return .joined(parts, with: fields.entry("with")?.value.text ?? "")
        case "constant": return fields.text("constant").map { .constant($0) }
        default: return nil
        }
    }

    /// A header, or alternatives: `{ any_of: [Segment Start, Seg Start] }`.
    func headers(_ value: YamlValue) -> [String]? {
        HeaderNames(what: "`from`", findings: findings).read(value)
    }

    /// A header of a `join`, or one with the spelling that its cells are brought to.
    private func part(_ value: YamlValue) -> ColumnMapping.Part? {
        guard case .mapping(let entries) = value.kind, !entries.contains(where: { $0.key == "any_of" }) else {
            return headers(value).map { ColumnMapping.Part($0) }
        }
        guard let fields = Fields(value, "a part of `join`", keys: Keys.joinPart, findings: findings),
            let names = fields.required("from").flatMap(headers)
        else { return nil }
        var formats: [String] = []
        if fields["format"] != nil {
            let reader = FormatReader(fields: fields, findings: findings)
            formats = reader.read("format", need: .date, otherwise: "yyyy-MM-dd").formats
        }
        return .init(names, dayFormats: formats, keepsLeadingZeros: fields.flag("leading_zeros") ?? true)
    }

    func read(origin: ColumnMapping.Origin, type: ValueType) -> ColumnMapping {
        complainOfList()
        return ColumnMapping(
            column: column, origin: origin, form: FormReader(mapping: self, type: type).read(),
            through: readReference(type), values: readValues(type), isOptional: fields.flag("optional") ?? false,
            separator: readSeparator(), location: fields.location)
    }

    /// What is written for a cell with several values would have to be written for each of them.
    private func complainOfList() {
        guard target?.list != nil else { return }
        for key in ["values", "through"] {
            guard fields[key] != nil, let entry = fields.entry(key) else { continue }
            findings.error(
                .list, "`\(column)` is a list, and its values are taken as they stand: no `\(key)`", at: entry.location,
                help: "say what the values mean in a reference table")
        }
    }

    private func readSeparator() -> String? {
        guard let entry = fields.entry("separator") else { return nil }
        guard target?.list != nil else {
            findings.error(.mapping, "only a list has `separator`", at: entry.location)
            return nil
        }
        return readListSeparator(fields, findings: findings)
    }

    private func readValues(_ type: ValueType) -> [String: String] {
        var values: [String: String] = [:]
        var seen: Set<String> = []
        for entry in fields.mapping("values") {
            guard let text = entry.value.text else {
                findings.error(
                    .wrongShape, "a value must be a text, not \(entry.value.shape)", at: entry.value.location)
                continue
            }
            if !seen.insert(foldedText(entry.key)).inserted {
                findings.error(
                    .duplicateName, "\(quoted(entry.key)) is mapped twice: case and runs of spaces do not matter",
                    at: entry.location)
            }
            if case .category(let canonical, _) = type, !canonical.contains(text) {
                findings.error(
                    .valueTarget, "\(quoted(text)) is not a value of `\(column)`", at: entry.value.location,
                    help: suggestion(text, canonical))
            }
            values[entry.key] = text
        }
        return values
    }

    private func readReference(_ type: ValueType) -> ColumnMapping.Reference? {
        guard let value = fields["through"] else {
            for key in ["key", "take"] {
                guard let entry = fields.entry(key) else { continue }
                findings.error(.mapping, "`\(key)` needs `through`", at: entry.location)
            }
            return nil
        }
        guard let path = fields.text("through"), fields.required("key") != nil, fields.required("take") != nil,
            let key = fields.text("key"), let take = fields.text("take"),
            let keyPlace = fields["key"]?.location, let takePlace = fields["take"]?.location
        else { return nil }
        return references.read(
            path, at: value.location, key: (key, keyPlace), take: (take, takePlace), findings: findings)
    }
}

/// Text as headers and labels are compared: ASCII case and runs of spaces do not matter.
func foldedText(_ text: String) -> String {
    let spaced = String(text.unicodeScalars.map { $0 == "\u{A0}" || $0 == "\t" ? " " : Character($0) })
    return spaced.split(separator: " ").joined(separator: " ").lowercasedASCII
}

extension String {
    fileprivate var lowercasedASCII: String {
        String(decoding: utf8.map { (65...90).contains($0) ? $0 + 32 : $0 }, as: UTF8.self)
    }
}
