import Definitions

/// Finds the unit that begins at a line start: the fewest lines after which libcsv is between records, else the first line
/// alone as a malformed record. What it finds depends on nothing before that line start.
struct UnitParser {
    let text: ChunkText
    let csv: LibCSVParser
    private let dialect: Dialect
    private let lineBreakColumns: Set<Int>
    private let hasZero: Bool
    /// Whether a cell may need more than its bytes: transcoding, or trimming a no-break space.
    let mayHoldUpper: Bool

    init(text: ChunkText, dialect: Dialect, layout: RecordLayout) {
        self.text = text
        self.dialect = dialect
        lineBreakColumns = layout.lineBreakColumns
        csv = LibCSVParser(delimiter: dialect.delimiter, quote: dialect.quote)
        // Rare bytes are looked for once, so that only chunks that hold them pay for them.
        var all: UInt8 = 0
        var least: UInt8 = 255
        for byte in text.bytes {
            all |= byte
            least = min(least, byte)
        }
        (hasZero, mayHoldUpper) = (least == 0, all >= 0x80)
    }

    /// The unit at a line start before the text's end. The cells of a record are then in `csv`, to be appended to a text of
    /// `textBase` bytes.
    func unit(at start: Int, textBase: Int) -> RecordUnit {
        csv.reset(textBase: textBase)
        guard let firstEnd = text.endOfLine(from: start) else {
            return RecordUnit(
                kind: .malformed(.tooLong, offset: text.offset(of: start)), end: text.bytes.count, lines: 1,
                isCutOff: true)
        }
        let firstLine = start..<firstEnd
        // The code must not depend on how much of a long line the chunk holds, so its bytes are not looked at.
        guard length(of: firstLine) <= dialect.maximumRecordBytes else {
            return RecordUnit(kind: .malformed(.tooLong, offset: text.offset(of: start)), end: firstEnd, lines: 1)
        }
        // Without quotes libcsv is told that zero is the quote, so it must never see one.
        if dialect.quote == nil, let zero = firstZero(in: firstLine) {
            return RecordUnit(kind: .malformed(.nulByte, offset: zero), end: firstEnd, lines: 1)
        }
        var line = firstLine
        var lines = 1
        while true {
            let record = start..<line.upperBound
            guard length(of: record) <= dialect.maximumRecordBytes else {
                return malformed(.tooLong, text.offset(of: start), firstLine)
            }
            switch csv.feed(text.bytes.span, line, recordBytes: record.count) {
            case .refused(let place):
                return malformed(.strayQuote, text.offset(of: place, in: line), firstLine)
            case .betweenRecords:
                return complete(record, lines: lines)
            case .insideRecord:
                if text.isEnd, line.upperBound == text.bytes.count {
                    guard csv.finish() else { return malformed(.openQuote, text.offset(of: start), firstLine) }
                    return complete(record, lines: lines)
                }
            }
            guard lineBreakColumns.contains(csv.cellCount) else {
                return malformed(.undeclaredLineBreak, text.offset(of: start), firstLine)
            }
            guard lines < dialect.maximumLines, let next = text.endOfLine(from: line.upperBound) else {
                return malformed(.tooLong, text.offset(of: start), firstLine)
            }
            line = line.upperBound..<next
            lines += 1
        }
    }

    /// The structure is whole; zeros and bytes outside the encoding still spoil the record.
    private func complete(_ record: Range<Int>, lines: Int) -> RecordUnit {
        if csv.cellCount == 0 { return RecordUnit(kind: .blank, end: record.upperBound, lines: lines) }
        if let zero = firstZero(in: record) {
            return RecordUnit(kind: .malformed(.nulByte, offset: zero), end: record.upperBound, lines: lines)
        }
        if mayHoldUpper, let invalid = text.firstInvalid(in: record) {
            return RecordUnit(kind: .malformed(.invalidEncoding, offset: invalid), end: record.upperBound, lines: lines)
        }
        return RecordUnit(kind: .record, end: record.upperBound, lines: lines)
    }

    /// A zero says more than what it led to: the declared encoding is probably wrong.
    private func malformed(_ code: FaultCode, _ offset: Int, _ firstLine: Range<Int>) -> RecordUnit {
        if let zero = firstZero(in: firstLine) {
            return RecordUnit(kind: .malformed(.nulByte, offset: zero), end: firstLine.upperBound, lines: 1)
        }
        return RecordUnit(kind: .malformed(code, offset: offset), end: firstLine.upperBound, lines: 1)
    }

    private func firstZero(in range: Range<Int>) -> Int? {
        hasZero ? text.firstZero(in: range) : nil
    }

    private func length(of record: Range<Int>) -> Int {
        text.offset(of: record.upperBound) - text.offset(of: record.lowerBound)
    }
}
