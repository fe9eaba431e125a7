import Expressions
import Tables

extension Typing {
    /// Whether the value of an expression says something of a value that must not be shown; whether such a value is
    /// there at all, or two are equal, may be known.
    func showsSensitive(_ expression: TypedExpression, in table: TableDefinition.Origin) -> Bool {
        guard expression.type != .flag, let own = tables[table] else { return false }
        let read = expression.references
        if !read.columns.isDisjoint(with: own.sensitive) { return true }
        return read.relatedColumns.contains { related in
            guard let relation = own.relations.first(where: { $0.name == related.relation }) else { return false }
            return tables[relation.to]?.sensitive.contains(related.name) ?? false
        }
    }
}
