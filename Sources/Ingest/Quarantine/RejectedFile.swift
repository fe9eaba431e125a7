import Definitions
import Tables

/// Rejected records that the same source definition can read again: byte order mark, titles and header of an export, its
/// encoding and delimiter, and the row count in which such an export ends.
final class RejectedFile {
    private let output: PrivateFile
    private let dialect: Dialect
    private let lineEnd: [UInt8]
    private var count = 0
    /// The last bytes of the record being written.
    private var ending: [UInt8] = []

    init(_ path: String, like file: DiscoveredFile, _ dialect: Dialect) throws {
        output = try PrivateFile(path)
        self.dialect = dialect
        let first = try readFirstRecords(of: file, dialect: dialect, count: dialect.headerRecord)
        var beginning: [UInt8] = []
        let wanted = (0..<first.count).map { (offset: first.offsets[$0], length: first.lengths[$0]) }
        var records = wanted.map { _ in [UInt8]() }
        try readRecordBytes(of: file, at: wanted) { records[$0] += $1 }
        let found = records.last.map { RejectedFile.lineEnd(of: $0, dialect.encoding) } ?? []
        lineEnd = found.isEmpty ? RejectedFile.encode("\r\n", dialect.encoding) : found
        if let offset = first.offsets.first, offset > 0 {
            try readRecordBytes(of: file, at: [(offset: 0, length: Int32(min(offset, 3)))]) { beginning = Array($1) }
        }
        for mark: [UInt8] in [[0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF]] where beginning.starts(with: mark) {
            try output.write(mark)
        }
        for (number, record) in records.enumerated() {
            // A title that states the row count of the export would not be that of this file.
            if let control = dialect.control, number + 1 < records.count,
                first.begins(number, with: RecordBeginning(control, encoding: dialect.encoding))
            {
                try output.write(RejectedFile.encode("-", dialect.encoding) + lineEnd)
            } else {
                try add(record[...])
                try endRecord()
            }
        }
        count = 0
    }

    /// Adds a piece of a record.
    func add(_ piece: ArraySlice<UInt8>) throws {
        try output.write(piece)
        ending = (ending + piece.suffix(4)).suffix(4)
    }

    /// The last record of a file may end without a line end.
    func endRecord() throws {
        if RejectedFile.lineEnd(of: ending, dialect.encoding).isEmpty { try output.write(lineEnd) }
        ending = []
        count += 1
    }

    func finish() throws {
        if let control = dialect.control {
            try output.write(RejectedFile.encode("\(control) \(count)", dialect.encoding) + lineEnd)
        }
        try output.finish()
    }

    private static func lineEnd(of record: [UInt8], _ encoding: Dialect.Encoding) -> [UInt8] {
        for ending in ["\r\n", "\n", "\r"] {
            let bytes = encode(ending, encoding)
            if record.count >= bytes.count, record.suffix(bytes.count).elementsEqual(bytes) { return bytes }
        }
        return []
    }

    /// A text in the file's encoding; what the encoding lacks becomes a question mark.
    private static func encode(_ text: String, _ encoding: Dialect.Encoding) -> [UInt8] {
        switch encoding {
        case .utf8, .utf8WithMark: Array(text.utf8)
        case .windows1252: Windows1252.encode(text) ?? Array(text.utf8.map { $0 < 0x80 ? $0 : 63 })
        case .utf16LittleEndian: text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        case .utf16BigEndian: text.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
        }
    }
}
