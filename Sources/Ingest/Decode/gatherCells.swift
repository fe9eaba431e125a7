/// The cells of one column for the rows of a chunk: null tokens, empty cells and malformed records are missing.
func gatherCells(_ column: Int, _ batch: RecordBatch, _ rows: ChunkRows, _ nulls: NullTokens) -> CellColumn {
    let (text, records, firstCell, places) = (batch.text, rows.records, batch.firstCell, batch.cells)
    var starts = [UInt32](repeating: CellColumn.missing, count: records.count)
    var ends = starts
    for row in records.indices {
        let record = Int(records[row])
        let place = Int(firstCell[record]) + column
        guard place < Int(firstCell[record + 1]) else { continue }
        let cell = places[place]
        if cell.start == cell.end || nulls.contains(text, Int(cell.start), Int(cell.end)) { continue }
        starts[row] = cell.start
        ends[row] = cell.end
    }
    for row in rows.malformed {
        starts[Int(row)] = CellColumn.missing
        ends[Int(row)] = CellColumn.missing
    }
    return CellColumn(text: text, starts: starts, ends: ends)
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
