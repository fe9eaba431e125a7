import Definitions

extension RecordBatch {
    /// Room for a chunk of ordinary records, so that the arrays seldom move.
    mutating func reserve(_ bytes: Int, raw: [UInt8]) {
        self.raw = raw
        text.reserveCapacity(bytes)
        cellStarts.reserveCapacity(bytes / 8)
        cellEnds.reserveCapacity(bytes / 8)
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
        offsets.append(Int64(offset))
        lengths.append(length)
        lines.append(line)
        rawStarts.append(Int32(place))
        rawEnds.append(Int32(isTooLong ? min(unit.end, place + keptBytes) : unit.end))
        firstCell.append(Int32(cellEnds.count))
    }

    private mutating func appendCells(from parser: UnitParser) {
        let textStart = text.count
        let first = cellEnds.count
        parser.csv.append(text: &text, starts: &cellStarts, ends: &cellEnds)
        guard parser.text.mayHoldUpper, text[textStart...].contains(where: { $0 >= 0x80 }) else { return }
        if encoding == .windows1252 { transcode(from: textStart, cells: first) }
        for cell in first..<cellEnds.count {
            let trimmed = trim(text.span, Int(cellStarts[cell])..<Int(cellEnds[cell]))
            cellStarts[cell] = UInt32(trimmed.lowerBound)
            cellEnds[cell] = UInt32(trimmed.upperBound)
        }
    }

    /// Turns the last record's cells from windows-1252 to UTF-8.
    private mutating func transcode(from textStart: Int, cells first: Int) {
        let original = Array(text[textStart...])
        text.removeSubrange(textStart...)
        for cell in first..<cellEnds.count {
            let bytes = original[(Int(cellStarts[cell]) - textStart)..<(Int(cellEnds[cell]) - textStart)]
            cellStarts[cell] = UInt32(text.count)
            for byte in bytes { Windows1252.append(byte, to: &text) }
            cellEnds[cell] = UInt32(text.count)
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
