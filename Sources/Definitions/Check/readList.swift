import Expressions
import Tables

/// What a column with several values in a cell is taken apart by; nothing, without a fault, for any other column.
func readList(_ fields: Fields, findings: Findings) -> SchemaDefinition.List? {
    guard fields["type"]?.text == "list" else {
        for key in ["of", "separator"] {
            guard let entry = fields.entry(key) else { continue }
            findings.error(.list, "only a list has `\(key)`", at: entry.location)
        }
        return nil
    }
    if let entry = fields.entry("absent"), !entry.value.isNull {
        findings.error(
            .list, "a list that is not supplied has no values: `absent` can only be null", at: entry.value.location)
    }
    guard let separator = readListSeparator(fields, findings: findings) else { return nil }
    return SchemaDefinition.List(separator: separator, of: fields.choice("of", ListItem.self)?.type ?? .text)
}

/// What stands between the values of a list, in a schema or, where an export writes it otherwise, in a mapping.
func readListSeparator(_ fields: Fields, findings: Findings) -> String? {
    guard let written = fields.required("separator"), let separator = fields.text("separator") else { return nil }
    guard !separator.isEmpty, separator.utf8.allSatisfy({ $0 >= 32 && $0 < 127 }) else {
        findings.error(
            .list, "`separator` is \(quoted(separator)), but must be one or more plain characters",
            at: written.location, help: "such as \";\"")
        return nil
    }
    return separator
}

private enum ListItem: String, CaseIterable {
    case text, id

    var type: ValueType { self == .text ? .text : .id }
}

/// The tables that the list columns of a schema read as: the key of its row, the place and the value.
func listTables(of schema: SchemaDefinition, findings: Findings) -> [SchemaDefinition] {
    schema.columns.compactMap { column in
        guard let list = column.list else { return nil }
        guard !schema.key.isEmpty, !schema.key.contains(column.name) else {
            findings.error(
                .list,
                "`\(column.name)` is a list, and its values are found by the key of `\(schema.name)`, which "
                    + (schema.key.isEmpty ? "has none" : "is the list itself"), at: column.location,
                help: "write `key` with the columns that name a row")
            return nil
        }
        let key = schema.key.compactMap(schema.column(named:))
        if let taken = key.first(where: { ["pos", "value"].contains($0.name) }) {
            findings.error(
                .list, "`\(taken.name)` of the key is also the name of a column that the values of a list have",
                at: taken.location, help: "choose another name for the column of the key")
            return nil
        }
        func added(_ name: String, _ type: ValueType, isSensitive: Bool) -> SchemaDefinition.Column {
            SchemaDefinition.Column(
                name: name, type: type, isRequired: true, absence: .notComputable, isPlanned: false,
                isSensitive: isSensitive, range: nil, location: column.location)
        }
        return SchemaDefinition(
            name: "\(schema.name)_\(column.name)",
            columns: key + [
                added("pos", .integer, isSensitive: false),
                added("value", list.of, isSensitive: column.isSensitive),
            ], key: schema.key + ["pos"], time: "", isOptional: true, readsEmpty: column.absence.isReadable,
            listOf: .init(schema: schema.name, column: column.name), location: column.location)
    }
}
