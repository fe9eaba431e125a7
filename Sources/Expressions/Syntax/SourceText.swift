import Tables

/// A text inside a file: turns places in the text into places in the file.
struct SourceText: Sendable, Hashable {
    let text: String
    let location: Diagnostic.Location

    /// The file's line and column of a byte of the text. Every line of the text is taken to begin at the column of the
    /// first, as the lines of a YAML block do.
    func place(_ offset: Int) -> Diagnostic.Location {
        guard let line = location.line else { return location }
        var lines = 0
        var lineStart = 0
        for (index, byte) in text.utf8.prefix(offset).enumerated() where byte == UInt8(ascii: "\n") {
            lines += 1
            lineStart = index + 1
        }
        let column = location.column.map { $0 + offset - lineStart }
        return Diagnostic.Location(file: location.file, line: line + lines, column: column)
    }

    /// The text of a part, on one line and shortened when long.
    func snippet(_ range: Range<Int>) -> String {
        let bytes = Array(text.utf8)[range]
        let words = String(decoding: bytes, as: UTF8.self).split { $0 == " " || $0.isNewline }
        let line = words.joined(separator: " ")
        return line.count <= 50 ? line : line.prefix(47) + "..."
    }

    func fault(_ code: String, _ message: String, at offset: Int, help: String? = nil) -> Diagnostic {
        Diagnostic(code: code, message, at: place(offset), help: help)
    }
}
