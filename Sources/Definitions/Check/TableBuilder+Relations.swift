import Expressions
import Tables

extension TableBuilder {
    /// The relations written here, beside those that the table has from the one its rows come from.
    func readRelations(beside inherited: [TableDefinition.Relation]) -> [TableDefinition.Relation] {
        draft.mapping("relations").compactMap { entry in
            guard isGoodName(entry.key, of: "a relation", at: entry.location, findings: findings),
                let fields = Fields(entry.value, "a relation", keys: Keys.relation, findings: findings),
                fields.required("to") != nil, let to = relationTargets[entry.key]
            else { return nil }
            if inherited.contains(where: { $0.name == entry.key }) {
                findings.error(
                    .duplicateName, "`\(name)` has a relation named `\(entry.key)` already, from `\(from.text)`",
                    at: entry.location, help: "choose another name for the relation")
                return nil
            }
            return TableDefinition.Relation(
                name: entry.key, to: to, match: readMatch(fields), order: fields.texts("order") ?? [],
                validAt: fields.text("valid_at"), location: entry.location)
        }
    }

    /// `match: root_id`, `match: [a, b]` or `match: { mine: theirs }`.
    private func readMatch(_ fields: Fields) -> [TableDefinition.Match] {
        guard let value = fields.required("match") else { return [] }
        switch value.kind {
        case .text, .list:
            return fields.texts(of: value, "match").map { .init(mine: $0, theirs: $0) }
        case .mapping(let entries):
            return entries.compactMap { entry in
                guard let theirs = entry.value.text, !entry.value.isNull else {
                    findings.error(
                        .wrongShape, "`match` pairs a column of ours with one of theirs: `mine: theirs`",
                        at: entry.location)
                    return nil
                }
                return .init(mine: entry.key, theirs: theirs)
            }
        }
    }

    /// Whether both sides of every relation have the columns that it names, and whether those can be equal at all.
    func complainOfMatches(_ relations: [TableDefinition.Relation]) {
        for relation in relations {
            guard let mine = typing.tables[.table(name)], let theirs = typing.tables[relation.to] else { continue }
            let place = matchLocation(relation)
            for match in relation.match {
                let own = column(match.mine, of: mine, at: place("match", match.mine))
                // One name that neither side has is one fault.
                if own == nil, match.mine == match.theirs { continue }
                let other = column(match.theirs, of: theirs, at: place("match", match.theirs))
                if let own, let other, !canBeEqual(own, other) {
                    findings.error(
                        .relation,
                        "`\(match.mine)` is \(phrase(own)) and `\(match.theirs)` of `\(theirs.name)` is "
                            + "\(phrase(other)): they are never equal", at: place("match", match.theirs),
                        help: "match columns of the same type")
                }
            }
            for order in relation.order {
                guard let type = column(order, of: theirs, at: place("order", order)) else { continue }
                if type.isText || type == .flag {
                    findings.error(
                        .relation, "rows cannot be ordered by `\(order)`, which is \(phrase(type))",
                        at: place("order", order), help: "order by a time, a date or a number")
                }
            }
            complainOfLookup(relation, mine: mine, theirs: theirs, at: place)
        }
    }

    /// Whether a relation finds at most one row of a reference table: by its whole key, and by a day where rows are dated.
    private func complainOfLookup(
        _ relation: TableDefinition.Relation, mine: TableTypes, theirs: TableTypes,
        at place: (_ key: String, _ column: String) -> Diagnostic.Location
    ) {

        guard case .reference = relation.to else {
            if let day = relation.validAt {
                findings.error(
                    .relation,
                    "`valid_at` chooses among the dated rows of a reference table, and `\(theirs.name)` is none",
                    at: place("valid_at", day), help: "write the condition on the time in `any`, `first` or `last`")
            }
            return
        }
        // A table with a fault of its own has no key to match yet.
        guard !theirs.key.isEmpty else { return }
        if let order = relation.order.first {
            findings.error(
                .relation, "`\(theirs.name)` is a reference table: at most one row matches, so there is no `order`",
                at: place("order", order), help: "leave `order` out")
        }
        let matched = relation.match.map(\.theirs)
        if matched.sorted() != theirs.key.sorted(), matched.allSatisfy({ theirs.columns[$0] != nil }) {
            findings.error(
                .relation, "`match` must name the whole key of `\(theirs.name)` and nothing else",
                at: place("match", ""), help: "its key is [\(theirs.key.joined(separator: ", "))]")
        }
        switch (relation.validAt, theirs.isDated) {
        case (nil, true):
            findings.error(
                .relation, "the rows of `\(theirs.name)` are dated, and the relation does not say which day decides",
                at: relation.location, help: "write `valid_at` with a time or date column of `\(name)`")
        case (let day?, false):
            findings.error(
                .relation, "the rows of `\(theirs.name)` are not dated, so no day decides",
                at: place("valid_at", day), help: "leave `valid_at` out, or give the table `valid` and its days")
        case (let day?, true):
            guard let type = column(day, of: mine, at: place("valid_at", day)), type != .time, type != .date else {
                return
            }
            findings.error(
                .relation, "`valid_at` must be a time or a date, but `\(day)` is \(phrase(type))",
                at: place("valid_at", day),
                help: suggestion(
                    day, mine.columns.filter { $0.value == .time || $0.value == .date }.map(\.key).sorted()))
        case (nil, false): break
        }
    }

    /// The type of a column that a relation names; nothing, without a fault, when the column itself has one.
    private func column(
        _ column: String, of table: TableTypes, at place: Diagnostic.Location
    ) -> ValueType? {
        if table.failed.contains(column) { return nil }
        if let type = table.columns[column] { return type }
        findings.error(
            .unknownColumn, "`\(column)` is not a column of `\(table.name)`", at: place,
            help: suggestion(column, table.columnNames))
        return nil
    }

    /// Where a key of a relation names a column.
    private func matchLocation(
        _ relation: TableDefinition.Relation
    ) -> (_ key: String, _ column: String) -> Diagnostic.Location {
        let written = draft.mapping("relations").first { $0.key == relation.name }?.value
        return { key, column in
            guard let written, case .mapping(let keys) = written.kind,
                let value = keys.first(where: { $0.key == key })?.value
            else { return relation.location }
            switch value.kind {
            case .text: return value.location
            case .list(let items): return items.first { $0.text == column }?.location ?? value.location
            case .mapping(let pairs):
                let pair = pairs.first { $0.key == column || $0.value.text == column }
                return (pair?.value.text == column ? pair?.value.location : pair?.location) ?? value.location
            }
        }
    }
}

/// Whether values of two types can ever be equal.
func canBeEqual(_ left: ValueType, _ right: ValueType) -> Bool {
    if left.isText && right.isText { return (left == .pseudonym) == (right == .pseudonym) }
    return left == right
}
