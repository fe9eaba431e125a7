package import Tables

/// A table whose rows stand in the definitions: targets by grade and place, what an opening code means.
///
/// Rows may be dated: for one key the half-open spans of local days never overlap, so that a key and a day name at most
/// one row.
package struct ReferenceTable: Sendable {
    package struct Column: Sendable, Hashable {
        package let name: String
        package let type: ValueType

        package init(name: String, type: ValueType) {
            self.name = name
            self.type = type
        }
    }

    /// The columns that hold the first day on which a row is in force and the first on which it no longer is; a missing
    /// day is without end.
    package struct Validity: Sendable, Hashable {
        package let from: String
        package let until: String

        package init(from: String, until: String) {
            self.from = from
            self.until = until
        }
    }

    package enum Cell: Sendable, Hashable {
        case missing
        /// A text, id or category.
        case text(String)
        /// Everything else, as its type stores it; 0 and 1 for flags.
        case integer(Int64)
    }

    package let name: String
    package let key: [String]
    package let validity: Validity?
    package let columns: [Column]
    /// Cells in the order of the columns.
    package let rows: [[Cell]]
    /// Ours, or the force's name when it gives rows of its own.
    package let owner: String
    /// Who says so, for readers.
    package let authority: String?
    package let location: Diagnostic.Location

    package init(
        name: String, key: [String], validity: Validity?, columns: [Column], rows: [[Cell]], owner: String,
        authority: String? = nil, location: Diagnostic.Location
    ) {
        self.name = name
        self.key = key
        self.validity = validity
        self.columns = columns
        self.rows = rows
        self.owner = owner
        self.authority = authority
        self.location = location
    }
}
