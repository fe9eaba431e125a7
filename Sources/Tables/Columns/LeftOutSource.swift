/// A source whose figures are left out of this run.
package struct LeftOutSource: Sendable, Hashable {
    package let source: String
    package let table: String
    package let because: String

    package init(source: String, table: String, because: String) {
        self.source = source
        self.table = table
        self.because = because
    }
}
