import Definitions
import Expressions
import Tables

/// A table while figures are computed: rows of its parent, its own columns as expressions, and what had to be worked
/// out for all rows at once.
struct EngineTable: Sendable {
    /// `source.calls` for cleaned exports, `reference.targets` for rows of the definitions, else the table's own name.
    let name: String
    let definition: TableDefinition?
    /// The table whose rows these are; nothing for cleaned exports and reference tables.
    let parent: String?
    /// The parent's row behind each row; nothing when all of them are here, each once.
    let parentRows: [Int32]?
    let rowCount: Int
    /// Not 0 for a rejected record, which takes part in bounds only; 2 when nothing of it could be read.
    let rejected: [UInt8]
    /// Rows of an expanded table that may not be rows at all; empty when every row certainly is one.
    var isDoubtful: [Bool] = []
    /// When each row of a reference table is in force; nothing when all always are.
    var spans: ValiditySpans?
    /// Columns by expression, worked out batch by batch where they are read.
    var expressions: [String: TypedExpression]
    /// Columns held for all rows.
    var stored: [String: Column]
    /// The types of columns that no expression makes.
    var types: [String: ValueType] = [:]
    /// Trailing counts held for all rows.
    var trailingCounts: [TypedExpression: Column] = [:]
    /// The groups behind each relation that something follows.
    var relations: [String: RelationGroups] = [:]
    /// The index of each relation that some condition needs.
    var indexes: [String: RelationIndex] = [:]
    /// What is known of related rows by their group alone.
    var folds: [TypedExpression.RelatedRows: RelatedFold] = [:]

    /// Whether its rows were given up.
    private(set) var isForgotten = false

    /// What its columns are, and nothing of any row.
    var withoutRows: EngineTable {
        EngineTable(
            name: name, definition: definition, parent: parent, parentRows: nil, rowCount: 0, rejected: [],
            expressions: expressions, stored: [:], types: types, isForgotten: true)
    }

    /// Whether a row is one beyond doubt: only such rows are seen through the relations of accepted ones.
    func isCertain(_ row: Int32) -> Bool {
        rejected[Int(row)] == 0 && (isDoubtful.isEmpty || !isDoubtful[Int(row)])
    }

    /// Whether the definition declares a relation of this name; else it is one of the table that these rows are from.
    func declares(relation name: String) -> Bool {
        definition?.relations.contains { $0.name == name } ?? false
    }

    static func name(of origin: TableDefinition.Origin) -> String {
        switch origin {
        case .source(let schema): "source.\(schema)"
        case .table(let table): table
        case .reference(let name): "reference.\(name)"
        }
    }
}
