import Expressions
import Tables

/// Our canonical input tables.
func buildSchemas(_ drafts: [Fields], findings: Findings) -> [SchemaDefinition] {
    var schemas: [SchemaDefinition] = []
    for draft in drafts {
        guard let schema = buildSchema(draft, findings: findings) else { continue }
        if schemas.contains(where: { $0.name == schema.name }) {
            findings.error(
                .duplicateName, "there are two schemas named `\(schema.name)`", at: draft["schema"]?.location)
        } else {
            schemas.append(schema)
        }
    }
    complainOfStandIns(drafts, schemas, findings: findings)
    for child in schemas.flatMap({ listTables(of: $0, findings: findings) }) {
        if schemas.contains(where: { $0.name == child.name }) {
            findings.error(
                .duplicateName,
                "the values of this list are read as `\(child.name)`, and there is a schema of that name",
                at: child.location, help: "choose another name for the column")
        } else {
            schemas.append(child)
        }
    }
    return schemas
}

/// What a column may be empty beside is another table that reads as empty itself: one of the two is there.
private func complainOfStandIns(_ drafts: [Fields], _ schemas: [SchemaDefinition], findings: Findings) {
    let known = schemas.filter(\.readsEmpty).map(\.name)
    for entry in drafts.flatMap({ $0.mapping("columns") }) {
        guard case .mapping(let keys) = entry.value.kind,
            let table = keys.first(where: { $0.key == "needed_without" })?.value,
            let name = table.text, !known.contains(name)
        else { continue }
        findings.error(
            .unknownTable, "`needed_without` names \(quoted(name)), which is no table that may be absent",
            at: table.location, help: suggestion(name, known))
    }
}

private func buildSchema(_ draft: Fields, findings: Findings) -> SchemaDefinition? {
    guard let name = draft.requiredText("schema"), let place = draft["schema"]?.location,
        isGoodName(name, of: "a schema", at: place, findings: findings)
    else { return nil }
    let columns = draft.mapping("columns").compactMap { buildColumn($0, findings: findings) }
    let key = draft.texts("key") ?? []
    for part in key where !columns.contains(where: { $0.name == part }) {
        findings.error(
            .unknownColumn, "the key column `\(part)` is not a column of `\(name)`", at: draft["key"]?.location,
            help: suggestion(part, columns.map(\.name)))
    }
    for entry in draft.mapping("columns") {
        guard case .mapping(let keys) = entry.value.kind, let after = keys.first(where: { $0.key == "after" })?.value,
            columns.first(where: { $0.name == after.text })?.type != .time
        else { continue }
        findings.error(
            .unknownColumn, "`after` must name a time column of `\(name)`, not \(quoted(after.text ?? ""))",
            at: after.location, help: suggestion(after.text ?? "", columns.filter { $0.type == .time }.map(\.name)))
    }
    let time = draft.requiredText("time") ?? ""
    if time != SchemaDefinition.ofAsOf, let place = draft["time"]?.location {
        let column = columns.first { $0.name == time }
        if column?.type != .time && column?.type != .date {
            findings.error(
                .unknownColumn, "`time` must name a time or date column of `\(name)`, not `\(time)`", at: place,
                help: suggestion(
                    time,
                    columns.filter { $0.type == .time || $0.type == .date }.map(\.name) + [SchemaDefinition.ofAsOf]))
        }
    }
    let isOfRun = draft.choice("supplied_by", Supplier.self) != nil
    if isOfRun, RunTable(rawValue: name) == nil {
        findings.error(
            .unknownTable, "a run knows nothing about itself that is called `\(name)`", at: place,
            help: suggestion(name, RunTable.allCases.map(\.rawValue)))
    }
    return SchemaDefinition(
        name: name, columns: columns, key: key, time: time, isOptional: draft.flag("optional") ?? false,
        readsEmpty: draft.choice("absent", WholeAbsence.self) != nil,
        isOfRun: isOfRun, location: draft.location)
}

/// Who else than a source can supply a table.
private enum Supplier: String, CaseIterable {
    case run
}

/// What a table can read as where no source supplies it.
private enum WholeAbsence: String, CaseIterable {
    case noRows = "no rows"
}

private func buildColumn(_ entry: YamlValue.Entry, findings: Findings) -> SchemaDefinition.Column? {
    guard isGoodName(entry.key, of: "a column", at: entry.location, findings: findings),
        let fields = Fields(entry.value, "a column of a schema", keys: Keys.schemaColumn, findings: findings),
        let type = columnType(fields, findings: findings)
    else { return nil }
    return SchemaDefinition.Column(
        name: entry.key, type: type, isRequired: fields.flag("required") ?? false,
        absence: absence(fields, type: type, findings: findings), isPlanned: fields.flag("planned") ?? false,
        isSensitive: fields.flag("sensitive") ?? false, range: readRange(fields, type: type, findings: findings),
        after: fields.text("after"), list: readList(fields, findings: findings), location: entry.location)
}

private func absence(_ fields: Fields, type: ValueType, findings: Findings) -> SchemaDefinition.Absence {
    let entry = fields.entry("absent")
    if let table = fields.text("needed_without") {
        if entry?.value.isNull != true {
            findings.error(
                .badValue, "`needed_without` is for a column that reads as empty beside another table",
                at: fields["needed_without"]?.location, help: "write `absent: null` with it")
        }
        return .readsEmptyBeside(table)
    }
    guard let entry else { return .notComputable }
    if entry.value.isNull { return .reads(nil) }
    guard let text = fields.text("absent") else { return .notComputable }
    let isValue: Bool
    switch type {
    case .category(let values, _): isValue = values.contains(text)
    case .text, .id: isValue = true
    default: isValue = parseLiteral(text, as: type) != nil
    }
    if !isValue {
        findings.error(
            .badValue, "`absent` is \(quoted(text)), which is no value of the type \(type.word)",
            at: entry.value.location)
    }
    return .reads(text)
}

/// Plausible limits, written as the lowest and the highest value.
func readRange(_ fields: Fields, type: ValueType, findings: Findings) -> ClosedRange<Int64>? {
    guard let value = fields["range"] else { return nil }
    let ends = fields.texts("range") ?? []
    guard ends.count == 2, let low = parseLiteral(ends[0], as: type), let high = parseLiteral(ends[1], as: type),
        low <= high
    else {
        findings.error(
            .badValue, "`range` must be the lowest and the highest value, such as [0 s, 24 h]", at: value.location)
        return nil
    }
    return low...high
}
