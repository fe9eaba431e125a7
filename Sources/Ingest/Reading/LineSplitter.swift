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
    }

    private let delimiter: UInt8
    /// Zero where nothing is quoted: it is refused anyway.
    private let quote: UInt8

    /// Nothing for dialects whose structure bytes have two meanings.
    init?(_ dialect: Dialect) {
        delimiter = dialect.delimiter
        quote = dialect.quote ?? 0
        let taken: [UInt8] = [10, 13]
        guard delimiter != quote, delimiter != 0, delimiter < 0x80, !taken.contains(delimiter), quote < 0x80,
            !taken.contains(quote), !LineSplitter.isSpace(quote)
        else { return nil }
    }

    /// What the line that begins at `start` is, and where the next begins. A record's cells are appended; those of an
    /// irregular line, appended before its fault was met, are the caller's to drop.
    func split(
        _ bytes: Span<UInt8>, from start: Int, isEnd: Bool, cells: inout [RecordBatch.Cell]
    ) -> (kind: Kind, end: Int) {
        let count = bytes.count
        var place = start
        var upper: UInt8 = 0
        var isFirst = true
        while true {
            while place < count, LineSplitter.isSpace(bytes[place]), bytes[place] != delimiter { place += 1 }
            var first = place
            var last = place
            if place < count, bytes[place] == quote, quote != 0 {
                first += 1
                place += 1
                while place < count, bytes[place] != quote {
                    let byte = bytes[place]
                    if byte < 14, byte == 10 || byte == 13 || byte == 0 { return (.irregular, start) }
                    upper |= byte
                    place += 1
                }
                // The text's end in here is the place of no quote.
                guard place < count else { return (.irregular, start) }
                last = place
                place += 1
                while place < count, LineSplitter.isSpace(bytes[place]), bytes[place] != delimiter { place += 1 }
                while first < last, LineSplitter.isSpace(bytes[first]) { first += 1 }
            } else {
                while place < count {
                    let byte = bytes[place]
                    if byte == delimiter { break }
                    // Few bytes are below the first letter, so most pass one more comparison.
                    if byte < 48, byte == 10 || byte == 13 || byte == quote || byte == 0 { break }
                    if quote >= 48, byte == quote { break }
                    upper |= byte
                    place += 1
                }
                last = place
            }
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
            // Nothing but spaces has been met; an empty cell in quotes has moved `first`.
            if isFirst, first == place { return (.blank, end) }
            cells.append(cell)
            return (upper < 0x80 ? .record : .recordWithUpper, end)
        }
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
    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 32 || byte == 9
    }
}
