extension LineSplitter {
    /// Splits lines as long as they are plain: without quotes, zeros and bytes above 7F, not blank, and no longer than a record
    /// may be. Their cells are appended, and each line's place, first cell and number of cells handed to `take`, until that
    /// returns false. Returns where the first line begins that was not taken.
    ///
    /// Most lines of most exports are plain, and the ends of their cells are found 64 bytes at a time.
    @inline(__always)
    func splitPlain(
        _ bytes: Span<UInt8>, from start: Int, before end: Int, maximumBytes: Int,
        cells: inout OutputSpan<RecordBatch.Cell>,
        take: (_ line: Range<Int>, _ firstCell: Int, _ cellCount: Int) -> Bool
    ) -> Int {
        var line = start
        var cellStart = start
        var firstCell = cells.count
        var place = start
        scan: while line < end, place <= bytes.count - 64, cells.freeCapacity >= 64 {
            let found = ends.found(in: bytes, at: place)
            var left = found.ends
            while left != 0 {
                let cellEnd = place &+ left.trailingZeroBitCount
                left &= left &- 1
                let endsLine = bytes[cellEnd] == 10
                let cell = LineSplitter.trimmed(bytes, cellStart, cellEnd, endsLine: endsLine)
                cells.append(cell)
                cellStart = cellEnd &+ 1
                if endsLine {
                    let count = cells.count &- firstCell
                    let isBlank = count == 1 && cell.start == cell.end
                    if isBlank || cellStart - line > maximumBytes || !take(line..<cellStart, firstCell, count) {
                        break scan
                    }
                    line = cellStart
                    firstCell = cells.count
                    if line >= end { break scan }
                }
            }
            if found.isOdd { break }
            place += 64
        }
        cells.removeLast(cells.count - firstCell)
        return line
    }

    /// A cell without the spaces and tabs around it, nor the carriage return of its line's end.
    @inline(__always)
    private static func trimmed(_ bytes: Span<UInt8>, _ start: Int, _ end: Int, endsLine: Bool) -> RecordBatch.Cell {
        var (first, last) = (start, end)
        // Few cells begin or end with a byte up to the space.
        if first < last, bytes[first] <= 32 || bytes[last - 1] <= 32 {
            if endsLine, bytes[last - 1] == 13 { last -= 1 }
            while first < last, LineSplitter.isSpace(bytes[first]) { first += 1 }
            while first < last, LineSplitter.isSpace(bytes[last - 1]) { last -= 1 }
        }
        return RecordBatch.Cell(
            start: UInt32(truncatingIfNeeded: first), end: UInt32(truncatingIfNeeded: last))
    }
}
