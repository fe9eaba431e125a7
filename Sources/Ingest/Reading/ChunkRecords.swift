import Definitions
import Tables

/// The records of one chunk, handed out a stretch at a time: what stands in a stretch is still in the processor's cache when
/// its columns are decoded, as the text of a whole chunk and the places of all its cells would not be.
///
/// Whatever the stretches, the records are those of one parse of the chunk.
package struct ChunkRecords {
    /// Few enough for the processor's cache.
    static let mostStretchBytes = 1 << 19

    let window: RecordWindow
    private let form: RecordForm
    private let stretchBytes: Int
    /// Nothing when no line begins in the chunk.
    private let text: ChunkText?
    /// Made for the first line that is not regular.
    private var parser: UnitParser?
    private let splitter: LineSplitter?
    /// Where the line ends that the window's end cuts off; only a record that is too long needs it.
    private let lineEnd: () throws -> Int

    /// Where the chunk's first unit begins in the file; nothing when no line begins in the chunk.
    let start: Int?
    /// Where the next unit begins in the file.
    private(set) var end: Int
    /// The same in the chunk's text.
    private var place = 0
    /// What the stretches handed out so far hold.
    private(set) var records = 0
    private(set) var blankLines = 0
    private(set) var lines = 0
    private(set) var unitBytes = 0

    /// The units that begin in the window's own range: from `start` when that is known, else from a guess.
    init(
        _ window: RecordWindow, from start: Int?, form: RecordForm, stretchBytes: Int = .max,
        lineEnd: @escaping () throws -> Int
    ) {
        self.window = window
        self.form = form
        self.stretchBytes = stretchBytes
        self.lineEnd = lineEnd
        splitter = form.parser == .native ? LineSplitter(form.dialect) : nil
        let unit = CodeUnit(form.dialect.encoding)
        guard
            let first = start ?? window.firstLine(unit: unit, isFileStart: window.own.lowerBound == window.offset),
            first < window.own.upperBound, first < window.end
        else {
            (text, self.start, end) = (nil, nil, window.own.lowerBound)
            return
        }
        let text = ChunkText(window, from: first, encoding: form.dialect.encoding)
        place = text.start
        if start == nil, form.dialect.maximumLines > 1, let fields = form.layout.fieldCount, first > window.offset {
            let parser = UnitParser(text: text, dialect: form.dialect, layout: form.layout)
            place = parser.likelyRecord(fields: fields, before: window.own.upperBound)
            self.parser = parser
        }
        self.text = text
        end = text.offset(of: place)
        self.start = end
    }

    /// The next stretch's records, no more than `limit`, whose lines count from 1 in the stretch; nothing after the last.
    package mutating func next(limit: Int = .max) throws -> RecordBatch? {
        guard let text, end < window.own.upperBound, place < text.bytes.count else { return nil }
        let last = stretchBytes < window.own.upperBound - end ? end + stretchBytes : window.own.upperBound
        let first = place
        var batch = RecordBatch(of: text, dialect: form.dialect)
        batch.reserve(min(last - end, text.bytes.count - place), parser: form.parser)
        while true {
            if let splitter {
                let next = batch.appendRegularLines(
                    from: place, of: text, before: last, limit: limit, splitter,
                    maximumBytes: form.dialect.maximumRecordBytes)
                // A line that was cut off ends after the text, where no place is.
                if next > place { end = text.offset(of: next) }
                place = next
            }
            guard place < text.bytes.count, end < last, batch.count < limit else { break }
            let parser = parser ?? UnitParser(text: text, dialect: form.dialect, layout: form.layout)
            self.parser = parser
            let unit = parser.unit(at: place, textBase: batch.textEnd)
            let unitEnd = unit.isCutOff ? try lineEnd() : text.offset(of: unit.end)
            guard let length = Int32(exactly: unitEnd - end) else { throw endlessLine }
            batch.append(unit, at: place, offset: end, length: length, from: parser)
            place = unit.end
            end = unitEnd
        }
        batch.settle(first..<place)
        records += batch.count
        blankLines += batch.blankLines
        lines += batch.lineCount
        unitBytes += batch.unitBytes
        return batch
    }

    /// Parses what has not been handed out, only to know how much there is.
    mutating func skipRest() throws {
        while try next() != nil {}
    }

    private var endlessLine: Diagnostic {
        Diagnostic(
            code: "E0614", "the line at offset \(end) is longer than 2 GB; a text file with lines was expected",
            at: Diagnostic.Location(file: form.file.name), help: "see whether the file is an export at all")
    }
}

extension RecordWindow {
    /// The first line that begins in the chunk's own range or after it. That the unit before ends a line makes the chunk's
    /// own beginning one, unless both are halves of CRLF.
    fileprivate func firstLine(unit: CodeUnit, isFileStart: Bool) -> Int? {
        isFileStart ? own.lowerBound : endOfLine(from: own.lowerBound - unit.bytes, unit: unit)
    }
}
