package import Tables

/// What the names in an expression can mean: the columns, populations and relations of one table, and the settings.
///
/// A scope is a value built once per table by whoever checks definitions; relations are resolved on demand, because two
/// tables may look into each other.
package struct Scope: Sendable {
    package struct Relation: Sendable {
        /// The columns of the related table by name.
        package let columns: @Sendable () -> [String: ValueType]
        package let populations: @Sendable () -> Set<String>
        /// Without an order a relation leads to at most one row.
        package let isToOne: Bool

        package init(
            isToOne: Bool, columns: @escaping @Sendable () -> [String: ValueType],
            populations: @escaping @Sendable () -> Set<String>
        ) {
            self.isToOne = isToOne
            self.columns = columns
            self.populations = populations
        }
    }

    /// The table's name, for messages.
    package let table: String
    package let columns: [String: ValueType]
    package let populations: Set<String>
    package let relations: [String: Relation]
    package let settings: [String: ValueType]
    /// Sources by name, for `supplied(…)`.
    package let sources: Set<String>

    package init(
        table: String, columns: [String: ValueType], populations: Set<String> = [], relations: [String: Relation] = [:],
        settings: [String: ValueType] = [:], sources: Set<String> = []
    ) {
        self.table = table
        self.columns = columns
        self.populations = populations
        self.relations = relations
        self.settings = settings
        self.sources = sources
    }
}
