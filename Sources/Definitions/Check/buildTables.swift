import Expressions
import Tables

/// Our derived tables, each after those it is built from; `typing` learns what each has.
func buildTables(
    _ drafts: [Fields], schemas: [SchemaDefinition], typing: inout Typing, findings: Findings
) -> [TableDefinition] {
    for schema in schemas {
        var table = TableTypes(name: schema.name)
        for column in schema.columns { table.columns[column.name] = column.type }
        table.sensitive = Set(schema.columns.filter(\.isSensitive).map(\.name))
        table.time = schema.isOfAsOf ? nil : schema.time
        typing.tables[.source(schema.name)] = table
    }
    let named = namedTables(drafts, references: typing.referenceNames, findings: findings)
    let names = named.map(\.name)
    let sources = schemas.map { "source.\($0.name)" }
    var origins: [String: (from: TableDefinition.Origin?, relations: [String: TableDefinition.Origin])] = [:]
    func rowsOrigin(_ origin: TableDefinition.Origin?, at value: YamlValue?) -> TableDefinition.Origin? {
        guard case .reference(let name)? = origin else { return origin }
        findings.error(
            .unknownTable, "`\(name)` is a reference table: only relations lead to it", at: value?.location,
            help: "make the table of rows that look into it")
        return nil
    }
    for (name, draft) in named {
        func origin(_ value: YamlValue?) -> TableDefinition.Origin? {
            value.flatMap {
                tableOrigin(
                    $0, tables: names, references: typing.referenceNames, sources: sources, findings: findings)
            }
        }
        var relations: [String: TableDefinition.Origin] = [:]
        for entry in draft.mapping("relations") {
            guard case .mapping(let keys) = entry.value.kind, let to = keys.first(where: { $0.key == "to" })?.value
            else {
                continue
            }
            relations[entry.key] = origin(to)
        }
        origins[name] = (rowsOrigin(origin(rowsOf(draft)), at: rowsOf(draft)), relations)
    }
    let (order, cycles) = inOrder(names) { name in
        guard let origin = origins[name] else { return [] }
        // A relation may lead back to its own table.
        return ([origin.from] + origin.relations.sorted { $0.key < $1.key }.map(\.value)).compactMap {
            if case .table(let other) = $0, other != name || $0 == origin.from { other } else { nil }
        }
    }
    for cycle in cycles {
        findings.error(
            .cycle, "tables are built from each other: \(cycle.joined(separator: " → "))",
            at: named.first { $0.name == cycle[0] }?.draft["table"]?.location,
            help: "a table may look only at tables that are built before it")
    }
    return order.compactMap { name in
        guard let draft = named.first(where: { $0.name == name })?.draft, let origin = origins[name],
            let from = origin.from, typing.tables[from] != nil
        else {
            typing.failedTables.insert(name)
            return nil
        }
        var builder = TableBuilder(
            name: name, draft: draft, from: from, relationTargets: origin.relations, typing: typing, findings: findings)
        let table = builder.build()
        typing = builder.typing
        return table
    }
}

/// The table whose rows these are: `from`, or `rows` of an expansion.
private func rowsOf(_ draft: Fields) -> YamlValue? {
    guard let expand = draft["expand"], case .mapping(let entries) = expand.kind else { return draft.required("from") }
    return entries.first { $0.key == "rows" && !$0.value.isNull }?.value
}

private func namedTables(
    _ drafts: [Fields], references: [String], findings: Findings
) -> [(name: String, draft: Fields)] {
    var named: [(name: String, draft: Fields)] = []
    for draft in drafts {
        guard let name = draft.requiredText("table"), let place = draft["table"]?.location,
            isGoodName(name, of: "a table", at: place, findings: findings)
        else { continue }
        if named.contains(where: { $0.name == name }) || references.contains(name) {
            findings.error(.duplicateName, "there are two tables named `\(name)`", at: place)
        } else {
            named.append((name, draft))
        }
    }
    return named
}

/// The table that `from`, `to` or a rule names.
func tableOrigin(
    _ value: YamlValue, tables: [String], references: [String], sources: [String], findings: Findings
) -> TableDefinition.Origin? {
    guard let text = value.text else {
        findings.error(.wrongShape, "the name of a table is a text, not \(value.shape)", at: value.location)
        return nil
    }
    if tables.contains(text) { return .table(text) }
    if references.contains(text) { return .reference(text) }
    if sources.contains(text) { return .source(String(text.dropFirst(7))) }
    findings.error(
        .unknownTable, "there is no table \(quoted(text))", at: value.location,
        help: sources.contains("source." + text)
            ? "write `source.\(text)` for the rows of the exports" : suggestion(text, tables + references + sources))
    return nil
}
