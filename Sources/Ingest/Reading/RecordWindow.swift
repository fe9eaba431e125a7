import Definitions

/// The bytes one chunk is given: a unit before it, to see whether it begins a line, and a record's length after it.
struct RecordWindow: Sendable {
    let bytes: [UInt8]
    /// Where `bytes` begin in the file's text.
    let offset: Int
    /// The chunk is owed all records that begin in this range.
    let own: Range<Int>
    /// Whether `bytes` reach the end of the file's text.
    let isEnd: Bool
    /// Bytes of the file on disk used once the chunk is done, for progress.
    let bytesRead: Int

    var end: Int { offset + bytes.count }

    /// The bytes of the chunk's own range.
    var ownBytes: ArraySlice<UInt8> { bytes[own.lowerBound - offset..<own.upperBound - offset] }

    /// How many bytes after its own a chunk needs to see the whole of any record that is not too long.
    static func overlap(_ dialect: Dialect) -> Int {
        // One unit more than the record shows whether a CR is half of CRLF. Even, for units of two bytes.
        (dialect.maximumRecordBytes + 5) & ~1
    }

    /// Where the line ends that holds `place`, looking no further than the window.
    func endOfLine(from place: Int, unit: CodeUnit) -> Int? {
        Ingest.endOfLine(in: bytes.span, from: place - offset, isEnd: isEnd, unit: unit).map { $0 + offset }
    }
}
