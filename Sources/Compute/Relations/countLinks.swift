import Definitions
import Tables

/// How the accepted rows of each table lead to those of others, once for each pair of exports: by the relation that the
/// definitions name first.
///
/// Only relations that figures or rules follow are here, and none to rows of the definitions or of the same export.
struct CountedLinks {
    private var found: [String: (place: Int, count: LinkCount)] = [:]

    var inOrder: [LinkCount] { found.values.sorted { $0.place < $1.place }.map(\.count) }

    /// Counts those that an engine is prepared for.
    mutating func add(in engine: Engine) async throws {
        let relations = engine.input.definition.tables.flatMap { table in table.relations.map { (table, $0) } }
        for (place, (definition, relation)) in relations.enumerated() where definition.expansion == nil {
            guard let table = engine.tables[definition.name], table.relations[relation.name] != nil,
                let key = engine.linkKey(relation, of: definition.name), place < found[key]?.place ?? .max
            else { continue }
            found[key] = (place, try await engine.countLink(relation, definition, table))
        }
    }
}

extension Engine {
    /// What makes two links the same; nothing where a relation is none between two exports that are here.
    fileprivate func linkKey(_ relation: TableDefinition.Relation, of table: String) -> String? {
        guard relation.validAt == nil, let own = input.definition.rootSchema(of: table),
            let other = input.definition.root(of: relation.to), own != other, input.supplies(own), input.supplies(other)
        else { return nil }
        return "\(own) \(other)"
    }

    fileprivate func countLink(
        _ relation: TableDefinition.Relation, _ definition: TableDefinition, _ table: EngineTable
    ) async throws -> LinkCount {
        let name = relation.name
        if let counted = input.counted(behind: definition.name) {
            guard let link = counted.links[definition.name]?[name] else {
                throw EngineFault.noRelation(name, table: definition.name)
            }
            return LinkCount(definition.name, relation, link)
        }
        let rowsOfGroups = try await countRows(of: relation, in: table)
        let parts = try await forEachSegment(of: table) { engine, table, rows in
            try Compute.countLink(name, in: Batch(engine, table, .range(rows)), rowsOfGroups)
        }
        return LinkCount(definition.name, relation, parts.reduce(into: LinkTally()) { $0 += $1 })
    }

    /// How many rows each group of a relation has.
    private func countRows(
        of relation: TableDefinition.Relation, in table: EngineTable
    ) async throws -> RelatedFold {
        let key = RelatedFold.Key(countingRowsOf: relation)
        if let known = folds[key] { return known }
        guard let groups = table.relations[relation.name] else {
            throw EngineFault.noRelation(relation.name, table: table.name)
        }
        return try await RelatedFold(
            key, FoldedRows(groups, try self.table(key.groups.target), accepted: [], orders: []), jobs: input.jobs)
    }
}

extension Engine {
    /// The relations that rows of a canonical table, or of those made from it, follow, and what counts the rows of their groups.
    func links(of schema: String) -> [(table: String, relation: String, key: RelatedFold.Key)] {
        input.definition.tables.filter { input.definition.rootSchema(of: $0.name) == schema }.flatMap { definition in
            definition.relations.filter { tables[definition.name]?.relations[$0.name] != nil }.map {
                (definition.name, $0.name, RelatedFold.Key(countingRowsOf: $0))
            }
        }
    }
}

extension RelatedFold.Key {
    /// How many rows each group of a relation has.
    init(countingRowsOf relation: TableDefinition.Relation) {
        self.init(
            groups: RelationGroups.Key(
                target: EngineTable.name(of: relation.to), columns: relation.match.map(\.theirs)),
            kind: .count, condition: nil)
    }
}

/// How the rows of a batch lead to those of another table.
func countLink(_ relation: String, in batch: Batch, _ rowsOfGroups: RelatedFold) throws -> LinkTally {
    let groups = try batch.groups(of: relation)
    let related = rowsOfGroups.values(of: groups, in: batch)
    var count = LinkTally()
    if batch.areAllCertain {
        count.rows = groups.count
        count.withoutKey = groups.count { $0 == RelationGroups.unknown }
        // A row that leads nowhere has a number below zero.
        count.unmatched = related.count { $0 <= 0 } - count.withoutKey
        return count
    }
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
