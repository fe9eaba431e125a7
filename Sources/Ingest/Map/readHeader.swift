import Definitions
import Tables

/// Reads the header record of a file, or says why there is none to read.
func readHeader(of file: DiscoveredFile, source: SourceDefinition) throws -> FileHeader {
    let dialect = source.dialect
    if file.bytes == 0 { throw emptyFile(file) }
    let beginning = Sniff(try readFirstBytes(of: file, count: 4096))
    if let foreign = beginning.foreign { throw foreignFile(file, foreign) }
    if isWide(dialect.encoding), !isWide(beginning.encoding) {
        throw wrongWidth(file, source: source, likely: beginning.encoding)
    }
    let first = try readFirstRecords(of: file, dialect: dialect, count: dialect.headerRecord)
    guard first.count > 0 else { throw emptyFile(file) }
    let record = dialect.headerRecord - 1
    guard record < first.count else {
        throw Diagnostic(
            code: "E0306",
            "the header is declared as record \(dialect.headerRecord), and the file has only "
                + counted(first.count, "record"),
            at: .init(file: file.name),
            help: "correct `header` in \(place(source.location)), or ask the supplier whether the export is complete")
    }
    if let fault = first.faults.first(where: { Int($0.record) == record }) {
        throw malformedHeader(file, source: source, fault: fault, line: Int(first.lines[record]), sniff: beginning)
    }
    let cells = (0..<first.cellCount(of: record)).map { column in
        String(decoding: first.text[first.cell(column, of: record)], as: UTF8.self)
    }
    return FileHeader(
        cells: cells, offset: first.offsets[record], text: first.rawText(of: record))
}

/// Two bytes a letter. A file without that pattern would be noise from its first byte on.
private func isWide(_ encoding: Dialect.Encoding) -> Bool {
    encoding == .utf16LittleEndian || encoding == .utf16BigEndian
}

/// `file:line:column` as compilers print it.
func place(_ location: Diagnostic.Location) -> String {
    var text = location.file
    if let line = location.line { text += ":\(line)" }
    if let column = location.column { text += ":\(column)" }
    return text
}

/// A number with its noun.
func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
}
