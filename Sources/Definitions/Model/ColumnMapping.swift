package import Expressions
package import Tables

/// How one canonical column is read from an export.
package struct ColumnMapping: Sendable {
    package enum Origin: Sendable {
        /// The first of these headers that the file has; case and runs of spaces do not matter.
        case header([String])
        /// Several cells joined by a text; empty when any of them is.
        case joined([Part], with: String)
        /// Computed from the other columns of the same row.
        case computed(TypedExpression)
        /// The same text in every row.
        case constant(String)
    }

    /// One cell of a joined text, spelt alike in every export so that rows of two systems can be told to be of one thing.
    package struct Part: Sendable, Hashable {
        /// The first of these headers that the file has.
        package let headers: [String]
        /// Formats of a day that is then written `yyyy-MM-dd`; empty for a cell that is taken as it stands.
        package let dayFormats: [String]
        /// Whether zeros before a number are kept: one system writes 00123 and another 123.
        package let keepsLeadingZeros: Bool

        package init(_ headers: [String], dayFormats: [String] = [], keepsLeadingZeros: Bool = true) {
            self.headers = headers
            self.dayFormats = dayFormats
            self.keepsLeadingZeros = keepsLeadingZeros
        }
    }

    /// A reference table that turns a cell into another text: `through: reference/vdn.csv, key: VDN, take: Channel`.
    package struct Reference: Sendable {
        /// Path as written, for messages.
        package let path: String
        package let entries: [String: String]

        package init(path: String, entries: [String: String]) {
            self.path = path
            self.entries = entries
        }
    }

    package let column: String
    package let origin: Origin
    package let form: ColumnForm
    package let through: Reference?
    /// Texts of the export and the values they stand for; case and runs of spaces do not matter.
    package let values: [String: String]
    package let isOptional: Bool
    /// What stands between the values of a list in this export; nothing where it is what the schema says.
    package let separator: String?
    package let location: Diagnostic.Location

    package init(
        column: String, origin: Origin, form: ColumnForm, through: Reference?, values: [String: String],
        isOptional: Bool, separator: String? = nil, location: Diagnostic.Location
    ) {
        self.column = column
        self.origin = origin
        self.form = form
        self.through = through
        self.values = values
        self.isOptional = isOptional
        self.separator = separator
        self.location = location
    }
}
