import Definitions
import Tables

/// How the accepted rows of each table lead to those of others, once for each pair of exports: by the relation that the
/// definitions name first.
///
/// Only relations that figures or rules follow are here, and none to rows of the definitions or of the same export.
func countLinks(in engine: Engine) async throws -> [LinkCount] {
    var counts: [LinkCount] = []
    var told: Set<String> = []
    for definition in engine.input.definition.tables where definition.expansion == nil {
        guard let table = engine.tables[definition.name] else { continue }
        for relation in definition.relations where table.relations[relation.name] != nil {
            guard let key = engine.linkKey(relation, of: definition.name), told.insert(key).inserted else { continue }
            let name = relation.name
            let rowsOfGroups = try await engine.countRows(of: relation, in: table)
            let parts = try await engine.forEachSegment(of: table) { engine, table, rows in
                try countLink(name, in: Batch(engine, table, .range(rows)), rowsOfGroups)
            }
            counts.append(
                LinkCount(
                    table: definition.name, relation: name, target: relation.to.name,
                    rows: parts.reduce(0) { $0 + $1.rows }, withoutKey: parts.reduce(0) { $0 + $1.withoutKey },
                    unmatched: parts.reduce(0) { $0 + $1.unmatched }))
        }
    }
    return counts
}

extension Engine {
    /// What makes two links the same; nothing where a relation is none between two exports that are here.
    fileprivate func linkKey(_ relation: TableDefinition.Relation, of table: String) -> String? {
        guard relation.validAt == nil, let own = input.definition.rootSchema(of: table),
            let other = root(of: relation.to), own != other, input.supplies(own), input.supplies(other)
        else { return nil }
        return "\(own) \(other)"
    }

    /// How many rows each group of a relation has.
    fileprivate func countRows(
        of relation: TableDefinition.Relation, in table: EngineTable
    ) async throws -> RelatedFold {
        let target = EngineTable.name(of: relation.to)
        let key = RelatedFold.Key(
            groups: RelationGroups.Key(target: target, columns: relation.match.map(\.theirs)), kind: .count,
            condition: nil)
        if let known = folds[key] { return known }
        guard let groups = table.relations[relation.name] else {
            throw EngineFault.noRelation(relation.name, table: table.name)
        }
        return try await RelatedFold(
            key, FoldedRows(groups, try self.table(target), accepted: [], orders: []), jobs: input.jobs)
    }

    private func root(of origin: TableDefinition.Origin) -> String? {
        switch origin {
        case .source(let schema): schema
        case .table(let name): input.definition.rootSchema(of: name)
        case .reference: nil
        }
    }
}

private func countLink(
    _ relation: String, in batch: Batch, _ rowsOfGroups: RelatedFold
) throws -> (rows: Int, withoutKey: Int, unmatched: Int) {
    let groups = try batch.groups(of: relation)
    let related = rowsOfGroups.values(of: groups, in: batch)
    var count = (rows: 0, withoutKey: 0, unmatched: 0)
    for place in groups.indices where batch.table.isCertain(batch.rows.row(at: place)) {
        count.rows += 1
        if groups[place] == RelationGroups.unknown {
            count.withoutKey += 1
        } else if related[place] <= 0 {
            count.unmatched += 1
        }
    }
    return count
}
