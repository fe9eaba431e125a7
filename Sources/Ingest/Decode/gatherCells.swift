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
