/// The cells of one column for the rows of a chunk: null tokens, empty cells and malformed records are missing.
func gatherCells(_ column: Int, _ batch: RecordBatch, _ rows: ChunkRows, _ nulls: NullTokens) -> CellColumn {
    if let (first, width) = rows.grid, column < width {
        return CellColumn(
            text: batch.text, places: batch.cells, first: first + column, step: width, count: rows.records.count,
            nulls: nulls)
    }
    let records = rows.records.span
    let cells = batch.cells.span
    let places = batch.places.span
    var found = [RecordBatch.Cell](capacity: records.count) { found in
        for row in 0..<records.count {
            let place = places[Int(records[row])]
            found.append(column < Int(place.cellCount) ? cells[Int(place.firstCell) + column] : .missing)
        }
    }
    for row in rows.malformed { found[Int(row)] = .missing }
    return CellColumn(text: batch.text, places: found, first: 0, step: 1, count: found.count, nulls: nulls)
}

/// One text in every row that is not malformed.
func repeatedCell(_ text: [UInt8], _ rows: ChunkRows) -> CellColumn {
    let cell = text.isEmpty ? RecordBatch.Cell.missing : RecordBatch.Cell(start: 0, end: UInt32(text.count))
    var places = Array(repeating: cell, count: rows.records.count)
    for row in rows.malformed { places[Int(row)] = .missing }
    return CellColumn(text: text, places: places)
}
