import Definitions
import Tables

extension SourceRows {
    /// Gives every column of the schema that no file supplies the value that its absence stands for, and notes those
    /// without one: figures that need them are not computable, or read nothing.
    mutating func fillAbsentColumns(unmapped: [String], names: inout Names) throws(Diagnostic) {
        let missing = Set(unmapped)
        for column in schema.columns {
            let found = place(of: column.name)
            if let found, !missing.contains(column.name) || !isAllMissing(found) { continue }
            var value = Missing.integer
            switch column.absence {
            case .reads(let text):
                value = DefaultValue(text, type: column.type, names: &names).repeated(1).integer(at: 0)
                if value == Missing.integer { empty.append(column.name) }
            case .readsEmptyBeside: empty.append(column.name)
            case .notComputable: absent.append(column.name)
            }
            guard !column.isRequired || value != Missing.integer else { throw unmappedRequired(column) }
            let filled = DecodedSource.Column(
                name: column.name, type: column.type, resolution: nil,
                values: Column(repeating: value, type: column.type, count: rowCount))
            if let found { columns[found] = filled } else { columns.append(filled) }
        }
    }

    /// Whether no row has a value and no cell was refused: the column is in no file.
    private func isAllMissing(_ place: Int) -> Bool {
        columns[place].missingCount == rowCount && !faults.contains { $0.column == Int32(place) }
    }

    private func unmappedRequired(_ column: SchemaDefinition.Column) -> Diagnostic {
        Diagnostic(
            code: "E0345", "\(definition.name): \(column.name) of \(schema.name) is required and no file supplies it",
            at: definition.location, help: "map it in the source's `columns`: every row of \(schema.name) needs one")
    }

    /// Every column of the schema is there now: notes where, and that a required cell without a value is a fault (DQ05),
    /// unless the cell has one already.
    mutating func completeSchema() {
        places = schema.columns.compactMap { place(of: $0.name) }
        let malformed = Set(faults.lazy.filter { $0.column < 0 }.map(\.row))
        var added: [DecodedSource.Fault] = []
        for (column, place) in zip(schema.columns, places) where column.isRequired {
            for row in columns[place].missingRows() {
                if malformed.contains(Int32(row)) || fault(row: row, column: place) != nil { continue }
                added.append(DecodedSource.Fault(row: Int32(row), column: Int32(place), code: .missingRequired))
            }
        }
        guard !added.isEmpty else { return }
        faults += added
        faults.sort { ($0.row, $0.column) < ($1.row, $1.column) }
    }
}
