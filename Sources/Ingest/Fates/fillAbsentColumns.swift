import Definitions
import Tables

extension SourceRows {
    /// Gives every column of the schema that no file supplies the value that its absence stands for, and notes those
    /// without one: figures that need them are not computable. Computed columns come later and may read these.
    mutating func fillAbsentColumns(unmapped: [String], names: inout Names) throws(Diagnostic) {
        let missing = Set(unmapped)
        for column in schema.columns where !isComputed(column.name) {
            let found = place(of: column.name)
            if let found, !missing.contains(column.name) || !isAllMissing(found) { continue }
            var value = Missing.integer
            switch column.absence {
            case .reads(let text):
                value = text.map { constant($0, column.type, &names) } ?? Missing.integer
            case .notComputable:
                absent.append(column.name)
            }
            guard !column.isRequired || value != Missing.integer else { throw unmappedRequired(column) }
            let filled = DecodedSource.Column(
                name: column.name, type: column.type, resolution: nil,
                values: Column(repeating: value, type: column.type, count: rowCount))
            if let found { columns[found] = filled } else { columns.append(filled) }
        }
    }

    private func isComputed(_ column: String) -> Bool {
        definition.columns.contains { mapping in
            if case .computed = mapping.origin { mapping.column == column } else { false }
        }
    }

    /// Whether no row has a value and no cell was refused: the column is in no file.
    private func isAllMissing(_ place: Int) -> Bool {
        columns[place].values.missingRows().count == rowCount && !faults.contains { $0.column == Int32(place) }
    }

    private func unmappedRequired(_ column: SchemaDefinition.Column) -> Diagnostic {
        Diagnostic(
            code: "E0340", "\(definition.name): \(column.name) of \(schema.name) is required and no file supplies it",
            at: definition.location, help: "map it in the source's `columns`: every row of \(schema.name) needs one")
    }

    /// Every column of the schema is there now: notes where, and that a required cell without a value is a fault (DQ05),
    /// unless the cell has one already.
    mutating func completeSchema() {
        places = schema.columns.compactMap { place(of: $0.name) }
        let malformed = Set(faults.lazy.filter { $0.column < 0 }.map(\.row))
        var added: [DecodedSource.Fault] = []
        for (column, place) in zip(schema.columns, places) where column.isRequired {
            for row in columns[place].values.missingRows() {
                if malformed.contains(Int32(row)) || fault(row: row, column: place) != nil { continue }
                added.append(DecodedSource.Fault(row: Int32(row), column: Int32(place), code: .missingRequired))
            }
        }
        guard !added.isEmpty else { return }
        faults += added
        faults.sort { ($0.row, $0.column) < ($1.row, $1.column) }
    }
}

/// The value that a schema's `absent:` text means for a type; missing when it means none.
func constant(_ text: String, _ type: ValueType, _ names: inout Names) -> Int64 {
    switch type {
    case .flag: ["yes", "true", "1"].contains(text) ? 1 : ["no", "false", "0"].contains(text) ? 0 : Missing.integer
    case .integer: Int64(text) ?? Missing.integer
    case .number(let decimals): scaled(text, decimals)
    case .duration: duration(text)
    case .date: CivilDate(text).map { Int64($0.days) } ?? Missing.integer
    case .text, .id, .category, .pseudonym: Int64(names.code(of: text))
    case .time, .null: Missing.integer
    }
}

private func scaled(_ text: String, _ decimals: Int) -> Int64 {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let fraction = parts.count == 2 ? String(parts[1]) : ""
    guard fraction.utf8.count <= decimals,
        let digits = Int64(parts[0] + fraction + String(repeating: "0", count: decimals - fraction.utf8.count))
    else { return Missing.integer }
    return digits
}

private func duration(_ text: String) -> Int64 {
    let parts = text.split(separator: " ")
    let units: [Substring: Int64] = ["ms": 1, "s": 1000, "min": 60_000, "h": 3_600_000, "d": 86_400_000]
    guard let number = parts.first.flatMap({ Int64($0) }), parts.count <= 2,
        let unit = parts.count == 2 ? units[parts[1]] : 1000
    else { return Missing.integer }
    return number * unit
}
