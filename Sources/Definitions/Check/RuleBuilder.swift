import Expressions
import Tables

/// Builds one data-quality rule.
struct RuleBuilder {
    let fields: Fields
    let schemas: [SchemaDefinition]
    let tables: [TableDefinition]
    let typing: Typing
    let findings: Findings

    /// The rules that no expression can say: only their severity and limits are data.
    static let builtIn = ["DQ01", "DQ02", "DQ03", "DQ04", "DQ05", "DQ06", "DQ07", "DQ24", "DQ25", "DQ27", "DQ28"]

    func build() -> RuleDefinition? {
        let id = fields.requiredText("id")
        let name = fields.requiredText("name")
        _ = fields.required("else")
        guard let id else { return nil }
        let target = readTarget(id)
        var expect: TypedExpression?
        if let target, target != .builtIn {
            expect = fields.required("expect").flatMap {
                typing.typed($0, "`expect`", in: target.origin, expecting: .flag)
            }
        }
        let action = readAction(target)
        let limits = (fields.share("warn_above"), fields.share("fail_above"), fields.share("stop_kpis_above"))
        guard let target, let action, let name, target == .builtIn || expect != nil else { return nil }
        return RuleDefinition(
            id: id, name: name, target: target, expect: expect, expectText: fields["expect"]?.text, action: action,
            warnAbove: limits.0, failAbove: limits.1, stopKPIsAbove: limits.2, location: fields.location)
    }

    private func readTarget(_ id: String) -> RuleDefinition.Target? {
        if fields.flag("built_in") == true {
            if !RuleBuilder.builtIn.contains(id) {
                findings.error(
                    .rule, "\(quoted(id)) is not a rule that is built in", at: fields["id"]?.location,
                    help: suggestion(id, RuleBuilder.builtIn))
            }
            for key in ["table", "expect"] {
                guard let entry = fields.entry(key) else { continue }
                findings.error(.rule, "a rule that is built in has no `\(key)`", at: entry.location)
            }
            return .builtIn
        }
        guard let value = fields.required("table"), !typing.failedTables.contains(value.text ?? ""),
            let origin = tableOrigin(
                value, tables: tables.map(\.name), references: typing.referenceNames,
                sources: schemas.map { "source.\($0.name)" }, findings: findings)
        else { return nil }
        switch origin {
        case .source(let name):
            guard let list = schemas.first(where: { $0.name == name })?.listOf else { return .source(name) }
            findings.error(
                .rule, "the rows of `source.\(name)` are values of the list `\(list.column)`: no rule sees them",
                at: value.location, help: "write the rule over a table that looks into it")
            return nil
        case .table(let name): return .table(name)
        case .reference(let name):
            findings.error(
                .rule, "the rows of `\(name)` are written in definitions: no rule sees them", at: value.location,
                help: "write the rule over a table that looks into it")
            return nil
        }
    }

    private func readAction(_ target: RuleDefinition.Target?) -> RuleDefinition.Action? {
        guard let value = fields["else"] else { return nil }
        if case .mapping(let entries) = value.kind {
            guard let entry = entries.first, entries.count == 1, ["blank", "set"].contains(entry.key) else {
                return complain(at: value.location)
            }
            complainOfTable(target, entry.key, at: value.location)
            guard case .source(let table)? = target, let schema = schemas.first(where: { $0.name == table }) else {
                return nil
            }
            let inner = Fields("`else`", at: value.location, entries: entries, findings: findings)
            return entry.key == "blank" ? blank(inner, schema) : set(inner, schema)
        }
        switch value.text {
        case "warn": return .warn
        case "count": return .count
        case "reject":
            complainOfTable(target, "reject", at: value.location)
            return .reject
        case "stop file":
            complainOfTable(target, "stop file", at: value.location)
            return .stopFile
        case "blank" where target == .builtIn: return .blank([])
        default: return complain(at: value.location)
        }
    }

    private func complain(at place: Diagnostic.Location) -> RuleDefinition.Action? {
        findings.error(
            .rule, "`else` says nothing that can be done", at: place,
            help: "write reject, warn, count, stop file, { blank: COLUMN } or { set: { COLUMN: EXPRESSION } }")
        return nil
    }

    /// A rule that sees relations sees rows that have been accepted: it may only warn or count.
    private func complainOfTable(_ target: RuleDefinition.Target?, _ action: String, at place: Diagnostic.Location) {
        guard case .table? = target else { return }
        findings.error(
            .rule, "a rule over a derived table may only warn or count, not \(action)", at: place,
            help: "write the rule over `source.…` if one row of the export says enough")
    }

    private func blank(_ fields: Fields, _ schema: SchemaDefinition) -> RuleDefinition.Action {
        let columns = fields.texts("blank") ?? []
        for name in columns {
            let column = schema.column(named: name)
            if column == nil {
                findings.error(
                    .unknownColumn, "`\(name)` is not a column of `\(schema.name)`", at: fields["blank"]?.location,
                    help: suggestion(name, schema.columns.map(\.name)))
            } else if column?.isRequired == true {
                findings.error(
                    .rule, "`\(name)` is required and cannot be blanked", at: fields["blank"]?.location,
                    help: "write `else: reject`")
            }
        }
        return .blank(columns)
    }

    private func set(_ fields: Fields, _ schema: SchemaDefinition) -> RuleDefinition.Action {
        let assignments = fields.mapping("set").compactMap { entry -> RuleDefinition.Assignment? in
            guard let column = schema.column(named: entry.key) else {
                findings.error(
                    .unknownColumn, "`\(entry.key)` is not a column of `\(schema.name)`", at: entry.location,
                    help: suggestion(entry.key, schema.columns.map(\.name)))
                return nil
            }
            return typing.typed(entry.value, "`set`", in: .source(schema.name), expecting: column.type)
                .map { .init(column: column.name, value: $0) }
        }
        return .set(assignments)
    }
}

extension RuleDefinition.Target {
    /// The table whose rows the rule sees; a built-in one sees none.
    fileprivate var origin: TableDefinition.Origin {
        switch self {
        case .builtIn: .source("")
        case .source(let name): .source(name)
        case .table(let name): .table(name)
        }
    }
}
