/// What takes the rows of tables as they are read and judged, so that no table need be held for it.
package struct RowSink: Sendable {
    /// A table whose rows it takes.
    package struct Table: Sendable {
        package let name: String
        /// The column whose texts are only told apart, if any: that comes as words instead of texts.
        package let words: String?
        /// Tables that its rows look into. They come before it, and none of them may be held.
        package let lookedInto: Set<String>

        package init(name: String, words: String?, lookedInto: Set<String>) {
            self.name = name
            self.words = words
            self.lookedInto = lookedInto
        }
    }

    /// In the order in which they are to be read.
    package let tables: [Table]
    /// Takes the rows of one chunk, whose texts are numbered in `names`; places tell which of two rows comes first. Called by
    /// several tasks at once, in any order.
    package let take: @Sendable (_ rows: SourceTable, _ names: Names, _ place: Int64) async throws -> Void

    /// Forgets all rows of a table that were taken: they are read again, and held or taken once more.
    package let forget: @Sendable (_ table: String) async -> Void

    package init(
        tables: [Table], take: @escaping @Sendable (SourceTable, Names, Int64) async throws -> Void,
        forget: @escaping @Sendable (String) async -> Void
    ) {
        self.tables = tables
        self.take = take
        self.forget = forget
    }

    package func table(named name: String) -> Table? {
        tables.first { $0.name == name }
    }
}
