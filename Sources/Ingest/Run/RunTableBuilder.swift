import Definitions
import Tables

/// Puts rows that the program made itself into a canonical table, by the names of its columns.
struct RunTableBuilder {
    enum Cell {
        case text(String)
        case integer(Int)
    }

    let schema: SchemaDefinition
    private(set) var rows: [[String: Cell]] = []

    init(_ schema: SchemaDefinition) {
        self.schema = schema
    }

    mutating func append(_ row: [String: Cell]) {
        rows.append(row)
    }

    func table(names: inout Names) -> SourceTable {
        let fields = schema.columns.map { column in
            let cells = rows.map { $0[column.name] }
            let held: Column =
                if column.type.isText {
                    .codes(cells.map { if case .text(let text)? = $0 { names.code(of: text) } else { Missing.code } })
                } else {
                    .integers(
                        cells.map { if case .integer(let value)? = $0 { Int64(value) } else { Missing.integer } })
                }
            return SourceTable.Field(name: column.name, type: column.type, column: held)
        }
        return SourceTable(
            name: schema.name, fields: fields, rejected: Array(repeating: 0, count: rows.count),
            rowFiles: Array(repeating: 0, count: rows.count), rowOffsets: rows.indices.map { Int64($0) },
            files: ["(this run)"], key: schema.key)
    }
}
