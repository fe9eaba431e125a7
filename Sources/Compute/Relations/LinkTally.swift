import Definitions

/// What is counted of the rows of a table that look into another.
struct LinkTally: Sendable {
    var rows = 0
    var withoutKey = 0
    var unmatched = 0

    static func += (left: inout LinkTally, right: LinkTally) {
        left.rows += right.rows
        left.withoutKey += right.withoutKey
        left.unmatched += right.unmatched
    }
}

extension LinkCount {
    init(_ table: String, _ relation: TableDefinition.Relation, _ tally: LinkTally) {
        self.init(
            table: table, relation: relation.name, target: relation.to.name, rows: tally.rows,
            withoutKey: tally.withoutKey, unmatched: tally.unmatched)
    }
}
