/// A column that figures may not read.
package struct UnusableColumn: Sendable, Hashable {
    package let table: String
    package let column: String
    /// A sentence fragment for the reader: `not mapped by calls_acd`, `has minute resolution`.
    package let because: String

    package init(table: String, column: String, because: String) {
        self.table = table
        self.column = column
        self.because = because
    }
}
