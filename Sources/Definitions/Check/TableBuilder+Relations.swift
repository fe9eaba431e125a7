import Expressions
import Tables

extension TableBuilder {
    func readRelations() -> [TableDefinition.Relation] {
        draft.mapping("relations").compactMap { entry in
            guard isGoodName(entry.key, of: "a relation", at: entry.location, findings: findings),
                let fields = Fields(entry.value, "a relation", keys: Keys.relation, findings: findings),
                fields.required("to") != nil, let to = relationTargets[entry.key]
            else { return nil }
            return TableDefinition.Relation(
                name: entry.key, to: to, match: readMatch(fields), order: fields.texts("order") ?? [],
                location: entry.location)
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
