extension LineSplitter {
    /// Splits lines as long as they are plain: without zeros, bytes above 7F and quotes within cells, not blank, and no longer
    /// than a record may be. Their cells are appended, and each line's place, first cell and number of cells handed to `take`,
    /// until that returns false. Returns where the first line begins that was not taken.
    ///
    /// Most lines of most exports are plain, and the ends of their cells are found 64 bytes at a time.
    @inline(__always)
    func splitPlain(
        _ bytes: Span<UInt8>, from start: Int, before end: Int, maximumBytes: Int,
        cells: inout OutputSpan<RecordBatch.Cell>,
        take: (_ line: Range<Int>, _ firstCell: Int, _ cellCount: Int) -> Bool
    ) -> Int {
        var line = start
        var firstCell = cells.count
        var cellStart = start
        var place = start
        // Whether the byte before ends a cell, or is a space; and whether the cell that is open may begin with one.
        var followsEnd: UInt64 = 1
        var followsSpace: UInt64 = 0
        var mayBeginWithSpace = false
        scan: while line < end, place <= bytes.count - 64, cells.freeCapacity >= 64 {
            let found = ends.found(in: bytes, at: place)
            // Few cells begin or end with a space, or end with a carriage return.
            let begins = found.ends << 1 | followsEnd
            let isSpaced = found.spaces & begins | found.ends & (found.spaces << 1 | followsSpace) != 0
            let mayNeedTrim = isSpaced || mayBeginWithSpace
            mayBeginWithSpace = isSpaced || (mayBeginWithSpace && found.ends == 0)
            followsEnd = found.ends >> 63
            followsSpace = found.spaces >> 63
            let count = found.ends.nonzeroBitCount
            if found.odd == 64, !mayNeedTrim, count <= 16 {
                let before = cells.count
                LineSplitter.append(found.ends, count, of: place, &cellStart, to: &cells)
                var lineFeeds = found.lineFeeds
                while lineFeeds != 0 {
                    let feed = lineFeeds & (0 &- lineFeeds)
                    lineFeeds ^= feed
                    let next = place &+ feed.trailingZeroBitCount &+ 1
                    let nextCell = before &+ (found.ends & (feed | (feed &- 1))).nonzeroBitCount
                    let isBlank = next &- line == 1
                    if isBlank || next &- line > maximumBytes || !take(line..<next, firstCell, nextCell &- firstCell) {
                        break scan
                    }
                    line = next
                    firstCell = nextCell
                    if line >= end { break scan }
                }
                place += 64
                continue
            }
            var left = found.ends
            // Cells in quotes seldom come alone: one right after another is split without a look at what follows it.
            var followsQuoted = false
            while true {
                let cell: RecordBatch.Cell
                let cellEnd: Int
                let isLineEnd: Bool
                let isQuoted = followsQuoted || left == 0
                if isQuoted {
                    guard followsQuoted || found.odd < 64 else { break }
                    guard followsQuoted || cellStart == place + found.odd, let quoted = quotedCell(bytes, cellStart)
                    else { break scan }
                    (cell, cellEnd) = quoted
                    isLineEnd = bytes[cellEnd] == 10
                } else {
                    let end = left & (0 &- left)
                    cellEnd = place &+ left.trailingZeroBitCount
                    left &= left &- 1
                    cell =
                        mayNeedTrim
                        ? LineSplitter.trimmed(bytes, cellStart, cellEnd)
                        : RecordBatch.Cell(
                            start: UInt32(truncatingIfNeeded: cellStart), end: UInt32(truncatingIfNeeded: cellEnd))
                    isLineEnd = found.lineFeeds & end != 0
                }
                cells.append(cell)
                cellStart = cellEnd &+ 1
                if isLineEnd {
                    let count = cells.count &- firstCell
                    let isBlank = !isQuoted && count == 1 && cell.start == cell.end
                    if isBlank || cellStart - line > maximumBytes || !take(line..<cellStart, firstCell, count) {
                        break scan
                    }
                    line = cellStart
                    firstCell = cells.count
                    if line >= end { break scan }
                }
                if isQuoted {
                    followsQuoted = !cells.isFull && cellStart < bytes.count && bytes[cellStart] == quote
                    if followsQuoted { continue }
                    place = cellStart
                    (followsEnd, followsSpace, mayBeginWithSpace) = (1, 0, false)
                    continue scan
                }
            }
            place += 64
        }
        cells.removeLast(cells.count - firstCell)
        return line
    }

    /// Appends the cells that end at up to sixteen bits, eight at a time: a few too many cost less than a guess at how many.
    @inline(__always)
    private static func append(
        _ ends: UInt64, _ count: Int, of place: Int, _ cellStart: inout Int,
        to cells: inout OutputSpan<RecordBatch.Cell>
    ) {
        var left = ends
        var start = UInt32(truncatingIfNeeded: cellStart)
        func appendEight() {
            for _ in 0..<8 {
                let end = UInt32(truncatingIfNeeded: place &+ left.trailingZeroBitCount)
                left &= left &- 1
                cells.append(RecordBatch.Cell(start: start, end: end))
                start = end &+ 1
            }
        }
        appendEight()
        if count > 8 { appendEight() }
        cells.removeLast((count > 8 ? 16 : 8) &- count)
        if count > 0 { cellStart = place &+ 64 &- ends.leadingZeroBitCount }
    }

    /// A cell without the spaces and tabs around it, nor the carriage return of its line's end: any other is odd.
    @inline(__always)
    private static func trimmed(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> RecordBatch.Cell {
        var (first, last) = (start, end)
        // Few cells begin or end with a byte up to the space.
        if first < last, bytes[first] <= 32 || bytes[last - 1] <= 32 {
            if bytes[last - 1] == 13 { last -= 1 }
            while first < last, LineSplitter.isSpace(bytes[first]) { first += 1 }
            while first < last, LineSplitter.isSpace(bytes[last - 1]) { last -= 1 }
        }
        return RecordBatch.Cell(
            start: UInt32(truncatingIfNeeded: first), end: UInt32(truncatingIfNeeded: last))
    }

    /// The cell whose quote stands at a place, and the delimiter or line feed that ends it; nothing when it is not one that
    /// ends right after its next quote, or holds bytes above 7F.
    @inline(__always)
    private func quotedCell(_ bytes: Span<UInt8>, _ start: Int) -> (cell: RecordBatch.Cell, end: Int)? {
        var upper: UInt64 = 0
        guard quote != 0, bytes[start] == quote, let close = closingQuote(bytes, from: start + 1, &upper),
            upper & UInt64(eachByte: 0x80) == 0
        else { return nil }
        var end = close + 1
        if end < bytes.count, bytes[end] == 13 { end += 1 }
        guard end < bytes.count, bytes[end] == 10 || (end == close + 1 && bytes[end] == delimiter) else { return nil }
        return (LineSplitter.trimmed(bytes, start + 1, close), end)
    }
}
