import Definitions
import Tables

/// Puts the accepted and rejected rows of a schema's sources into one table, in the order of sources, files and offsets.
func assembleTable(_ schema: SchemaDefinition, of sources: [SourceRows]) -> SourceTable {
    var columns: [Column?] = Array(repeating: nil, count: schema.columns.count)
    var rejected: [UInt8] = []
    var rowFiles: [Int32] = []
    var rowOffsets: [Int64] = []
    var files: [String] = []
    for source in sources {
        let kept = source.keptRows()
        let isWhole = kept.count == source.rowCount
        for (number, place) in source.places.enumerated() {
            let values = source.columns[place].values
            let compact = isWhole ? values : values.gathered(kept)
            columns[number] = columns[number].map { $0.joined(with: compact) } ?? compact
        }
        let unreadable = Set(source.faults.filter { $0.column < 0 }.map(\.row))
        rejected += kept.map { row in
            source.fates[Int(row)] == .rejected ? (unreadable.contains(row) ? 2 : 1) : 0
        }
        rowOffsets += isWhole ? source.offsets : kept.map { source.offsets[Int($0)] }
        for (number, file) in source.files.enumerated() {
            let count = file.rows.count { source.isKept($0) }
            rowFiles += Array(repeating: Int32(files.count + number), count: count)
        }
        files += source.files.map(\.file.name)
    }
    let fields = schema.columns.enumerated().map { number, column in
        SourceTable.Field(
            name: column.name, type: column.type, isPlanned: column.isPlanned, isSensitive: column.isSensitive,
            resolution: sources.compactMap { $0.columns[$0.places[number]].resolution }.max(),
            column: columns[number] ?? Column(repeating: Missing.integer, type: column.type, count: 0))
    }
    return SourceTable(
        name: schema.name, fields: fields, rejected: rejected, rowFiles: rowFiles, rowOffsets: rowOffsets, files: files,
        key: schema.key)
}

extension SourceRows {
    func isKept(_ row: Int) -> Bool {
        fates[row] == .accepted || fates[row] == .rejected
    }

    fileprivate func keptRows() -> [Int32] {
        (0..<Int32(rowCount)).filter { isKept(Int($0)) }
    }
}
