import Definitions
import Expressions
import Tables

/// Related rows as subqueries. A rejected relative is seen by rejected rows only: it may matter to the bounds, never to a
/// figure.
extension ExpressionPrinter {
    private static let relatedAlias = "r"

    /// A column, or what is `shown` of it, of the row that a to-one relation leads to; the earliest one when several match.
    func lookup(
        _ column: String, through name: String, as shown: (String) -> String = { $0 }
    ) throws -> String {
        let (relation, home) = try catalogue.relation(name, of: own.table)
        if home != own.table { return try over(home).lookup(column, through: name, as: shown) }
        let target = Row(table: Catalogue.name(of: relation.to), alias: Self.relatedAlias)
        let conditions = try matching(relation, target)
        if catalogue.reference(target.table) != nil {
            return subquery(shown(try self.column(column, of: target)), relation, conditions, after: "")
        }
        return subquery(
            shown(try self.column(column, of: target)), relation, conditions,
            after: " order by \(place(of: target, "").joined(separator: ", ")) limit 1")
    }

    func aggregate(
        _ related: TypedExpression.RelatedRows, as shown: (String) -> String = { $0 }
    ) throws -> String {
        let (relation, home) = try catalogue.relation(related.relation, of: own.table)
        if home != own.table { return try over(home).aggregate(related, as: shown) }
        let target = Row(table: Catalogue.name(of: relation.to), alias: Self.relatedAlias)
        var conditions = try matching(relation, target)
        if let condition = related.condition {
            var inner = self
            inner.related = target
            conditions += try condition.conjuncts.map { try inner.operand($0) }
        }
        switch related.aggregate {
        case .any:
            return try known(relation, "exists \(subquery("1", relation, conditions, after: ""))")
        case .count:
            return try known(relation, subquery("count(*)", relation, conditions, after: ""))
        case .first, .last:
            guard let column = related.column else { throw PrintingFault.notPrintable("first without a column") }
            let direction = related.aggregate == .last ? " desc" : ""
            var order: [String] = []
            for name in relation.order {
                let text = try self.column(name, of: target)
                conditions.append("\(text) is not null")
                order.append(text + direction)
            }
            order += place(of: target, direction)
            return subquery(
                shown(try self.column(column, of: target)), relation, conditions,
                after: " order by \(order.joined(separator: ", ")) limit 1")
        }
    }

    /// A row's place in its table, which breaks ties: the record's, then the instants that tell its rows apart.
    private func place(of row: Row, _ direction: String) -> [String] {
        let anchors = catalogue.expansions(of: row.table).reversed().map {
            ColumnName.stored($0.expansion.anchor, .time)
        }
        return ([ColumnName.row] + anchors).map { "\(row.alias).\(quoted($0))\(direction)" }
    }

    /// An unknown key on our side gives unknown, not "none".
    private func known(_ relation: TableDefinition.Relation, _ value: String) throws -> String {
        var keys = try relation.match.map { "\(try column($0.mine, of: own)) is not null" }
        if let time = relation.validAt { keys.append("\(try localDay(ofColumn: time)) is not null") }
        return "case when \(keys.joined(separator: " and ")) then \(value) end"
    }

    private func subquery(
        _ what: String, _ relation: TableDefinition.Relation, _ conditions: [String], after: String
    ) -> String {
        let name = Catalogue.name(of: relation.to)
        let rows = name == own.table ? ownRows ?? quoted(name) : quoted(name)
        return "(select \(what) from \(rows) \(Self.relatedAlias)"
            + " where \(conditions.joined(separator: " and "))\(after))"
    }

    private func matching(_ relation: TableDefinition.Relation, _ target: Row) throws -> [String] {
        var conditions = try relation.match.map {
            "\(try column($0.theirs, of: target)) = \(try column($0.mine, of: own))"
        }
        guard let reference = catalogue.reference(target.table) else {
            let state = quoted(ColumnName.state)
            let doubt = catalogue.doubt(target.table, target.alias).map { " and not (\($0))" } ?? ""
            conditions.append("(\(target.alias).\(state) = 0\(doubt) or \(own.alias).\(state) <> 0)")
            return conditions
        }
        if let validity = reference.validity, let time = relation.validAt {
            let day = try localDay(ofColumn: time)
            let from = try column(validity.from, of: target)
            let until = try column(validity.until, of: target)
            conditions.append("(\(from) is null or \(day) >= \(from))")
            conditions.append("(\(until) is null or \(day) < \(until))")
        }
        return conditions
    }

    /// Whether the value of a setting depends on the row's day, and may be unknown with it.
    private func isDated(_ expression: TypedExpression) -> Bool {
        expression.references.settings.contains { (catalogue.settings[$0]?.values.count ?? 0) > 1 }
    }

    /// Rows of the same key in the window that ends with the row, both ends and rows of the same instant included.
    func trailingCount(_ count: TypedExpression.TrailingCount) throws -> String {
        let (key, time) = (try operand(count.key), try operand(count.time))
        let state = "\(own.alias).\(quoted(ColumnName.state))"
        let condition = try count.condition.map { try print($0) } ?? "true"
        var width = try operand(count.width)
        var known = "\(key) is not null and \(time) is not null"
        if isDated(count.width) {
            known += " and \(width) is not null"
            width = "coalesce(\(width), 0)"
        }
        let window = "over (partition by \(key) order by \(time) range between \(width) preceding and current row)"
        return "case when \(known) then case when \(state) = 0"
            + " then count(*) filter (where \(state) = 0 and (\(condition))) \(window)"
            + " else count(*) filter (where \(condition)) \(window) end end"
    }
}
