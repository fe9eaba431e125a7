import Definitions

extension RecordBatch {
    /// Room for a chunk of ordinary records, so that the arrays seldom move.
    mutating func reserve(_ chunk: [UInt8], parser: RecordParser) {
        text = chunk
        // libcsv copies every cell.
        if parser == .libcsv { text.reserveCapacity(2 * chunk.count) }
        cells.reserveCapacity(chunk.count / 8)
    }

    /// Takes in regular lines, from `place` up to the first that is not regular, and returns where that begins.
    mutating func appendRegularLines(
        from place: Int, of text: ChunkText, before end: Int, limit: Int, _ splitter: LineSplitter, maximumBytes: Int
    ) -> Int {
        let bytes = text.bytes.span
        var place = place
        var offset = text.offset(of: place)
        while place < bytes.count, offset < end, count < limit {
            let first = cells.count
            let line = splitter.split(bytes, from: place, isEnd: text.isEnd, cells: &cells)
            let next = text.offset(of: line.end)
            guard line.kind != .irregular, next - offset <= maximumBytes else {
                cells.removeLast(cells.count - first)
                return place
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
                        settleUpper(first)
                    }
                }
                appendPlace(place..<line.end, offset: offset, length: Int32(next - offset), line: Int32(lineCount))
            }
            place = line.end
            offset = next
        }
        return place
    }

    /// Takes in one unit; the cells of a record are those the parser has just seen.
    mutating func append(_ unit: RecordUnit, at place: Int, offset: Int, length: Int32, from parser: UnitParser) {
        let line = Int32(lineCount + 1)
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
        appendPlace(place..<end, offset: offset, length: length, line: line)
    }

    private mutating func appendPlace(_ kept: Range<Int>, offset: Int, length: Int32, line: Int32) {
        offsets.append(Int64(offset))
        lengths.append(length)
        lines.append(line)
        rawStarts.append(Int32(kept.lowerBound))
        rawEnds.append(Int32(kept.upperBound))
        firstCell.append(Int32(cells.count))
    }

    private mutating func appendCells(from parser: UnitParser) {
        let textStart = text.count
        let first = cells.count
        parser.csv.append(text: &text, cells: &cells)
        if parser.text.mayHoldUpper, text[textStart...].contains(where: { $0 >= 0x80 }) { settleUpper(first) }
    }

    /// Turns the last record's cells from windows-1252 to UTF-8, and trims no-break spaces.
    private mutating func settleUpper(_ first: Int) {
        for index in first..<cells.count {
            var cell = Int(cells[index].start)..<Int(cells[index].end)
            if encoding == .windows1252, text[cell].contains(where: { $0 >= 0x80 }) {
                let start = text.count
                for place in cell { Windows1252.append(text[place], to: &text) }
                cell = start..<text.count
            }
            let trimmed = trim(text.span, cell)
            cells[index] = Cell(start: UInt32(trimmed.lowerBound), end: UInt32(trimmed.upperBound))
        }
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
