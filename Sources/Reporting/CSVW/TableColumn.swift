/// One column of a published table, as its writer, its metadata and its readers know it.
package struct TableColumn: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        case text
        case integer
        case number
        /// `2026-09-30`
        case date
        /// `2026-09-30T23:43:36+01:00`
        case instant
        /// `yes` or `no`
        case flag
    }

    package let name: String
    package let kind: Kind
    /// One sentence for a reader who has only the file.
    package let meaning: String
    /// Whether every record has it.
    package let isRequired: Bool

    package init(_ name: String, _ kind: Kind, _ meaning: String, isRequired: Bool = false) {
        self.name = name
        self.kind = kind
        self.meaning = meaning
        self.isRequired = isRequired
    }

    /// A column of words.
    package init(_ name: String, _ meaning: String, isRequired: Bool = false) {
        self.init(name, .text, meaning, isRequired: isRequired)
    }
}

/// A published table: the one definition of its columns, in their order for ever. New ones come at the end.
package struct TableShape: Sendable {
    /// The file's name in a run.
    package let path: String
    package let title: String
    package let columns: [TableColumn]
    /// The columns whose values together name a record; empty where nothing does.
    package let key: [String]

    package init(path: String, title: String, columns: [TableColumn], key: [String]) {
        self.path = path
        self.title = title
        self.columns = columns
        self.key = key
    }

    package var names: [String] { columns.map(\.name) }
}

/// Every table of a run, in the order in which they are written.
package let publishedTables = [
    resultsTable, breakdownsTable, kpisTable, exclusionsTable, trianglesTable, findingsTable, comparisonsTable,
    funnelsTable, sourcesTable,
]
