import Expressions
import Tables

/// Builds one source: how one kind of export file feeds one canonical table.
struct SourceBuilder {
    let fields: Fields
    let schemas: [SchemaDefinition]
    let references: ReferenceFiles
    let timeZone: String
    let findings: Findings

    func build() -> SourceDefinition? {
        let name = fields.requiredText("source")
        if let name, let place = fields["source"]?.location {
            guard isGoodName(name, of: "a source", at: place, findings: findings) else { return nil }
        }
        let table = fields.requiredText("table")
        let files = fields.requiredText("files")
        if let files, let place = fields["files"]?.location { complainOfPattern(files, at: place) }
        let dialect = DialectReader(fields: fields, findings: findings).read()
        let exports = fields.choice("exports", SourceDefinition.ExportKind.self) ?? .increment
        let onGate = fields.choice("on_gate", SourceDefinition.OnGate.self) ?? .stop
        let gates = GateReader(fields: fields, findings: findings).read()
        let folder = fields.text("folder") ?? ""
        if folder.hasPrefix("/") || folder.split(separator: "/").contains("..") {
            findings.error(
                .badValue, "`folder` is a folder below the inputs, not \(quoted(folder))",
                at: fields["folder"]?.location)
        }
        _ = fields.required("columns")
        guard let name, let table, let files else { return nil }
        guard let schema = schemas.first(where: { $0.name == table }) else {
            findings.error(
                .unknownSchema, "there is no canonical table \(quoted(table))", at: fields["table"]?.location,
                help: suggestion(table, schemas.filter { $0.listOf == nil && !$0.isOfRun }.map(\.name)))
            return nil
        }
        if schema.isOfRun {
            findings.error(
                .unknownSchema, "`\(table)` is made by every run of what it knows about itself, so no source feeds it",
                at: fields["table"]?.location,
                help: suggestion("", schemas.filter { $0.listOf == nil && !$0.isOfRun }.map(\.name)))
            return nil
        }
        if let list = schema.listOf {
            findings.error(
                .list, "`\(table)` holds the values of the list `\(list.column)`, so no source feeds it",
                at: fields["table"]?.location, help: "map `\(list.column)` in a source of `\(list.schema)`")
            return nil
        }
        let columns = SourceColumns(fields: fields, schema: schema, references: references, findings: findings).build()
        complainOfUnmapped(columns, schema: schema, source: name)
        return SourceDefinition(
            name: name, schema: table, files: files, folder: folder, exports: exports, dialect: dialect,
            rowsWith: readRowFilter(), timeZone: fields.text("time_zone") ?? timeZone, columns: columns,
            key: readKey(columns, schema),
            newestBy: readNewest(columns, schema), onePer: readOnePer(columns, schema), perFile: gates.perFile,
            lastSevenDays: gates.lastSevenDays, onGate: onGate,
            freshness: FreshnessReader(fields: fields, findings: findings).read(),
            isOptional: fields.flag("optional") ?? false,
            location: fields.location)
    }

    /// DQ01: what every row must have must come from somewhere.
    private func complainOfUnmapped(_ columns: [ColumnMapping], schema: SchemaDefinition, source: String) {
        let mapped = Set(fields.mapping("columns").map(\.key))
        for column in schema.columns where column.isRequired && column.absence == .notComputable {
            let isMisspelt = mapped.contains {
                schema.column(named: $0) == nil && nearestName(to: $0, among: schema.columns.map(\.name)) == column.name
            }
            if mapped.contains(column.name) || isMisspelt { continue }
            findings.error(
                .unmapped, "`\(source)` does not map the required column `\(column.name)` of `\(schema.name)` (DQ01)",
                at: fields.entry("columns")?.location ?? fields.location,
                help: "add `\(column.name): { from: … }` under `columns`")
        }
        for mapping in columns where mapping.isOptional {
            guard let column = schema.column(named: mapping.column), column.isRequired,
                column.absence == .notComputable
            else { continue }
            findings.error(
                .unmapped, "`\(mapping.column)` is required of every row, so it cannot be `optional`",
                at: mapping.location)
        }
    }

    /// `rows_with: Callsign`, or `{ from: Entry, values: [Regrade] }`.
    private func readRowFilter() -> SourceDefinition.RowFilter? {
        guard let value = fields["rows_with"] else { return nil }
        let names = HeaderNames(what: "`rows_with`", findings: findings)
        guard case .mapping(let entries) = value.kind, !entries.contains(where: { $0.key == "any_of" }) else {
            return names.read(value).map { .init(headers: $0, values: []) }
        }
        guard let filter = Fields(value, "`rows_with`", keys: Keys.rowFilter, findings: findings),
            let headers = filter.required("from").flatMap(names.read)
        else { return nil }
        if let empty = filter["values"], filter.texts("values")?.isEmpty == true {
            findings.error(
                .badValue, "`values` of `rows_with` is empty, so no record would be a row", at: empty.location)
        }
        return .init(headers: headers, values: filter.texts("values") ?? [])
    }

