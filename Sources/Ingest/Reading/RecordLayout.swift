/// What only a file's header tells about its records: needed before the first chunk is parsed.
package struct RecordLayout: Sendable, Hashable {
    /// Columns, from 0, whose quoted text may hold line breaks.
    package let lineBreakColumns: Set<Int>
    /// Fields of the header. Only helps to guess where a chunk's first record begins; never decides what a record is.
    package let fieldCount: Int?

    package init(lineBreakColumns: Set<Int> = [], fieldCount: Int? = nil) {
        self.lineBreakColumns = lineBreakColumns
        self.fieldCount = fieldCount
    }
}
