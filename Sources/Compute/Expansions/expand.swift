import Definitions
import Expressions
import Tables

extension Engine {
    /// A table with several rows for each row of another one: due points, instants of a stock, or hours.
    ///
    /// Stretches of the other table are worked through by concurrent child tasks. A row whose condition or beginning is
    /// unknown gives doubtful rows: they count in bounds only (LANGUAGE section 4).
    mutating func expand(
        _ expansion: Expansion, for definition: TableDefinition, of parentName: String
    ) async throws -> EngineTable {
        if let filter = definition.filter { try await prepare(filter, in: parentName) }
        for expression in expansion.expressions { try await prepare(expression, in: parentName) }
        let parent = try table(parentName)
        let expander = RowExpander(
            expansion: expansion, filter: definition.filter, asOf: input.asOf.instant, zone: input.zone,
            stock: expansion.instants.map { stockInstants($0, of: definition.name) }, location: definition.location)
        let parts = try await forEachSegment(of: parent) { engine, table, rows in
            var made = ExpandedRows()
            for range in rows.batches { try expander.expand(Batch(engine, table, .range(range)), into: &made) }
            return made
        }
        try expander.checkCount(parts.reduce(0) { $0 + $1.parents.count })
        let rows = ExpandedRows(joining: parts)
        var made = EngineTable(
            name: definition.name, definition: definition, parent: parentName, parentRows: rows.parents,
            rowCount: rows.parents.count, rejected: rows.parents.map { parent.rejected[Int($0)] },
            expressions: definition.expressions, stored: [expansion.anchor: Column.integers(rows.anchors).narrowed])
        made.isDoubtful = rows.isDoubtful
        if !parent.isDoubtful.isEmpty {
            made.isDoubtful = rows.parents.indices.map { row in
                parent.isDoubtful[Int(rows.parents[row])] || (!rows.isDoubtful.isEmpty && rows.isDoubtful[row])
            }
        }
        made.types[expansion.anchor] = .time
        if case .hours(_, _, as: _, amount: let amount) = expansion {
            made.stored[amount] = Column.integers(rows.amounts).narrowed
            made.types[amount] = .duration
        }
        return made
    }

    /// The instants at which a stock is taken, from the first day of the data behind a table.
    private func stockInstants(_ instants: Expansion.Instants, of table: String) -> StockInstants {
        let root = input.definition.rootSchema(of: table)
        let schema = input.definition.schemas.first { $0.name == root }
        let coverage = input.tables.first { $0.name == root }.map { Coverage($0, schema, input) }
        return StockInstants(instants, from: coverage?.days?.lowerBound, asOf: input.asOf, zone: input.zone)
    }
}
