package import Compute
import Definitions
import RunStore
import SQLPrinting
import Tables

/// Writes the cleaned, typed tables that figures are computed from, for another engine to read: one CSV each and
/// `schema.sql`, in a folder that only its owner may enter. Rows are written as they are read, whatever their number.
package func writeTables(_ input: ComputeInput, to folder: String) throws {
    try refuseClashes(in: input.definition)
    switch System.kind(of: folder) {
    case nil:
        try System.makeFolder(folder, mode: Modes.stateFolder)
    case .folder? where System.names(in: folder).isEmpty:
        try System.protectFolder(folder, mode: Modes.stateFolder)
    default:
        throw Diagnostic(
            code: "E0603", "\(folder) is there already",
            help: "name a folder that does not exist or is empty: tables are never mixed with older ones")
    }
    let definition = input.definition
    try System.create(
        "\(folder)/schema.sql", Array(printSchema(definition).utf8), mode: Modes.stateFile)
    for schema in definition.schemas {
        try write(schema, input.tables.first { $0.name == schema.name }, input, to: folder)
    }
    for reference in definition.references { try write(reference, to: folder) }
    try writeRunTables(input, to: folder)
    try System.syncFolder(folder)
}

/// The rows of a canonical table; none when nothing supplies it, and empty cells where nothing is mapped.
private func write(
    _ schema: SchemaDefinition, _ table: SourceTable?, _ input: ComputeInput, to folder: String
) throws {
    var file = try TableFile(KeptTable.source(schema.name), in: folder, columns: KeptTable.columns(of: schema))
    let columns = schema.columns.map { (type: $0.type, column: table?.field(named: $0.name)?.column) }
    var interval = OffsetInterval(start: 0, end: 0, offset: 0)
    for row in 0..<(table?.rowCount ?? 0) {
        guard let table else { break }
        file.integer(Int64(row))
        file.integer(Int64(table.rejected[row]))
        file.integer(Int64(table.rowFiles[row]))
        for (type, column) in columns {
            let value = column.map { $0.count == 0 ? Missing.integer : $0.integer(at: row) } ?? Missing.integer
            guard value != Missing.integer else {
                file.missing()
                if type == .time { file.missing() }
                continue
            }
            if type.isText {
                file.text(input.names.bytes(of: Int32(value)))
            } else if type == .flag {
                file.flag(value)
            } else {
                file.integer(value)
            }
            if type == .time {
                if value < interval.start || value >= interval.end { interval = input.zone.interval(at: value) }
                file.integer(interval.offset / 1000)
            }
        }
        try file.endRecord()
    }
    try file.finish()
}

private func write(_ reference: Definitions.ReferenceTable, to folder: String) throws {
    var file = try TableFile(reference.name, in: folder, columns: KeptTable.columns(of: reference))
    for row in reference.rows {
        for (cell, column) in zip(row, reference.columns) {
            switch cell {
            case .missing: file.missing()
            case .text(let text): file.text(text)
            case .integer(let value) where column.type == .flag: file.flag(value)
            case .integer(let value): file.integer(value)
            }
        }
        try file.endRecord()
    }
    try file.finish()
}
