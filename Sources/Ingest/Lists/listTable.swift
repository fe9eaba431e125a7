import Definitions
import Tables

/// The table of a list column's values: a row for each value of each row of the parent, in the parent's order. A value
/// counts, or is rejected, with its row, and is told by that row's place in its file.
///
/// `separators` holds what stands between values, by the index of the file.
func listTable(
    _ schema: SchemaDefinition, of column: String, in parent: SourceTable, separators: [String], names: inout Names
) -> SourceTable {
    let kinds = Set(separators).sorted()
    var splitters = kinds.map { ListSplitter(separator: $0) }
    let splitter = separators.map { kinds.firstIndex(of: $0) ?? 0 }
    var rows: [Int32] = []
    var places: [Int64] = []
    var values: [Int32] = []
    if case .codes(let cells)? = parent.field(named: column)?.column.unpacked {
        for (row, cell) in cells.enumerated() where cell != Missing.code {
            var place: Int64 = 0
            let kind = splitter[Int(parent.rowFiles[row])]
            for value in splitters[kind].values(of: cell, names: &names) {
                place += 1
                rows.append(Int32(row))
                places.append(place)
                values.append(value)
            }
        }
    }
    let fields = schema.columns.map { child in
        let mine = parent.field(named: child.name)
        let held: Column =
            switch child.name {
            case ListColumn.place: .integers(places)
            case ListColumn.value: .codes(values)
            default:
                mine?.column.gathered(rows) ?? Column(repeating: Missing.integer, type: child.type, count: rows.count)
            }
        return SourceTable.Field(
            name: child.name, type: child.type, isPlanned: child.isPlanned, isSensitive: child.isSensitive,
            resolution: mine?.resolution, column: held)
    }
    return SourceTable(
        name: schema.name, fields: fields, rejected: rows.map { parent.rejected[Int($0)] },
        rowFiles: RowFiles(rows.lazy.map { parent.rowFiles[Int($0)] }),
        rowOffsets: .listed(rows.map { parent.rowOffsets[Int($0)] }),
        files: parent.files, key: schema.key)
}

/// What figures may not read of a list's table: nothing where its column may not be read, and whatever of the row's key.
func unusableColumns(of schema: SchemaDefinition, _ origin: SchemaDefinition.ListOrigin, _ parents: [UnusableColumn])
    -> [UnusableColumn]
{
    schema.columns.compactMap { child in
        let found = parents.first { parent in
            parent.table == origin.schema && (parent.column == origin.column || parent.column == child.name)
        }
        return found.map {
            UnusableColumn(
                table: schema.name, column: child.name, because: "of \($0.table).\($0.column): \($0.because)")
        }
    }
}

/// The columns of a list's table beside the key of its row.
enum ListColumn {
    /// Counted from 1.
    static let place = "pos"
    static let value = "value"
}
