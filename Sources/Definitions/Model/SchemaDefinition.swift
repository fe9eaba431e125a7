package import Tables

/// A canonical input table: the columns that every force's exports are mapped to.
package struct SchemaDefinition: Sendable {
    /// What a column reads as when a force does not map it.
    package enum Absence: Sendable, Hashable {
        /// Figures that need it are not computable.
        case notComputable
        /// It reads as this value in every row; nothing means empty.
        case reads(String?)
        /// It reads as empty where this other table is supplied, which says the same and more. Figures that need it are not
        /// computable where neither is there: nobody would have said it.
        case readsEmptyBeside(String)
    }

    /// How a cell with several values is taken apart: `closing_codes` of `incidents` read as the table
    /// `incidents_closing_codes` with the key of its row, `pos` from 1 and `value` (LANGUAGE X10).
    package struct List: Sendable, Hashable {
        package let separator: String
        /// The type of one value: text or id.
        package let of: ValueType

        package init(separator: String, of: ValueType) {
            self.separator = separator
            self.of = of
        }
    }

    /// The list column whose values are the rows of this table; no source feeds it.
    package struct ListOrigin: Sendable, Hashable {
        package let schema: String
        package let column: String

        package init(schema: String, column: String) {
            self.schema = schema
            self.column = column
        }
    }

    package struct Column: Sendable {
        package let name: String
        package let type: ValueType
        /// A row without a readable value is rejected (DQ05).
        package let isRequired: Bool
        package let absence: Absence
        /// A planned time, allowed to lie after the export and the as-of instant.
        package let isPlanned: Bool
        package let isSensitive: Bool
        /// Plausible limits, in the column's own unit; the bounds of means use them.
        package let range: ClosedRange<Int64>?
        /// For a time that has no fixed place among the row's times: one that it does not come before. Decides between
        /// the readings of the hour that occurs twice.
        package let after: String?
        /// A cell with several values, which also read as the rows of a table of their own.
        package let list: List?
        package let location: Diagnostic.Location

        package init(
            name: String, type: ValueType, isRequired: Bool, absence: Absence, isPlanned: Bool, isSensitive: Bool,
            range: ClosedRange<Int64>?, after: String? = nil, list: List? = nil, location: Diagnostic.Location
        ) {
            self.name = name
            self.type = type
            self.isRequired = isRequired
            self.absence = absence
            self.isPlanned = isPlanned
            self.isSensitive = isSensitive
            self.range = range
            self.after = after
            self.list = list
            self.location = location
        }
    }

    package let name: String
    package let columns: [Column]
    /// Columns that together name a row; empty when rows have no key.
    package let key: [String]
    /// The time that says when a row happened: it decides what is after the as-of and what the last seven days are.
    /// `SchemaDefinition.ofAsOf` where rows have none: they say how things stand at the as-of.
    package let time: String
    /// Whether a force may do without this source: its figures are then `not_supplied`, never a failure.
    package let isOptional: Bool
    /// Whether it reads as a table without rows where no source supplies it, so that figures which only look into it can
    /// still be computed.
    package let readsEmpty: Bool
    /// Whether every run makes its rows of what it knows about itself; no source feeds it.
    package let isOfRun: Bool
    package let listOf: ListOrigin?
    package let location: Diagnostic.Location

    package init(
        name: String, columns: [Column], key: [String], time: String, isOptional: Bool, readsEmpty: Bool = false,
        isOfRun: Bool = false, listOf: ListOrigin? = nil, location: Diagnostic.Location
    ) {
        self.name = name
        self.columns = columns
        self.key = key
        self.time = time
        self.isOptional = isOptional
        self.readsEmpty = readsEmpty
        self.isOfRun = isOfRun
        self.listOf = listOf
        self.location = location
    }

    /// What stands in place of a time column where rows are of the as-of; no column may be named so.
    package static let ofAsOf = "as_of"

    /// Whether rows say how things stand at the as-of, and nothing of days before.
    package var isOfAsOf: Bool { time == SchemaDefinition.ofAsOf }

    package func column(named name: String) -> Column? {
        columns.first { $0.name == name }
    }
}
