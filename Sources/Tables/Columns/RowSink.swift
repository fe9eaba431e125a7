/// What takes the rows of tables as they are read and judged, so that no table need be held for it.
package struct RowSink: Sendable {
    /// The tables whose rows it takes, each with the column whose texts are only told apart, if any: that comes as words
    /// instead of texts.
    package let tables: [String: String?]
    /// Takes the rows of one chunk, whose texts are numbered in `names`. Called by several tasks at once, in any order.
    package let take: @Sendable (_ rows: SourceTable, _ names: Names) async throws -> Void

    package init(
        tables: [String: String?], take: @escaping @Sendable (SourceTable, Names) async throws -> Void
    ) {
        self.tables = tables
        self.take = take
    }
}
