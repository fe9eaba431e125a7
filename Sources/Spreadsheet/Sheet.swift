/// One sheet: its title in A1, the marking in row 2, what must be known in the rows below, then one table at column A.
package struct Sheet: Sendable {
    /// A column of the table.
    package struct Column: Sendable, Hashable {
        package let header: String
        /// In characters of the standard font.
        package let width: Double

        package init(_ header: String, width: Double = 12) {
            self.header = header
            self.width = width
        }
    }

    /// On the tab: at most 31 characters.
    package let name: String
    package let title: String
    package let marking: String
    package let notes: [String]
    /// The table's name for programs: letters, digits and `_`.
    package let table: String
    package let columns: [Column]
    package let rows: [[Cell]]

    package init(
        name: String, title: String, marking: String, notes: [String], table: String, columns: [Column], rows: [[Cell]]
    ) {
        self.name = name
        self.title = title
        self.marking = marking
        self.notes = notes
        self.table = table
        self.columns = columns
        self.rows = rows
    }

    /// The row of the table's header, counted from 0.
    var headerRow: Int { 2 + notes.count }
}
