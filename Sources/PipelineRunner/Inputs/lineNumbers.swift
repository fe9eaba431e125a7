package import Compute
import Definitions
import Ingest
import Tables

/// The physical line, from 1, on which each row's record begins in its export, in the order of the rows.
///
/// Lines are counted in the file itself: keeping one per row of every run would cost more than reading on demand.
package func lineNumbers(of rows: [ExplainedRow], _ data: PipelineData) throws -> [Int] {
    var found = Array(repeating: 0, count: rows.count)
    for account in data.ingested.files {
        let wanted = rows.indices.filter { rows[$0].file == account.file }.sorted { rows[$0].offset < rows[$1].offset }
        guard !wanted.isEmpty, let source = data.definition.sources.first(where: { $0.name == account.source }) else {
            continue
        }
        let file = DiscoveredFile(
            path: "\(data.definition.folders.inputs)/\(account.file)", name: account.file,
            exportDate: account.exportDate,
            bytes: account.bytes, isGzip: account.file.hasSuffix(".gz"))
        let lines = try lines(at: wanted.map { rows[$0].offset }, of: file, encoding: source.dialect.encoding)
        for (place, line) in zip(wanted, lines) { found[place] = line }
    }
    return found
}

/// The lines of ascending offsets.
private func lines(at offsets: [Int64], of file: DiscoveredFile, encoding: Dialect.Encoding) throws -> [Int] {
    var pieces: [(offset: Int64, length: Int32)] = []
    var start: Int64 = 0
    for offset in offsets {
        while start < offset {
            let length = min(offset - start, 1 << 30)
            pieces.append((start, Int32(length)))
            start += length
        }
    }
    // How many line ends lie before the end of each piece.
    var ends = Array(repeating: 0, count: pieces.count)
    var counter = LineCounter(encoding: encoding)
    try readRecordBytes(of: file, at: pieces) { piece, bytes in
        counter.count(bytes)
        ends[piece] = counter.lines
    }
    var piece = 0
    return offsets.map { offset in
        while piece < pieces.count, pieces[piece].offset < offset { piece += 1 }
        return 1 + (piece == 0 ? 0 : ends[piece - 1])
    }
}

/// Counts line ends: LF, CRLF, or CR alone.
private struct LineCounter {
    private(set) var lines = 0
    private var previous: UInt8 = 0
    private var offset = 0
    /// In UTF-16 which byte of a pair holds an ASCII character, and how many bytes there are to a character.
    private let place: Int
    private let width: Int

    init(encoding: Dialect.Encoding) {
        switch encoding {
        case .utf8, .utf8WithMark, .windows1252: (place, width) = (0, 1)
        case .utf16LittleEndian: (place, width) = (0, 2)
        case .utf16BigEndian: (place, width) = (1, 2)
        }
    }

    mutating func count(_ bytes: ArraySlice<UInt8>) {
        for byte in bytes {
            defer { offset += 1 }
            guard offset % width == place else { continue }
            if byte == 13 || (byte == 10 && previous != 13) { lines += 1 }
            previous = byte
        }
    }
}
