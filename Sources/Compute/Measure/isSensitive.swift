import Definitions
import Expressions
import Tables

extension Engine {
    /// Whether a column must not be shown: a sensitive one of an export, or a text or date that rests on one. Yes or no,
    /// an instant or a number worked out from one tells nothing of it.
    func isSensitive(_ column: String, of table: String) -> Bool {
        let type = type(of: column, in: table)
        if type == .pseudonym || exported(column, of: table)?.isSensitive == true { return true }
        return isSensitive(TypedExpression(.column(column, of: .own), type), in: table)
    }

    /// The same for what an expression over a table gives.
    func isSensitive(_ expression: TypedExpression, in table: String) -> Bool {
        let type = expression.type
        if type == .pseudonym { return true }
        guard type.isText || type == .date else { return false }
        let reads = Dependencies(of: expression, in: table, definition: input.definition)
        return reads.columns.contains { read in
            let schema = input.definition.schemas.first { $0.name == read.schema }
            return schema?.column(named: read.column).map { $0.isSensitive || $0.type == .pseudonym } ?? false
        }
    }

    /// The column of an export that a name stands for; nothing for what a table works out.
    private func exported(_ column: String, of table: String) -> SchemaDefinition.Column? {
        var next: String? = table
        while let current = next, let found = tables[current] {
            if found.expressions[column] != nil || found.definition?.chain?.column == column { return nil }
            if let parent = found.parent {
                next = parent
            } else {
                return input.definition.schemas.first { "source.\($0.name)" == current }?.column(named: column)
            }
        }
        return nil
    }
}
