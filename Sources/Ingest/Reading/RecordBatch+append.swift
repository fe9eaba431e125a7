import Definitions

extension RecordBatch {
    /// Room for a chunk of ordinary records, so that the arrays seldom move.
    mutating func reserve(_ chunk: [UInt8], parser: RecordParser) {
        text = chunk
        // libcsv copies every cell.
        if parser == .libcsv { text.reserveCapacity(2 * chunk.count) }
        cells.reserveCapacity(chunk.count / 8)
        places.reserveCapacity(chunk.count / 64)
    }

    /// Takes in regular lines, from `place` up to the first that is not regular, and returns where that begins.
    mutating func appendRegularLines(
        from place: Int, of text: ChunkText, before end: Int, limit: Int, _ splitter: LineSplitter, maximumBytes: Int
    ) -> Int {
        var place = place
        // Most cells have more bytes. The array is taken out, for the rest of the batch is written to as well.
        var room = max(256, (text.bytes.count - place) / 8)
        var cells = self.cells
        self.cells = []
        var stop = LineSplitter.Kind.cutShort
        while stop == .cutShort {
            let before = cells.count
            cells.append(addingCapacity: room) { added in
                stop = appendLines(
                    from: &place, of: text, before: end, limit: limit, splitter, maximumBytes: maximumBytes,
                    cellsBefore: before, &added)
            }
            room *= 2
        }
        self.cells = cells
        return place
    }

    /// Takes in regular lines as long as there is room for their cells, and says what the line is that it has stopped at.
    private mutating func appendLines(
        from place: inout Int, of text: ChunkText, before end: Int, limit: Int, _ splitter: LineSplitter,
        maximumBytes: Int, cellsBefore: Int, _ cells: inout OutputSpan<Cell>
    ) -> LineSplitter.Kind {
        let bytes = text.bytes.span
        var offset = text.offset(of: place)
        while place < bytes.count, offset < end, count < limit {
            let first = cells.count
            let line = splitter.split(bytes, from: place, isEnd: text.isEnd, cells: &cells)
            let next = text.offset(of: line.end)
            guard line.kind != .irregular, line.kind != .cutShort, next - offset <= maximumBytes else {
                cells.removeLast(cells.count - first)
                return line.kind == .cutShort ? .cutShort : .irregular
            }
            lineCount += 1
            unitBytes += next - offset
            if line.kind == .blank {
                blankLines += 1
            } else {
                if line.kind == .recordWithUpper {
                    if let invalid = text.firstInvalid(in: place..<line.end) {
                        cells.removeLast(cells.count - first)
                        faults.append(Fault(record: Int32(count), code: .invalidEncoding, offset: Int64(invalid)))
                    } else {
                        for cell in first..<cells.count { cells[cell] = settleUpper(cells[cell]) }
                    }
                }
                places.append(
                    Place(
                        offset: Int64(offset), length: Int32(next - offset), line: Int32(lineCount),
                        rawStart: Int32(place), rawEnd: Int32(line.end), firstCell: Int32(cellsBefore + first),
                        cellCount: Int32(cells.count - first)))
            }
            place = line.end
            offset = next
        }
        return .irregular
    }

    /// Takes in one unit; the cells of a record are those the parser has just seen.
    mutating func append(_ unit: RecordUnit, at place: Int, offset: Int, length: Int32, from parser: UnitParser) {
        let line = Int32(lineCount + 1)
        let first = cells.count
        var isTooLong = false
        lineCount += unit.lines
        unitBytes += Int(length)
        switch unit.kind {
        case .blank:
            blankLines += 1
            return
        case .malformed(let code, let offset):
            isTooLong = code == .tooLong
            faults.append(Fault(record: Int32(count), code: code, offset: Int64(offset)))
        case .record:
            appendCells(from: parser)
        }
        let end = isTooLong ? min(unit.end, place + keptBytes) : unit.end
        places.append(
            Place(
                offset: Int64(offset), length: length, line: line, rawStart: Int32(place), rawEnd: Int32(end),
                firstCell: Int32(first), cellCount: Int32(cells.count - first)))
    }

    private mutating func appendCells(from parser: UnitParser) {
        let textStart = text.count
        let first = cells.count
        parser.csv.append(text: &text, cells: &cells)
        if parser.text.mayHoldUpper, text[textStart...].contains(where: { $0 >= 0x80 }) {
            for cell in first..<cells.count { cells[cell] = settleUpper(cells[cell]) }
        }
    }

    /// A cell turned from windows-1252 to UTF-8, without no-break spaces at its ends.
    private mutating func settleUpper(_ cell: Cell) -> Cell {
        var range = Int(cell.start)..<Int(cell.end)
        if encoding == .windows1252, text[range].contains(where: { $0 >= 0x80 }) {
            let start = text.count
            for place in range { Windows1252.append(text[place], to: &text) }
            range = start..<text.count
        }
        let trimmed = trim(text.span, range)
        return Cell(start: UInt32(trimmed.lowerBound), end: UInt32(trimmed.upperBound))
    }
}

/// Without the spaces, tabs and no-break spaces at either end, so that quoting never changes a value. Moves bounds only.
func trim(_ text: Span<UInt8>, _ cell: Range<Int>) -> Range<Int> {
    var start = cell.lowerBound
    var end = cell.upperBound
    while start < end {
        if text[start] == 32 || text[start] == 9 {
            start += 1
        } else if start + 1 < end, text[start] == 0xC2, text[start + 1] == 0xA0 {
            start += 2
        } else {
            break
        }
    }
    while start < end {
        if text[end - 1] == 32 || text[end - 1] == 9 {
            end -= 1
        } else if end - 1 > start, text[end - 1] == 0xA0, text[end - 2] == 0xC2 {
            end -= 2
        } else {
            break
        }
    }
    return start..<end
}
