package import Tables

/// A list of rows that a force's supervisors ask for every night, as it declares it in lists.yaml.
package struct ListDefinition: Sendable {
    /// Which local days' rows it holds, counted back from the as-of.
    package enum Days: Sendable, Hashable {
        /// The as-of day and those before it, so many in all.
        case last(Int)
        case every
    }

    /// A column that rows are sorted by.
    package struct Order: Sendable, Hashable {
        package let column: String
        package let isDescending: Bool

        package init(column: String, isDescending: Bool) {
            self.column = column
            self.isDescending = isDescending
        }
    }

    package let id: String
    package let name: String
    /// What the list is for: rows about people leave the machine for a purpose.
    package let because: String
    /// Its rows are those that a count of them would count: one way of choosing rows for lists and for `explain`.
    package let rows: FigureDefinition
    package let days: Days
    package let columns: [String]
    package let order: [Order]
    package let location: Diagnostic.Location

    package init(
        id: String, name: String, because: String, rows: FigureDefinition, days: Days, columns: [String],
        order: [Order], location: Diagnostic.Location
    ) {
        self.id = id
        self.name = name
        self.because = because
        self.rows = rows
        self.days = days
        self.columns = columns
        self.order = order
        self.location = location
    }
}
