/// How an export's bytes spell records: declared by the force, never guessed at run time.
package struct Dialect: Sendable, Hashable {
    package enum Encoding: String, Sendable, CaseIterable {
        case utf8 = "utf-8"
        case utf8WithMark = "utf-8-bom"
        case windows1252 = "windows-1252"
        case utf16LittleEndian = "utf-16le"
        case utf16BigEndian = "utf-16be"
    }

    package let encoding: Encoding
    package let delimiter: UInt8
    /// Nothing for exports that do not quote.
    package let quote: UInt8?
    /// The record that holds the header, counting the records before it as titles; from 1. Blank lines do not count.
    package let headerRecord: Int
    /// Literal beginnings of records to leave out, such as `Grand Total`.
    package let skip: [String]
    /// Literal beginning of the record in which the export states its row count, such as `Total records:`.
    package let control: String?
    /// Cell texts that mean empty; an empty cell always does.
    package let nullTokens: [String]
    /// Columns, by header, that may hold line breaks.
    package let lineBreakColumns: [String]
    /// The most physical lines of one record when there are such columns.
    package let lineBreakLines: Int
    /// The most bytes of one record.
    package let maximumRecordBytes: Int

    package init(
        encoding: Encoding = .utf8, delimiter: UInt8 = 44, quote: UInt8? = 34, headerRecord: Int = 1,
        skip: [String] = [], control: String? = nil, nullTokens: [String] = [], lineBreakColumns: [String] = [],
        lineBreakLines: Int = 100, maximumRecordBytes: Int = 65_536
    ) {
        self.encoding = encoding
        self.delimiter = delimiter
        self.quote = quote
        self.headerRecord = headerRecord
        self.skip = skip
        self.control = control
        self.nullTokens = nullTokens
        self.lineBreakColumns = lineBreakColumns
        self.lineBreakLines = lineBreakLines
        self.maximumRecordBytes = maximumRecordBytes
    }

    /// The most physical lines that one record may have.
    package var maximumLines: Int { lineBreakColumns.isEmpty ? 1 : lineBreakLines }
}
