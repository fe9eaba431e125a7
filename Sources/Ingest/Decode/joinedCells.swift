import Tables

/// How one cell of a joined text is spelt, so that two systems that write a day or a number differently give one text.
struct JoinedPart: Sendable {
    /// Formats of a day, written `yyyy-MM-dd`; empty for cells that are taken as they stand.
    let dayFormats: [TimeFormat]
    let keepsLeadingZeros: Bool
}

/// Several cells joined into one text; missing when any of them is, and when one cannot be brought to its spelling. A part
/// that a spreadsheet has spoiled is V09, a day that cannot be read V02, V08 or V11.
func joinedCells(
    _ columns: [Int], _ spelling: [JoinedPart], with separator: [UInt8], _ batch: RecordBatch, _ rows: ChunkRows,
    _ nulls: NullTokens, _ faults: inout FaultList
) -> CellColumn {
    let cells = columns.map { gatherCells($0, batch, rows, nulls) }
    var writers = spelling.map { PartWriter($0) }
    var text: [UInt8] = []
    var places: [RecordBatch.Cell] = []
    places.reserveCapacity(rows.records.count)
    // A cell is looked at once, and nothing is held on to for a row.
    var found = columns.map { _ in RecordBatch.Cell.missing }
    for row in rows.records.indices {
        var fault: FaultCode?
        var isMissing = false
        for place in cells.indices {
            found[place] = cells[place][row]
            if found[place].isMissing { isMissing = true }
        }
        let begin = text.count
        if !isMissing {
            for place in cells.indices where fault == nil {
                if place > 0 { text += separator }
                fault = writers[place].write(
                    cells[place].text, Int(found[place].start), Int(found[place].end), to: &text)
            }
        }
        if let fault { faults.add(fault, row: row) }
        if isMissing || fault != nil {
            text.removeSubrange(begin...)
            places.append(.missing)
        } else {
            places.append(RecordBatch.Cell(start: UInt32(begin), end: UInt32(text.count)))
        }
    }
    return CellColumn(text: text, places: places)
}

/// Writes the cells of one part; the last day is kept, since the rows of an export come day by day.
private struct PartWriter {
    private let part: JoinedPart
    private var reader: TimeReader
    private var day = Int.min
    private var dayText: [UInt8] = []

    init(_ part: JoinedPart) {
        self.part = part
        reader = TimeReader(part.dayFormats)
    }

    /// Adds a cell's text, or says why there is none.
    mutating func write(_ cell: [UInt8], _ start: Int, _ end: Int, to text: inout [UInt8]) -> FaultCode? {
        if !part.dayFormats.isEmpty { return writeDay(cell, start, end, to: &text) }
        if isSpoiled(cell.span, start, end) { return .spoiledIdentifier }
        var start = start
        if !part.keepsLeadingZeros {
            while start + 1 < end, cell[start] == 48, cell[start + 1] >= 48, cell[start + 1] <= 57 { start += 1 }
        }
        text += cell[start..<end]
        return nil
    }

    private mutating func writeDay(_ cell: [UInt8], _ start: Int, _ end: Int, to text: inout [UInt8]) -> FaultCode? {
        switch reader.read(cell, start, end) {
        case .unreadable: return .unreadableDate
        case .impossible: return .impossibleTime
        case .placeholder: return .implausibleTime
        case .read:
            if reader.days != day {
                day = reader.days
                dayText = Array(CivilDate(days: day).description.utf8)
            }
            text += dayText
            return nil
        }
    }
}
