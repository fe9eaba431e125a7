import Definitions

extension RecordBatch {
    /// Room for ordinary records of so many bytes, so that the arrays seldom move.
    mutating func reserve(_ bytes: Int, parser: RecordParser) {
        // libcsv copies every cell.
        if parser == .libcsv { rewritten.reserveCapacity(bytes) }
        cells.reserveCapacity(bytes / 8)
        places.reserveCapacity(bytes / 32)
    }

    /// Where the next rewritten cell begins.
    var textEnd: Int { text.count + rewritten.count }

    /// Puts the rewritten cells behind the part of the text that the records are from. Without any nothing is copied.
    mutating func settle(_ part: Range<Int>) {
        guard !rewritten.isEmpty else { return }
        let (before, shift) = (UInt32(text.count), UInt32(part.lowerBound))
        for (number, cell) in cells.enumerated() {
            let length = cell.end - cell.start
            var start: UInt32 = 0
            if length > 0 {
                start = cell.start < before ? cell.start - shift : cell.start - before + UInt32(part.count)
            }
            cells[number] = Cell(start: start, end: start + length)
        }
        for record in places.indices { places[record].shift(by: Int32(shift)) }
        text = text[part] + rewritten
        rewritten = []
    }

    /// Takes in regular lines, from `place` up to the first that is not regular, and returns where that begins.
    mutating func appendRegularLines(
        from place: Int, of text: ChunkText, before end: Int, limit: Int, _ splitter: LineSplitter, maximumBytes: Int
    ) -> Int {
        var place = place
        // Most cells have more bytes. The arrays are taken out, for the rest of the batch is written to as well.
        var room = max(256, min(end - text.offset(of: place), text.bytes.count - place) / 8)
        var (cells, places) = (self.cells, self.places)
        self.cells = []
        self.places = []
        var stop = LineSplitter.Kind.cutShort
        while stop == .cutShort {
            let (cellsBefore, placesBefore) = (cells.count, places.count)
            cells.append(addingCapacity: room) { newCells in
                places.append(addingCapacity: room / 4) { newPlaces in
                    stop = appendLines(
                        from: &place, of: text, before: end, limit: limit, splitter, maximumBytes: maximumBytes,
                        cellsBefore: cellsBefore, placesBefore: placesBefore, &newCells, &newPlaces)
                }
            }
            room *= 2
        }
        self.cells = cells
        self.places = places
        return place
    }

    /// Takes in regular lines as long as there is room for their cells, and says what the line is that it has stopped at.
    private mutating func appendLines(
        from place: inout Int, of text: ChunkText, before end: Int, limit: Int, _ splitter: LineSplitter,
        maximumBytes: Int, cellsBefore: Int, placesBefore: Int, _ cells: inout OutputSpan<Cell>,
        _ places: inout OutputSpan<Place>
    ) -> LineSplitter.Kind {
        let bytes = text.bytes.span
        var offset = text.offset(of: place)
        while place < bytes.count, offset < end, placesBefore + places.count < limit {
            if text.isPlain {
                let shift = offset - place
                let next = splitter.splitPlain(
                    bytes, from: place, before: end - shift, maximumBytes: maximumBytes, cells: &cells
                ) { line, firstCell, cellCount in
                    guard !places.isFull, placesBefore + places.count < limit else { return false }
                    lineCount &+= 1
                    places.append(
                        Place(
                            offset: Int64(line.lowerBound + shift), length: Int32(line.count), line: Int32(lineCount),
                            rawStart: Int32(line.lowerBound), rawEnd: Int32(line.upperBound),
                            firstCell: Int32(cellsBefore + firstCell), cellCount: Int32(cellCount)))
                    return true
                }
                unitBytes += next - place
                place = next
                offset = next + shift
                guard place < bytes.count, offset < end, placesBefore + places.count < limit else { break }
            }
            if places.isFull { return .cutShort }
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
                        let record = Int32(placesBefore + places.count)
                        faults.append(Fault(record: record, code: .invalidEncoding, offset: Int64(invalid)))
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
        let textStart = rewritten.count
        let first = cells.count
        parser.csv.append(text: &rewritten, cells: &cells)
        if parser.mayHoldUpper, rewritten[textStart...].contains(where: { $0 >= 0x80 }) {
            for cell in first..<cells.count { cells[cell] = settleUpper(cells[cell]) }
        }
    }

    /// A cell turned from windows-1252 to UTF-8, without no-break spaces at its ends.
    private mutating func settleUpper(_ cell: Cell) -> Cell {
        guard cell.start < cell.end else { return cell }
        var base = Int(cell.start) < text.count ? 0 : text.count
        var range = Int(cell.start) - base..<Int(cell.end) - base
        if encoding == .windows1252, (base == 0 ? text : rewritten)[range].contains(where: { $0 >= 0x80 }) {
            let start = rewritten.count
            for place in range { Windows1252.append(base == 0 ? text[place] : rewritten[place], to: &rewritten) }
            base = text.count
            range = start..<rewritten.count
        }
        let trimmed = base == 0 ? trim(text.span, range) : trim(rewritten.span, range)
        return Cell(start: UInt32(base + trimmed.lowerBound), end: UInt32(base + trimmed.upperBound))
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
