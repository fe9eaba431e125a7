import Definitions
import Expressions
import Tables

extension Engine {
    /// Works out for all groups at once which related rows a table's rows see, or indexes these where that takes the own row;
    /// `column` is what is read of them. Returns the name of the table that the relation leads to.
    mutating func prepareRows(
        _ related: TypedExpression.RelatedRows, reading column: String?, of table: String
    ) async throws -> String {
        let current = try self.table(table)
        guard let relation = current.definition?.relations.first(where: { $0.name == related.relation }) else {
            throw EngineFault.noRelation(related.relation, table: table)
        }
        let target = EngineTable.name(of: relation.to)
        for match in relation.match { try await prepare(column: match.mine, of: table) }
        if let time = relation.validAt { try await prepare(column: time, of: table) }
        try await ensure(target)
        let key = RelationGroups.Key(target: target, columns: relation.match.map(\.theirs))
        let groups = try await groups(key)
        tables[table]?.relations[relation.name] = groups
        if let condition = related.condition { try await prepare(condition: condition, in: table, target: target) }
        if relation.validAt == nil, related.condition?.isOfRelatedRow(settings) ?? true {
            let foldKey = RelatedFold.Key(
                groups: key, kind: related.aggregate.fold(by: relation.order), condition: related.condition)
            readOfFolds[foldKey, default: []].formUnion(column.map { [$0] } ?? [])
            let fold = try await fold(foldKey)
            tables[table]?.folds[related] = fold
        } else {
            let index = try await index(RelationIndex.Key(groups: key, order: relation.order))
            tables[table]?.indexes[relation.name] = index
        }
        return target
    }

    private mutating func groups(_ key: RelationGroups.Key) async throws -> RelationGroups {
        if let known = groups[key] { return known }
        let made = RelationGroups(try await held(key.columns, of: key.target))
        groups[key] = made
        return made
    }

    private mutating func index(_ key: RelationIndex.Key) async throws -> RelationIndex {
        if let known = indexes[key] { return known }
        let target = key.groups.target
        let made = buildRelationIndex(
            try await groups(key.groups), orders: try await held(key.order, of: target),
            rowCount: try table(target).rowCount)
        indexes[key] = made
        return made
    }

    private mutating func fold(_ key: RelatedFold.Key) async throws -> RelatedFold {
        if let known = folds[key] { return known }
        let target = key.groups.target
        let groups = try await groups(key.groups)
        let orders = try await held(key.order, of: target)
        let accepted = try await accepted(by: key.condition, of: target)
        let made = try await RelatedFold(
            key, FoldedRows(groups, try table(target), accepted: accepted, orders: orders), jobs: input.jobs)
        folds[key] = made
        return made
    }

    /// Columns for all rows of a table.
    private mutating func held(_ columns: [String], of table: String) async throws -> [Column] {
        var held: [Column] = []
        for column in columns {
            try await hold(column: column, of: table)
            held.append(try await evaluate(.column(column), over: table))
        }
        return held
    }

    /// Whether each row of a table satisfies a condition on related rows; nothing without a condition.
    private func accepted(by condition: TypedExpression?, of target: String) async throws -> [Bool] {
        guard let condition else { return [] }
        let segments = try await forEachSegment(of: try table(target)) { engine, table, rows in
            try rows.batches.flatMap { try Compute.accepted(by: condition, in: Batch(engine, table, .range($0))) }
        }
        return segments.flatMap { $0 }
    }
}

extension TypedExpression {
    /// Whether a condition says the same of a related row whatever the own row is.
    func isOfRelatedRow(_ settings: [String: SettingDefinition]) -> Bool {
        switch node {
        case .column(_, of: .own), .population(_, of: .own), .lookup, .related, .trailingCount, .supplied: false
        case .setting(let name): settings[name]?.values.count == 1
        default: parts.allSatisfy { $0.isOfRelatedRow(settings) }
        }
    }
}

/// Whether each row of a batch satisfies a condition on related rows, as one of which it is looked at.
func accepted(by condition: TypedExpression, in batch: Batch) throws -> [Bool] {
    let evaluator = Evaluator(
        Evaluation(
            count: batch.rows.count, zone: batch.engine.input.zone, asOf: batch.engine.input.asOf.instant,
            workingDays: batch.engine.workingDays, code: { batch.engine.code($0) },
            column: { name, _ in try batch.column(name) }, setting: { try batch.setting($0) },
            beyond: { expression in
                guard case .population(let name, of: .related) = expression.node else {
                    throw EngineFault.notPrepared("a condition on rows of \(batch.table.name)")
                }
                return try batch.population(name)
            }))
    guard case .flags(let values) = try evaluator.value(of: condition) else {
        return Array(repeating: true, count: batch.rows.count)
    }
    return values.map { $0 == 1 }
}

extension TypedExpression.Aggregate {
    /// What a fold keeps for it; for `any` how many rows there are.
    fileprivate func fold(by order: [String]) -> RelatedFold.Key.Kind {
        switch self {
        case .any, .count: .count
        case .first: .first(by: order)
        case .last: .last(by: order)
        }
    }
}
