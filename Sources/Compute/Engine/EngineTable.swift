import Definitions
import Expressions
import Tables

/// A table while figures are computed: rows of its parent, its own columns as expressions, and what had to be worked
/// out for all rows at once.
struct EngineTable: Sendable {
    /// `source.calls` for cleaned exports, else the table's own name.
    let name: String
    let definition: TableDefinition?
    /// The table whose rows these are; nothing for cleaned exports.
    let parent: String?
    /// The parent's row behind each row; nothing when all of them are here.
    let parentRows: [Int32]?
    let rowCount: Int
    /// Not 0 for a rejected record, which takes part in bounds only; 2 when nothing of it could be read.
    let rejected: [UInt8]
    /// Columns by expression, worked out batch by batch where they are read.
    var expressions: [String: TypedExpression]
    /// Columns held for all rows.
    var stored: [String: Column]
    /// Trailing counts held for all rows.
    var trailingCounts: [TypedExpression: Column] = [:]
    var relations: [String: RelationIndex] = [:]

    static func name(of origin: TableDefinition.Origin) -> String {
        switch origin {
        case .source(let schema): "source.\(schema)"
        case .table(let table): table
        case .reference(let name): "reference.\(name)"
        }
    }
}
