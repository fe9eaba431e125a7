/// How many rows of a table lead to one of another, and how many lead nowhere.
package struct LinkCount: Sendable, Hashable {
    /// The table that looks, and the name under which it does.
    package let table: String
    package let relation: String
    /// The table that it looks into.
    package let target: String
    package let rows: Int
    /// Rows that name nothing to look for.
    package let withoutKey: Int
    /// Rows that name something which is not there.
    package let unmatched: Int

    package init(table: String, relation: String, target: String, rows: Int, withoutKey: Int, unmatched: Int) {
        self.table = table
        self.relation = relation
        self.target = target
        self.rows = rows
        self.withoutKey = withoutKey
        self.unmatched = unmatched
    }

    package var matched: Int { rows - withoutKey - unmatched }
}
