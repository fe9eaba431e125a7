/// When the accepted rows of a table happened: all that is left to know of rows that were counted while they were read.
package struct RowDays: Sendable {
    /// By file the instants of the first and the last row by the table's own time; nothing for a file without any.
    package let spans: [ClosedRange<Int64>?]
    /// Rows by local day, as days since 1970-01-01.
    package let counts: [Int: Int]

    package init(spans: [ClosedRange<Int64>?], counts: [Int: Int]) {
        self.spans = spans
        self.counts = counts
    }
}