    private func complainOfPattern(_ pattern: String, at place: Diagnostic.Location) {
        func complain(_ why: String) {
            findings.error(
                .filePattern, "\(quoted(pattern)) is not a pattern of file names: \(why)", at: place,
                help: "such as calls_{yyyyMMdd}.csv*")
        }
        guard !pattern.contains("/") else { return complain("it holds a `/`; name the folder under `folder`") }
        let opens = pattern.split(separator: "{", omittingEmptySubsequences: false)
        let closes = pattern.split(separator: "}", omittingEmptySubsequences: false)
        if opens.count == 1 && closes.count == 1 { return }
        guard opens.count == 2, closes.count == 2, let end = opens[1].firstIndex(of: "}") else {
            return complain("it may hold one date in braces")
        }
        let date = opens[1][..<end]
        let allowed: [Character: Set<Int>] = ["y": [2, 4], "M": [2], "d": [2]]
        var letters: Set<Character> = []
        var rest = date
        while let letter = rest.first {
            let run = rest.prefix { $0 == letter }.count
            rest = rest.dropFirst(run)
            if let runs = allowed[letter] {
                guard runs.contains(run) else { return complain("write dates as yyyy, MM and dd") }
                guard letters.insert(letter).inserted else { return complain("the date names a part twice") }
            } else if letter.isLetter {
                return complain("a date has the letters y, M and d: `\(letter)` is none of them")
            }
        }
        if !letters.contains("y") { complain("the date needs its year") }
        if letters.contains("d") && !letters.contains("M") { complain("the date needs its month") }
    }

    /// A column that the source must have: mapped, or one that reads as something when it is not.
    private func complainUnlessKnown(
        _ column: String, _ columns: [ColumnMapping], _ schema: SchemaDefinition, what: String,
        at place: Diagnostic.Location?
    ) {
        let mapped = fields.mapping("columns").map(\.key)
        if mapped.contains(column) || schema.column(named: column)?.absence.isReadable == true { return }
        let isColumn = schema.column(named: column) != nil
        findings.error(
            .unmappedKey,
            "\(what) names `\(column)`, which " + (isColumn ? "is not mapped" : "is not a column of this source"),
            at: place, help: suggestion(column, mapped))
    }

    private func readKey(_ columns: [ColumnMapping], _ schema: SchemaDefinition) -> [String] {
        guard let value = fields["key"] else {
            for column in schema.key {
                complainUnlessKnown(
                    column, columns, schema, what: "the key of `\(schema.name)`", at: fields.entry("columns")?.location)
            }
            return schema.key
        }
        if value.text == "none" { return [] }
        let key = fields.texts("key") ?? []
        for column in key { complainUnlessKnown(column, columns, schema, what: "`key`", at: value.location) }
        return key
    }

    private func readNewest(_ columns: [ColumnMapping], _ schema: SchemaDefinition) -> String? {
        guard let name = fields.text("newest_by") else { return nil }
        complainUnlessKnown(name, columns, schema, what: "`newest_by`", at: fields["newest_by"]?.location)
        return name
    }

    private func readOnePer(_ columns: [ColumnMapping], _ schema: SchemaDefinition) -> SourceDefinition.OnePer? {
        guard let key = fields.text("one_per") else {
            if let take = fields.entry("take") {
                findings.error(.mapping, "`take` needs `one_per`", at: take.location)
            }
            return nil
        }
        complainUnlessKnown(key, columns, schema, what: "`one_per`", at: fields["one_per"]?.location)
        var take: [String: SourceDefinition.OnePer.Take] = [:]
        for entry in fields.mapping("take") {
            complainUnlessKnown(entry.key, columns, schema, what: "`take`", at: entry.location)
            let words = (entry.value.text ?? "").split(separator: " ").map(String.init)
            switch (words.first, words.count) {
            case ("min", 1): take[entry.key] = .minimum
            case ("max", 1): take[entry.key] = .maximum
            case ("first", 3) where words[1] == "by", ("last", 3) where words[1] == "by":
                complainUnlessKnown(words[2], columns, schema, what: "`take`", at: entry.value.location)
                take[entry.key] = words[0] == "first" ? .first(by: words[2]) : .last(by: words[2])
            default:
                findings.error(
                    .mapping, "`\(entry.key)` is taken by \(quoted(entry.value.text ?? "")), which means nothing",
                    at: entry.value.location, help: "write min, max, `first by COLUMN` or `last by COLUMN`")
            }
        }
        return .init(key: key, take: take)
    }
}

extension SchemaDefinition.Absence {
    /// Whether the column reads as something when no force maps it.
    var isReadable: Bool {
        self != .notComputable
    }
}
