import Expressions
import Tables

/// Reads the lists of rows that a force's supervisors ask for, each checked against the table it is of.
struct ListReader {
    let typing: Typing
    let tables: [TableDefinition]
    let force: String
    let findings: Findings

    func read(_ drafts: [Fields]) -> [ListDefinition] {
        var seen: Set<String> = []
        return drafts.compactMap { fields in
            let id = readSlug("id", of: fields, unlike: &seen, findings: findings)
            return read(fields, id: id)
        }
    }

    private func read(_ fields: Fields, id: String?) -> ListDefinition? {
        let name = fields.requiredText("name")
        let because = fields.requiredText("because")
        let days = readDays(fields)
        _ = fields.required("where")
        _ = fields.required("columns")
        guard let written = fields.required("table"), !typing.failedTables.contains(written.text ?? ""),
            case .table(let table)? = tableOrigin(
                written, tables: tables.map(\.name), references: [], sources: [], findings: findings),
            let types = typing.tables[.table(table)]
        else { return nil }
        let day = readDay(fields, types)
        let condition = fields["where"].flatMap {
            typing.typed($0, "`where`", in: .table(table), expecting: .flag)
        }
        let columns = readColumns(fields, types)
        let order = readOrder(fields, types)
        guard let id, let name, let because, let days, let day, let condition, !columns.isEmpty else { return nil }
        let rows = FigureDefinition(
            id: "list \(id)", name: name, isHeadline: false, table: table, period: day,
            among: flattened(condition, populations: types.populations), amongText: fields["where"]?.text ?? "",
            due: nil, missing: .leaveOut, measure: .count, measureText: "rows", unit: .number(of: "count"),
            better: .none, standard: nil, by: [], clock: nil, basis: nil, note: nil, question: nil, findings: [],
            variantOf: nil, needsResolution: nil, owner: force, hash: "", change: nil, examples: [],
            location: fields.location, shows: columns)
        return ListDefinition(
            id: id, name: name, because: because, rows: rows, days: days, columns: columns, order: order,
            location: fields.location)
    }

    /// `as-of`, `last 7 days` or `every day`; nothing written means the as-of day.
    private func readDays(_ fields: Fields) -> ListDefinition.Days? {
        guard let value = fields["on"], let text = fields.text("on") else { return .last(1) }
        let words = text.lowercased().split(separator: " ")
        if words == ["as-of"] { return .last(1) }
        if words == ["every", "day"] { return .every }
        if words.count == 3, words[0] == "last", words[2] == "days" || words[2] == "day", let count = Int(words[1]),
            (1...366).contains(count)
        {
            return .last(count)
        }
        findings.error(
            .badValue, "`on` is \(quoted(text)), which names no days", at: value.location,
            help: "write as-of, `last 7 days` (up to 366) or `every day`")
        return nil
    }

    private func readDay(_ fields: Fields, _ types: TableTypes) -> String? {
        guard let written = fields["day"] else {
            if types.time == nil, types.failed.isEmpty {
                findings.error(
                    .missingKey, "`\(types.name)` has no `time`: the list must say which column decides a row's day",
                    at: fields.location, help: "write `day`")
            }
            return types.time
        }
        guard let name = fields.text("day"), !types.failed.contains(name) else { return nil }
        let type = types.columns[name]
        if type == .time || type == .date { return name }
        let candidates = types.columns.filter { $0.value == .time || $0.value == .date }.map(\.key).sorted()
        findings.error(
            type == nil ? .unknownColumn : .periodColumn,
            type.map { "`day` must be a time or a date, but `\(name)` is \(phrase($0))" }
                ?? "`\(name)` is not a column of \(types.name)",
            at: written.location, help: suggestion(name, candidates))
        return nil
    }

    private func readColumns(_ fields: Fields, _ types: TableTypes) -> [String] {
        var names: [String] = []
        for (name, place) in texts("columns", of: fields) {
            if names.contains(name) {
                findings.error(.duplicateName, "`columns` names `\(name)` twice", at: place)
            } else if isShown(name, types, at: place) {
                names.append(name)
            }
        }
        return names
    }

    private func readOrder(_ fields: Fields, _ types: TableTypes) -> [ListDefinition.Order] {
        texts("order_by", of: fields).compactMap { text, place in
            let words = text.split(separator: " ").map(String.init)
            let isDescending = words.count == 2 && words[1] == "desc"
            guard let name = words.first, words.count == 1 || isDescending || (words.count == 2 && words[1] == "asc")
            else {
                findings.error(
                    .badValue, "`order_by` is \(quoted(text)), but must be a column, or a column and `desc`", at: place)
                return nil
            }
            return isShown(name, types, at: place)
                ? ListDefinition.Order(column: name, isDescending: isDescending) : nil
        }
    }

    /// The texts of a list, or of one text alone, with their places.
    private func texts(_ key: String, of fields: Fields) -> [(String, Diagnostic.Location)] {
        guard let value = fields[key] else { return [] }
        if case .list(let items) = value.kind {
            return items.flatMap { item in fields.texts(of: item, key).map { ($0, item.location) } }
        }
        return fields.texts(of: value, key).map { ($0, value.location) }
    }

    private func isShown(_ name: String, _ types: TableTypes, at place: Diagnostic.Location) -> Bool {
        if types.sensitive.contains(name) || types.columns[name] == .pseudonym {
            findings.error(
                .badValue, "`\(name)` is sensitive and is never shown", at: place, help: "leave it out")
            return false
        }
        if types.columns[name] == nil, !types.failed.contains(name) {
            findings.error(
                .unknownColumn, "`\(name)` is not a column of \(types.name)", at: place,
                help: suggestion(name, types.columnNames.filter { !types.sensitive.contains($0) }))
            return false
        }
        return true
    }
}
