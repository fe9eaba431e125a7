import Definitions

/// Splits regular lines just as libcsv would, several times as fast; every other line it leaves to libcsv.
///
/// A line is regular when each cell, after spaces and tabs, is either free of quotes up to the next delimiter or the line's
/// end, or begins with a quote and has but one more, followed by spaces, a delimiter or the line's end. A tab that is the
/// delimiter is no space. Zeros and lines that the text cuts off are never regular.
struct LineSplitter {
    enum Kind {
        case record
        /// A record with bytes above 7F, which have yet to be judged.
        case recordWithUpper
        case blank
        case irregular
        /// There was no room for all its cells.
        case cutShort
    }

    let delimiter: UInt8
    /// Zero where nothing is quoted: it is refused anyway.
    let quote: UInt8
    /// The same eight times, since bytes are looked at by eights.
    private let delimiters: UInt64
    private let quotes: UInt64
    let ends: CellEnds

    /// Nothing for dialects whose structure bytes have two meanings.
    init?(_ dialect: Dialect) {
        delimiter = dialect.delimiter
        quote = dialect.quote ?? 0
        delimiters = UInt64(eachByte: delimiter)
        quotes = UInt64(eachByte: quote)
        ends = CellEnds(delimiter: delimiter, quote: quote)
        let taken: [UInt8] = [10, 13]
        guard delimiter != quote, delimiter != 0, delimiter < 0x80, !taken.contains(delimiter), quote < 0x80,
            !taken.contains(quote), !LineSplitter.isSpace(quote)
        else { return nil }
    }

    /// What the line that begins at `start` is, and where the next begins. A record's cells are appended; those of a line
    /// that turns out to be something else, appended before, are the caller's to drop.
    @inline(__always)
    func split(
        _ bytes: Span<UInt8>, from start: Int, isEnd: Bool, cells: inout OutputSpan<RecordBatch.Cell>
    ) -> (kind: Kind, end: Int) {
        let count = bytes.count
        var place = start
        var upper: UInt64 = 0
        var isFirst = true
        while !cells.isFull {
            var first = place
            place = structure(bytes, from: place, &upper)
            var last = place
            if place < count, bytes[place] == quote, quote != 0 {
                while first < place, LineSplitter.isSpace(bytes[first]) { first += 1 }
                // A quote in the midst of a cell.
                guard first == place, let close = closingQuote(bytes, from: place + 1, &upper) else {
                    return (.irregular, start)
                }
                isFirst = false
                first += 1
                last = close
                place = close + 1
                while place < count, LineSplitter.isSpace(bytes[place]), bytes[place] != delimiter { place += 1 }
            }
            while first < last, LineSplitter.isSpace(bytes[first]) { first += 1 }
            while last > first, LineSplitter.isSpace(bytes[last - 1]) { last -= 1 }

            let cell = RecordBatch.Cell(
                start: UInt32(truncatingIfNeeded: first), end: UInt32(truncatingIfNeeded: last))
            if place < count, bytes[place] == delimiter {
                cells.append(cell)
                place += 1
                isFirst = false
                continue
            }
            guard let end = LineSplitter.lineEnd(bytes, place, isEnd: isEnd) else { return (.irregular, start) }
            // Nothing but spaces has been met, and no quotes.
            if isFirst, first == last { return (.blank, end) }
            cells.append(cell)
            return (upper & UInt64(eachByte: 0x80) == 0 ? .record : .recordWithUpper, end)
        }
        return (.cutShort, start)
    }

    /// Where the next delimiter, quote, line end or zero is; the text's end without any. Adds up the bytes before it.
    @inline(__always)
    private func structure(_ bytes: Span<UInt8>, from start: Int, _ upper: inout UInt64) -> Int {
        let count = bytes.count
        var place = start
        while place <= count - 8 {
            let eight = word(bytes, place)
            let found =
                (eight ^ delimiters).bytes(below: 1) | (eight ^ quotes).bytes(below: 1) | eight.bytes(below: 14)
            if found == 0 {
                upper |= eight
                place += 8
                continue
            }
            // Every bit before the first found one.
            upper |= eight & (found & (0 &- found) &- 1)
            place += found.trailingZeroBitCount >> 3
            if isStructure(bytes[place]) { return place }
            place += 1
        }
        while place < count, !isStructure(bytes[place]) {
            upper |= UInt64(bytes[place])
            place += 1
        }
        return place
    }

    /// Where the next quote is; nothing when a line end, a zero or the text's end comes first. Adds up the bytes before it.
    @inline(__always)
    func closingQuote(_ bytes: Span<UInt8>, from start: Int, _ upper: inout UInt64) -> Int? {
        let count = bytes.count
        var place = start
        while place <= count - 8 {
            let eight = word(bytes, place)
            let found = (eight ^ quotes).bytes(below: 1) | eight.bytes(below: 14)
            if found == 0 {
                upper |= eight
                place += 8
                continue
            }
            upper |= eight & (found & (0 &- found) &- 1)
            place += found.trailingZeroBitCount >> 3
            if bytes[place] == quote { return place }
            if LineSplitter.endsLine(bytes[place]) { return nil }
            place += 1
        }
        while place < count, bytes[place] != quote {
            if LineSplitter.endsLine(bytes[place]) { return nil }
            upper |= UInt64(bytes[place])
            place += 1
        }
        return place < count ? place : nil
    }

    /// Whether a byte below 14 is more than a control character inside a cell.
    @inline(__always)
    private func isStructure(_ byte: UInt8) -> Bool {
        byte == delimiter || byte == quote || LineSplitter.endsLine(byte)
    }

    @inline(__always)
    private static func endsLine(_ byte: UInt8) -> Bool {
        byte == 10 || byte == 13 || byte == 0
    }

    /// Where the next line begins when the line ends here; nothing when it does not, or the text does not tell.
    @inline(__always)
    private static func lineEnd(_ bytes: Span<UInt8>, _ place: Int, isEnd: Bool) -> Int? {
        guard place < bytes.count else { return isEnd ? place : nil }
        if bytes[place] == 10 { return place + 1 }
        guard bytes[place] == 13 else { return nil }
        guard place + 1 < bytes.count else { return isEnd ? place + 1 : nil }
        return bytes[place + 1] == 10 ? place + 2 : place + 1
    }

    @inline(__always)
    static func isSpace(_ byte: UInt8) -> Bool {
        byte == 32 || byte == 9
    }
}
