import Definitions
import Expressions
import Tables

/// Related rows as subqueries. A rejected relative is seen by rejected rows only: it may matter to the bounds, never to a
/// figure.
extension ExpressionPrinter {
    private static let relatedAlias = "r"

    /// A column of the row that a to-one relation leads to; the earliest one when several match.
    func lookup(_ column: String, through name: String) throws -> String {
        let relation = try catalogue.relation(name, of: own.table)
        let target = Row(table: Catalogue.name(of: relation.to), alias: Self.relatedAlias)
        let conditions = try matching(relation, target)
        if catalogue.reference(target.table) != nil {
            return subquery(try self.column(column, of: target), relation, conditions, after: "")
        }
        return subquery(
            try self.column(column, of: target), relation, conditions,
            after: " order by \(target.alias).\(quoted(ColumnName.row)) limit 1")
    }

    func aggregate(_ related: TypedExpression.RelatedRows) throws -> String {
        let relation = try catalogue.relation(related.relation, of: own.table)
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
            order.append("\(target.alias).\(quoted(ColumnName.row))\(direction)")
            return subquery(
                try self.column(column, of: target), relation, conditions,
                after: " order by \(order.joined(separator: ", ")) limit 1")
        }
    }

    /// An unknown key on our side gives unknown, not "none".
    private func known(_ relation: TableDefinition.Relation, _ value: String) throws -> String {
        let keys = try relation.match.map { "\(try column($0.mine, of: own)) is not null" }
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
            conditions.append("(\(target.alias).\(state) = 0 or \(own.alias).\(state) <> 0)")
            return conditions
        }
        if let validity = reference.validity, let time = relation.validAt {
            let day = try localDay(ofColumn: time)
            let from = try column(validity.from, of: target)
            let until = try column(validity.until, of: target)
            conditions.append("\(day) is not null")
            conditions.append("(\(from) is null or \(day) >= \(from))")
            conditions.append("(\(until) is null or \(day) < \(until))")
        }
        return conditions
    }

    /// Rows of the same key in the window that ends with the row, both ends and rows of the same instant included.
    func trailingCount(_ count: TypedExpression.TrailingCount) throws -> String {
        let (key, time) = (try operand(count.key), try operand(count.time))
        let state = "\(own.alias).\(quoted(ColumnName.state))"
        let condition = try count.condition.map { " and \(try operand($0))" } ?? ""
        let width = try operand(count.width)
        let window =
            "over (partition by \(key) order by \(time) range between coalesce(\(width), 0) preceding and current row)"
        return "case when \(key) is not null and \(time) is not null and \(width) is not null then"
            + " case when \(state) = 0 then count(*) filter (where \(state) = 0\(condition)) \(window)"
            + " else count(*) filter (where true\(condition)) \(window) end end"
    }
}
