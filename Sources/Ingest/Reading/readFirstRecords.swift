package import Definitions
import Tables

/// Reads the first `count` records of a file (fewer when it ends before): titles and the header, which must be known before
/// the rest can be read.
package func readFirstRecords(of file: DiscoveredFile, dialect: Dialect, count: Int) throws -> RecordBatch {
    let input = try InputFile(file)
    let text = FirstText(input)
    let overlap = RecordWindow.overlap(dialect)
    var size = 2 * overlap
    while true {
        let bytes = try text.first(size)
        let isEnd = bytes.count < size
        let markLength = try TextMark.length(in: bytes, encoding: dialect.encoding, file: file)
        let end = isEnd ? bytes.count : markLength + size - overlap
        let window = RecordWindow(
            bytes: Array(bytes[markLength...]), offset: markLength, own: markLength..<max(markLength, end),
            isEnd: isEnd, bytesRead: bytes.count)
        var isCutOff = false
        let form = RecordForm(file: file, dialect: dialect, layout: RecordLayout(), parser: .libcsv)
        var records = ChunkRecords(window, from: markLength, form: form) {
            isCutOff = true
            return window.end
        }
        let batch = try records.next(limit: count) ?? RecordBatch(dialect: dialect)
        if isEnd || (batch.count >= count && !isCutOff) { return batch }
        guard size < 64 << 20 else {
            throw Diagnostic(
                code: "E0614", "the first \(size) bytes hold fewer than \(count) records; lines were expected",
                at: Diagnostic.Location(file: file.name), help: "see whether the file is an export at all")
        }
        size *= 2
    }
}

/// The first bytes of a file's text, unpacked when it is packed; fewer when it ends before.
package func readFirstBytes(of file: DiscoveredFile, count: Int) throws -> [UInt8] {
    try firstBytes(of: InputFile(file), count: count)
}

func firstBytes(of input: InputFile, count: Int) throws -> [UInt8] {
    try Array(FirstText(input).first(count).prefix(count))
}

/// The beginning of a file's text, longer at each asking.
private final class FirstText {
    private let input: InputFile
    private let reader: GzipReader?
    private var text: [UInt8] = []

    init(_ input: InputFile) {
        self.input = input
        reader = input.file.isGzip ? GzipReader(input) : nil
    }

    /// `count` bytes; fewer when the text ends before.
    func first(_ count: Int) throws -> [UInt8] {
        guard let reader else { return try input.read(at: 0, count: count) }
        while text.count < count, !reader.isEnd { try reader.read(into: &text, room: count - text.count) }
        return text
    }
}
