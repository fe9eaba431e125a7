package import Expressions
package import Tables

/// A derived table: rows of another table with more columns, relations, populations and dimensions.
package struct TableDefinition: Sendable {
    package enum Origin: Sendable, Hashable {
        /// The cleaned rows of a canonical table.
        case source(String)
        /// The rows of a derived table.
        case table(String)
        /// A table whose rows stand in the definitions; only relations lead to one.
        case reference(String)
    }

    /// Follows a parent id to the row that started it: transfers issue new ids, and a parent may have a parent.
    package struct Chain: Sendable, Hashable {
        /// The column it makes.
        package let column: String
        package let id: String
        package let parent: String
        package let hops: Int

        package init(column: String, id: String, parent: String, hops: Int) {
            self.column = column
            self.id = id
            self.parent = parent
            self.hops = hops
        }
    }

    package struct Match: Sendable, Hashable {
        package let mine: String
        package let theirs: String

        package init(mine: String, theirs: String) {
            self.mine = mine
            self.theirs = theirs
        }
    }

    package struct Relation: Sendable {
        package let name: String
        package let to: Origin
        package let match: [Match]
        /// Rows whose order is missing never come first or last; ties go to the earlier row. Empty means to one.
        package let order: [String]
        /// Our time column whose local day chooses among dated rows of a reference table.
        package let validAt: String?
        package let location: Diagnostic.Location

        package init(
            name: String, to: Origin, match: [Match], order: [String], validAt: String? = nil,
            location: Diagnostic.Location
        ) {
            self.name = name
            self.to = to
            self.match = match
            self.order = order
            self.validAt = validAt
            self.location = location
        }
    }

    package struct Column: Sendable {
        package let name: String
        package let expression: TypedExpression
        /// As written, for readers.
        package let text: String
        package let location: Diagnostic.Location

        package init(name: String, expression: TypedExpression, text: String, location: Diagnostic.Location) {
            self.name = name
            self.expression = expression
            self.text = text
            self.location = location
        }
    }

    package struct Population: Sendable {
        package let name: String
        package let selection: Selection
        package let location: Diagnostic.Location

        package init(name: String, selection: Selection, location: Diagnostic.Location) {
            self.name = name
            self.selection = selection
            self.location = location
        }
    }

    package let name: String
    package let from: Origin
    /// Rows for which this is not true are not rows of this table; evaluated over the rows of `from`.
    package let filter: TypedExpression?
    /// The time whose local day decides which value of a dated setting a row is under.
    package let time: String?
    package let chain: Chain?
    /// Several rows for each row of `from`; nothing when there is one.
    package let expansion: Expansion?
    package let relations: [Relation]
    /// In an order in which each reads only columns before it, as far as its own row goes.
    package let columns: [Column]
    package let populations: [Population]
    package let dimensions: [Column]
    package let location: Diagnostic.Location

    package init(
        name: String, from: Origin, filter: TypedExpression?, time: String?, chain: Chain?, expansion: Expansion? = nil,
        relations: [Relation], columns: [Column], populations: [Population], dimensions: [Column],
        location: Diagnostic.Location
    ) {
        self.name = name
        self.from = from
        self.filter = filter
        self.time = time
        self.chain = chain
        self.expansion = expansion
        self.relations = relations
        self.columns = columns
        self.populations = populations
        self.dimensions = dimensions
        self.location = location
    }
}
