import Definitions
import Tables

/// One chunk's records, and where it began and ended, so that the fold can tell whether it began where it should have.
struct ParsedChunk {
    /// Nothing when no line begins in the chunk.
    let start: Int?
    /// Where the next unit begins.
    let end: Int
    let batch: RecordBatch
}

/// Parses all units that begin in the window's own range: from `start` when that is known, else from a guess.
///
/// `lineEnd` finds where the line ends that the window's end cuts off; only a record that is too long needs it.
func parseChunk(
    _ window: RecordWindow, of file: DiscoveredFile, from start: Int?, dialect: Dialect, layout: RecordLayout,
    limit: Int = .max, using recordParser: RecordParser = .libcsv, lineEnd: () throws -> Int
) throws -> ParsedChunk {
    let unit = CodeUnit(dialect.encoding)
    var batch = RecordBatch(dialect: dialect)
    guard
        let first = start ?? window.firstLine(unit: unit, isFileStart: window.own.lowerBound == window.offset),
        first < window.own.upperBound, first < window.end
    else { return ParsedChunk(start: nil, end: window.own.lowerBound, batch: batch) }

    let text = ChunkText(window, from: first, encoding: dialect.encoding)
    let parser = UnitParser(text: text, dialect: dialect, layout: layout)
    var place = text.start
    if start == nil, dialect.maximumLines > 1, let fields = layout.fieldCount, first > window.offset {
        place = parser.likelyRecord(fields: fields, before: window.own.upperBound)
    }
    let begin = text.offset(of: place)
    var offset = begin
    batch.reserve(text.bytes, parser: recordParser)
    let splitter = recordParser == .native ? LineSplitter(dialect) : nil
    while true {
        if let splitter {
            let next = batch.appendRegularLines(
                from: place, of: text, before: window.own.upperBound, limit: limit, splitter,
                maximumBytes: dialect.maximumRecordBytes)
            // A line that was cut off ends after the text, where no place is.
            if next > place { offset = text.offset(of: next) }
            place = next
        }
        guard place < text.bytes.count, offset < window.own.upperBound, batch.count < limit else { break }
        let unit = parser.unit(at: place, textBase: batch.text.count)
        let end = unit.isCutOff ? try lineEnd() : text.offset(of: unit.end)
        guard let length = Int32(exactly: end - offset) else { throw endlessLine(file, offset) }
        batch.append(unit, at: place, offset: offset, length: length, from: parser)
        place = unit.end
        offset = end
    }
    return ParsedChunk(start: begin, end: offset, batch: batch)
}

private func endlessLine(_ file: DiscoveredFile, _ offset: Int) -> Diagnostic {
    Diagnostic(
        code: "E0614", "the line at offset \(offset) is longer than 2 GB; a text file with lines was expected",
        at: Diagnostic.Location(file: file.name), help: "see whether the file is an export at all")
}

extension RecordWindow {
    /// The first line that begins in the chunk's own range or after it. That the unit before ends a line makes the chunk's
    /// own beginning one, unless both are halves of CRLF.
    fileprivate func firstLine(unit: CodeUnit, isFileStart: Bool) -> Int? {
        isFileStart ? own.lowerBound : endOfLine(from: own.lowerBound - unit.bytes, unit: unit)
    }
}

extension UnitParser {
    /// Where lines may lie inside quotes, the first of sixteen lines from which three records are whole and as wide as the
    /// header. A guess: the fold sees when it was wrong.
    fileprivate func likelyRecord(fields: Int, before end: Int) -> Int {
        var candidate = text.start
        for _ in 0..<16 where candidate < text.bytes.count && text.offset(of: candidate) < end {
            if isLikely(candidate, fields: fields) { return candidate }
            guard let next = text.endOfLine(from: candidate) else { break }
            candidate = next
        }
        return text.start
    }

    private func isLikely(_ candidate: Int, fields: Int) -> Bool {
        var place = candidate
        var records = 0
        while records < 3, place < text.bytes.count {
            let unit = unit(at: place, textBase: 0)
            switch unit.kind {
            case .record where csv.cellCount == fields: records += 1
            case .blank: break
            case .record, .malformed: return false
            }
            place = unit.end
        }
        return true
    }
}
