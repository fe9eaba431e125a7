import Definitions
import Tables

/// Puts the accepted and rejected rows of a schema's sources into one table, in the order of sources, files and offsets.
///
/// The columns are taken out of the sources one by one, so that a table of many millions of rows is never held twice.
func assembleTable(_ schema: SchemaDefinition, of sources: inout [SourceRows], at members: [Int]) -> SourceTable {
    if let member = members.first, sources[member].isHandedOn { return countedTable(schema, sources[member]) }
    var columns: [Column?] = Array(repeating: nil, count: schema.columns.count)
    var resolutions: [Int64?] = Array(repeating: nil, count: schema.columns.count)
    var rejected: [UInt8] = []
    rejected.reserveCapacity(members.reduce(0) { $0 + sources[$1].rowCount })
    var rowFiles = RowFiles()
    var rowOffsets: RowOffsets?
    var files: [String] = []
    for member in members {
        // Whatever rows are asked about one by one is taken out first: each look through `sources` would copy a source.
        let fates = sources[member].fates
        let records = sources[member].records
        // Nothing is gathered when every row stays.
        let kept = sources[member].keptRows()
        let areAllAccepted = fates.areAllOpen
        let unreadable = Set(sources[member].faults.filter { $0.column < 0 }.map(\.row))
        let before = rejected.count
        func standing(_ row: Int32) -> UInt8 {
            fates[Int(row)] == .rejected ? (unreadable.contains(row) ? 2 : 1) : 0
        }
        if areAllAccepted {
            rejected += repeatElement(0, count: fates.count)
        } else {
            rejected += kept.map { $0.map(standing) } ?? fates.indices.map { standing(Int32($0)) }
        }
        let offsets = RowOffsets.placed(records, rows: kept)
        rowOffsets = rowOffsets?.joined(before, with: offsets, rejected.count - before) ?? offsets
        for (number, file) in sources[member].files.enumerated() {
            let count = areAllAccepted ? file.rows.count : file.rows.count { fates[$0].isKept }
            rowFiles.append(Int32(files.count + number), count: count)
        }
        files += sources[member].files.map(\.file.name)
        let released = sources[member].release()
        var held = released.columns
        for (number, place) in released.places.enumerated() {
            // Of a text that nothing asks for only its presence is known, which rules have counted.
            guard held[place].isHeld else { continue }
            let values = held[place].values
            held[place].values = .flags([])
            let compact = kept.map { values.gathered($0) } ?? values
            columns[number] = columns[number].map { $0.joined(with: compact) } ?? compact
            resolutions[number] = [resolutions[number], held[place].resolution].compactMap { $0 }.max()
        }
    }
    let fields = schema.columns.enumerated().compactMap { number, column in
        columns[number].map { values in
            SourceTable.Field(
                name: column.name, type: column.type, isPlanned: column.isPlanned, isSensitive: column.isSensitive,
                resolution: resolutions[number], column: values)
        }
    }
    return SourceTable(
        name: schema.name, fields: fields, rejected: rejected, rowFiles: rowFiles,
        rowOffsets: rowOffsets ?? .listed([]), files: files,
        key: schema.key)
}

/// A table whose rows were handed on: what its columns are, and when its rows happened.
private func countedTable(_ schema: SchemaDefinition, _ source: SourceRows) -> SourceTable {
    let fields = zip(schema.columns, source.places).compactMap { column, place -> SourceTable.Field? in
        guard source.columns[place].isHeld else { return nil }
        return SourceTable.Field(
            name: column.name, type: column.type, isPlanned: column.isPlanned, isSensitive: column.isSensitive,
            resolution: source.columns[place].resolution, column: source.columns[place].values)
    }
    return SourceTable(
        name: schema.name, fields: fields, rejected: [], rowFiles: RowFiles(), rowOffsets: .listed([]),
        files: source.files.map(\.file.name), key: schema.key,
        counted: RowDays(
            spans: source.summary.files.map(\.span), counts: source.summary.days.mapValues(\.accepted)))
}

extension SourceRows {
    /// The rows that the table has; nothing when it has all.
    fileprivate func keptRows() -> [Int32]? {
        if fates.areAllOpen || fates.allSatisfy(\.isKept) { return nil }
        var rows: [Int32] = []
        rows.reserveCapacity(fates.count { $0.isKept })
        for row in fates.indices where fates[row].isKept { rows.append(Int32(row)) }
        return rows
    }
}

extension Fate {
    /// Whether the table has the row.
    var isKept: Bool { self == .accepted || self == .rejected }
}
