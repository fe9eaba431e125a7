/// The cells of one column for the rows of a chunk: null tokens, empty cells and malformed records are missing.
func gatherCells(_ column: Int, _ batch: RecordBatch, _ rows: ChunkRows, _ nulls: NullTokens) -> CellColumn {
    var cells = CellColumn(text: batch.text, capacity: rows.records.count)
    var nextMalformed = 0
    for (row, record) in rows.records.enumerated() {
        if nextMalformed < rows.malformed.count, Int(rows.malformed[nextMalformed]) == row {
            nextMalformed += 1
            cells.appendMissing()
            continue
        }
        guard column < batch.cellCount(of: Int(record)) else {
            cells.appendMissing()
            continue
        }
        let range = batch.cell(column, of: Int(record))
        if range.isEmpty || nulls.contains(batch.text, range.lowerBound, range.upperBound) {
            cells.appendMissing()
        } else {
            cells.append(range)
        }
    }
    return cells
}

/// One text in every row that is not malformed.
func repeatedCell(_ text: [UInt8], _ rows: ChunkRows) -> CellColumn {
    let isMissing = text.isEmpty
    let count = rows.records.count
    var cells = CellColumn(
        text: text, starts: Array(repeating: isMissing ? CellColumn.missing : 0, count: count),
        ends: Array(repeating: isMissing ? CellColumn.missing : UInt32(text.count), count: count))
    for row in rows.malformed {
        cells.starts[Int(row)] = CellColumn.missing
        cells.ends[Int(row)] = CellColumn.missing
    }
    return cells
}

/// Several cells joined into one text; missing when any of them is. A part that a spreadsheet has spoiled is V09.
func joinedCells(
    _ columns: [Int], with separator: [UInt8], _ batch: RecordBatch, _ rows: ChunkRows, _ nulls: NullTokens,
    _ faults: inout FaultList
) -> CellColumn {
    let parts = columns.map { gatherCells($0, batch, rows, nulls) }
    var text: [UInt8] = []
    var starts: [UInt32] = []
    var ends: [UInt32] = []
    for row in rows.records.indices {
        let isMissing = parts.contains { $0.starts[row] == CellColumn.missing }
        let isSpoiled =
            !isMissing && parts.contains { Ingest.isSpoiled($0.text, Int($0.starts[row]), Int($0.ends[row])) }
        if isSpoiled { faults.add(.spoiledIdentifier, row: row) }
        if isMissing || isSpoiled {
            starts.append(CellColumn.missing)
            ends.append(CellColumn.missing)
            continue
        }
        starts.append(UInt32(text.count))
        for (place, part) in parts.enumerated() {
            if place > 0 { text += separator }
            text += batch.text[Int(part.starts[row])..<Int(part.ends[row])]
        }
        ends.append(UInt32(text.count))
    }
    return CellColumn(text: text, starts: starts, ends: ends)
}
