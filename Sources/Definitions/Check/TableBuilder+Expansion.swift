import Expressions
import Tables

/// `expand: { rows: TABLE, where: EXPR, points | open | hours: { … } }`.
extension TableBuilder {
    static let kinds = ["points", "open", "hours"]

    /// The keys of `expand`; keys beside it that belong inside are faults.
    func readExpand() -> Fields? {
        guard let value = draft["expand"],
            let fields = Fields(value, "`expand`", keys: Keys.expand, findings: findings)
        else { return nil }
        for (key, inside) in [("from", "rows"), ("where", "where")] {
            guard let entry = draft.entry(key) else { continue }
            findings.error(
                .expansion, "a table that expands rows has no `\(key)` of its own", at: entry.location,
                help: "write `\(inside)` inside `expand`")
        }
        return fields
    }

    /// What the rows become; the columns it makes are declared.
    mutating func readExpansion(_ fields: Fields) -> Expansion? {
        let given = TableBuilder.kinds.filter { fields[$0] != nil }
        guard let kind = given.first, let value = fields[kind] else {
            findings.error(
                .expansion, "`expand` does not say what rows become", at: fields.location,
                help: "write one of: \(TableBuilder.kinds.joined(separator: ", "))")
            return nil
        }
        for other in given.dropFirst() {
            findings.error(
                .expansion, "rows become `\(kind)` or `\(other)`, not both", at: fields.entry(other)?.location,
                help: "make a second table")
        }
        switch kind {
        case "points": return readPoints(value)
        case "open": return readOpen(value)
        default: return readHours(value)
        }
    }

    private mutating func readPoints(_ value: YamlValue) -> Expansion? {
        guard let fields = Fields(value, "`points`", keys: Keys.points, findings: findings) else { return nil }
        let start = bound(fields, "from", .time)
        let until = fields["until"].map { _ in bound(fields, "until", .time) }
        let every = bound(fields, "every", .duration)
        let point = made(fields, "as", .time)
        if let every, case .integer(let step) = every.node, step <= 0 {
            findings.error(
                .expansion, "`every` must be longer than nothing", at: fields["every"]?.location,
                help: "such as `28 d`")
            return nil
        }
        guard let start, let every, let point, until.map({ $0 != nil }) ?? true else { return nil }
        return .points(from: start, until: until ?? nil, every: every, as: point)
    }

    private mutating func readOpen(_ value: YamlValue) -> Expansion? {
        guard let fields = Fields(value, "`open`", keys: Keys.open, findings: findings) else { return nil }
        let start = bound(fields, "from", .time)
        let until = fields["until"].map { _ in bound(fields, "until", .time) }
        let ended = fields["ended"].map { typing.typed($0, "`ended`", in: from, expecting: .flag) }
        _ = fields.required("at")
        let instants = fields.choice("at", Expansion.Instants.self)
        let instant = made(fields, "as", .time)
        typing.tables[origin]?.stockInstant = instant
        guard let start, let instants, let instant, until.map({ $0 != nil }) ?? true, ended.map({ $0 != nil }) ?? true
        else { return nil }
        return .open(from: start, until: until ?? nil, ended: ended ?? nil, at: instants, as: instant)
    }

    private mutating func readHours(_ value: YamlValue) -> Expansion? {
        guard let fields = Fields(value, "`hours`", keys: Keys.hours, findings: findings) else { return nil }
        let start = bound(fields, "from", .time)
        let until = bound(fields, "until", .time)
        let hour = made(fields, "as", .time)
        let amount = made(fields, "amount", .duration)
        guard let start, let until, let hour, let amount else { return nil }
        return .hours(from: start, until: until, as: hour, amount: amount)
    }

    /// An expression over the row that is expanded.
    private func bound(_ fields: Fields, _ key: String, _ type: ValueType) -> TypedExpression? {
        guard let value = fields.required(key), let typed = typing.typed(value, "`\(key)`", in: from) else {
            return nil
        }
        if typed.type == type { return typed }
        findings.error(
            .expansion, "`\(key)` must be \(phrase(type)), but \(quoted(value.text ?? "")) is \(phrase(typed.type))",
            at: value.location, help: type == .time ? "a date has no instant: take a time" : "such as `28 d`")
        return nil
    }

    /// The name of a column that the expansion makes.
    private mutating func made(_ fields: Fields, _ key: String, _ type: ValueType) -> String? {
        guard let name = fields.requiredText(key), let place = fields[key]?.location,
            isGoodName(name, of: "a column", at: place, findings: findings), declare(name, as: "column", at: place)
        else { return nil }
        typing.tables[origin]?.columns[name] = type
        return name
    }
}
