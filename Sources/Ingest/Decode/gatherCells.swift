/// The cells of one column for the rows of a chunk: null tokens, empty cells and malformed records are missing.
func gatherCells(_ column: Int, _ batch: RecordBatch, _ rows: ChunkRows, _ nulls: NullTokens) -> CellColumn {
    let text = batch.text.span
    let cells = batch.cells.span
    var places = [RecordBatch.Cell](capacity: rows.records.count) { found in
        if let (first, width) = rows.grid {
            guard column < width else { return found.append(repeating: .missing, count: rows.records.count) }
            for row in 0..<rows.records.count {
                found.append(present(cells[first + row * width + column], text, nulls))
            }
        } else {
            let records = rows.records.span
            let places = batch.places.span
            for row in 0..<records.count {
                let place = places[Int(records[row])]
                found.append(
                    column < Int(place.cellCount)
                        ? present(cells[Int(place.firstCell) + column], text, nulls) : .missing)
            }
        }
    }
    for row in rows.malformed { places[Int(row)] = .missing }
    return CellColumn(text: batch.text, places: places)
}

@inline(__always)
private func present(_ cell: RecordBatch.Cell, _ text: Span<UInt8>, _ nulls: NullTokens) -> RecordBatch.Cell {
    cell.start == cell.end || nulls.contains(text, Int(cell.start), Int(cell.end)) ? .missing : cell
}

/// One text in every row that is not malformed.
func repeatedCell(_ text: [UInt8], _ rows: ChunkRows) -> CellColumn {
    let cell = text.isEmpty ? RecordBatch.Cell.missing : RecordBatch.Cell(start: 0, end: UInt32(text.count))
    var cells = CellColumn(text: text, places: Array(repeating: cell, count: rows.records.count))
    for row in rows.malformed { cells.places[Int(row)] = .missing }
    return cells
}
