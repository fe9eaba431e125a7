import Definitions

/// A window of a file as text that libcsv can read: the bytes themselves, or their UTF-8 when the file is UTF-16.
///
/// Places are indexes into `bytes`; `offset(of:)` takes them back to the file, at beginnings of lines.
struct ChunkText: Sendable {
    let bytes: [UInt8]
    /// Where the line begins in `bytes` from which the text is read.
    let start: Int
    /// Whether the text reaches the file's end.
    let isEnd: Bool
    private let encoding: Dialect.Encoding
    /// The file's offset of the first byte.
    private let base: Int
    /// UTF-16 only: where each line begins in `bytes`, and in the file; one entry more for the end.
    private var lineStarts: [Int] = []
    private var lineOffsets: [Int] = []
    /// UTF-16 only: offsets of units that are no characters.
    private var invalidUnits: [Int] = []

    init(_ window: RecordWindow, from start: Int, encoding: Dialect.Encoding) {
        self.encoding = encoding
        base = window.offset
        isEnd = window.isEnd
        if CodeUnit(encoding) == .byte {
            bytes = window.bytes
            self.start = start - window.offset
        } else {
            let decoded = UTF16Decoder.decode(
                window.bytes, from: start - window.offset, unit: CodeUnit(encoding))
            bytes = decoded.text
            self.start = 0
            lineStarts = decoded.lineStarts
            lineOffsets = decoded.lineOffsets.map { $0 + window.offset }
            invalidUnits = decoded.invalidUnits.map { $0 + window.offset }
        }
    }

    /// The byte in the file at which the line that begins at `place` begins.
    func offset(of place: Int) -> Int {
        guard !lineStarts.isEmpty else { return base + place }
        var low = 0
        var high = lineStarts.count - 1
        while low < high {
            let middle = (low + high) / 2
            if lineStarts[middle] < place { low = middle + 1 } else { high = middle }
        }
        return lineOffsets[low]
    }

    /// Whether places are as far apart in the file as in `bytes`.
    var isPlain: Bool { lineStarts.isEmpty }

    func endOfLine(from place: Int) -> Int? {
        Ingest.endOfLine(in: bytes.span, from: place, isEnd: isEnd)
    }

    /// The offset in the file of the first zero among whole lines.
    func firstZero(in range: Range<Int>) -> Int? {
        return bytes[range].firstIndex(of: 0).map { offset(of: $0, in: range) }
    }

    /// The offset in the file of the first byte among whole lines that the encoding does not allow.
    func firstInvalid(in range: Range<Int>) -> Int? {
        switch encoding {
        case .utf8, .utf8WithMark:
            return firstInvalidUTF8(in: bytes.span, range).map { base + $0 }
        case .windows1252:
            return bytes[range].firstIndex(where: Windows1252.isUndefined).map { base + $0 }
        case .utf16LittleEndian, .utf16BigEndian:
            guard !invalidUnits.isEmpty else { return nil }
            let offsets = offset(of: range.lowerBound)..<offset(of: range.upperBound)
            return invalidUnits.first { offsets.contains($0) }
        }
    }

    /// The offset in the file of a byte anywhere in whole lines.
    func offset(of place: Int, in lines: Range<Int>) -> Int {
        guard !lineStarts.isEmpty else { return base + place }
        // Every character was one unit of two bytes, or two.
        let units = bytes[lines.lowerBound..<place].reduce(0) { units, byte in
            byte & 0xC0 == 0x80 ? units : units + (byte >= 0xF0 ? 2 : 1)
        }
        return offset(of: lines.lowerBound) + 2 * units
    }
}
