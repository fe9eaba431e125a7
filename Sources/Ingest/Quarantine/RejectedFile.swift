import Definitions
import Tables

/// Rejected records that the same source definition can read again: byte order mark, titles and header of an export, its
/// encoding and delimiter, and the row count in which such an export ends.
final class RejectedFile {
    private let output: PrivateFile
    private let dialect: Dialect
    private let lineEnd: [UInt8]
    private var count = 0
    /// The last bytes of the record being written, at most four.
    private var ending: [UInt8] = []
    /// What a record may end with.
    private let lineEnds: [[UInt8]]

    init(_ path: String, like file: DiscoveredFile, _ dialect: Dialect) throws {
        output = try PrivateFile(path)
        self.dialect = dialect
        lineEnds = ["\r\n", "\n", "\r"].map { RejectedFile.encode($0, dialect.encoding) }
        let first = try readFirstRecords(of: file, dialect: dialect, count: dialect.headerRecord)
        var beginning: [UInt8] = []
        let wanted = (0..<first.count).map { (offset: first.offsets[$0], length: first.lengths[$0]) }
        var records = wanted.map { _ in [UInt8]() }
        try readRecordBytes(of: file, at: wanted) { records[$0] += $1 }
        let found =
            records.last.map { [lineEnds] record in lineEnds.first { record.suffix($0.count).elementsEqual($0) } ?? []
            } ?? []
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
                try end(1)
            }
        }
        count = 0
    }

    /// Adds a piece of a record, or of several whole ones.
    func add(_ piece: ArraySlice<UInt8>) throws {
        try output.write(piece)
        ending.append(contentsOf: piece.suffix(4))
        if ending.count > 4 { ending.removeFirst(ending.count - 4) }
    }

    /// Ends so many records. The last one of a file may be without a line end.
    func end(_ records: Int) throws {
        if !lineEnds.contains(where: { ending.suffix($0.count).elementsEqual($0) }) { try output.write(lineEnd) }
        ending.removeAll(keepingCapacity: true)
        count += records
    }

    func finish() throws {
        if let control = dialect.control {
            try output.write(RejectedFile.encode("\(control) \(count)", dialect.encoding) + lineEnd)
        }
        try output.finish()
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
