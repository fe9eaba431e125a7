import Expressions
import Tables

/// `any`, `count`, `first` and `last` over related rows.
func evaluateRelated(_ related: TypedExpression.RelatedRows, in batch: Batch) throws -> Vector {
    let groups = try batch.groups(of: related.relation)
    let fold = batch.table.folds[related.withoutColumn]
    let values = try fold?.values(of: groups, in: batch) ?? selectRelated(related, groups, in: batch)
    switch related.aggregate {
    case .any:
        return .flags(
            groups.indices.map { place in
                groups[place] == RelationGroups.unknown ? Missing.flag : values[place] > 0 ? 1 : 0
            })
    case .count:
        return .integers(
            groups.indices.map { place in
                groups[place] == RelationGroups.unknown ? Missing.integer : Int64(max(0, values[place]))
            })
    case .first, .last:
        guard let column = related.column else { throw EngineFault.notPrepared("a column of \(related.relation)") }
        let target = try fold?.chosen ?? batch.target(of: related.relation)
        return try columnOf(target, column, rows: values, engine: batch.engine)
    }
}

/// By own row: how many related rows satisfy a condition that also reads the own row, or the first or last of them and -1
/// for none. `any` looks for one only.
///
/// Conditions are evaluated over pairs of own and related rows, a block of pairs at a time. Comparisons of the relation's
/// order column with values of the own row become bounds, found by bisection, so that a key with many rows costs little.
private func selectRelated(
    _ related: TypedExpression.RelatedRows, _ groups: [Int32], in batch: Batch
) throws -> [Int32] {
    let index = try batch.index(of: related.relation)
    let days = try batch.validDays(of: related.relation)
    let split = splitCondition(related, in: batch)
    let bounds = try split.bounds.map { try OrderBounds($0, in: batch) }
    var selector = RelatedSelector(related.aggregate, count: batch.rows.count)
    var block = PairBlock()
    let target = try batch.target(of: related.relation)

    func finishBlock() throws {
        let accepted = try block.accepted(split.rest, own: batch, target: target)
        selector.add(block, accepted)
        block.removeAll()
    }

    for place in groups.indices {
        let group = Int(groups[place])
        if group < 0 { continue }
        let isRejected = batch.isRejected(at: place)
        var range = Int(index.starts[group])..<Int(index.starts[group + 1])
        if related.aggregate == .first || related.aggregate == .last || !bounds.isEmpty {
            range = range.lowerBound..<index.orderedEnd(of: group)
        }
        for bound in bounds { range = bound.narrowed(range, at: place, orders: index.orders) }
        let backwards = related.aggregate == .last
        for step in 0..<range.count {
            let row = index.rows[backwards ? range.upperBound - 1 - step : range.lowerBound + step]
            if !isRejected, !target.isCertain(row) { continue }
            if !target.isInForce(row, on: days?[place]) { continue }
            block.append(own: Int32(place), related: row)
            // Without a condition left the first row of each place decides.
            if split.rest.isEmpty, related.aggregate != .count { break }
        }
        if block.count >= PairBlock.capacity { try finishBlock() }
    }
    try finishBlock()
    return selector.values
}

/// Pairs of own and related rows waiting for their condition.
private struct PairBlock {
    static let capacity = 16_384
    private(set) var own: [Int32] = []
    private(set) var related: [Int32] = []

    var count: Int { own.count }

    mutating func append(own place: Int32, related row: Int32) {
        own.append(place)
        related.append(row)
    }

    mutating func removeAll() {
        own.removeAll(keepingCapacity: true)
        related.removeAll(keepingCapacity: true)
    }

    /// Which pairs satisfy all conditions.
    func accepted(_ conditions: [TypedExpression], own batch: Batch, target: EngineTable) throws -> [Bool] {
        var accepted = [Bool](repeating: true, count: count)
        guard !conditions.isEmpty, count > 0 else { return accepted }
        let relatedBatch = Batch(batch.engine, target, .list(related))
        let evaluator = Evaluator(
            Evaluation(
                count: count, zone: batch.engine.input.zone, asOf: batch.engine.input.asOf.instant,
                workingDays: batch.engine.workingDays,
                code: { batch.engine.code($0) },
                column: { name, row in
                    switch row {
                    case .own: try batch.column(name).gathered(own)
                    case .related: try relatedBatch.column(name)
                    }
                },
                setting: { try batch.setting($0).gathered(own) },
                beyond: { expression in
                    if case .population(let name, of: .related) = expression.node {
                        return try relatedBatch.population(name)
                    }
                    return try batch.value(of: expression).gathered(own)
                }))
        for condition in conditions {
            guard case .flags(let values) = try evaluator.value(of: condition) else { continue }
            for pair in accepted.indices where values[pair] != 1 { accepted[pair] = false }
        }
        return accepted
    }
}

/// What the accepted pairs of each own row amount to.
private struct RelatedSelector {
    private let isCounting: Bool
    /// By place: a count, or the first accepted related row in the order given and -1 for none.
    private(set) var values: [Int32]

    init(_ aggregate: TypedExpression.Aggregate, count: Int) {
        isCounting = aggregate == .count || aggregate == .any
        values = Array(repeating: isCounting ? 0 : -1, count: count)
    }

    mutating func add(_ block: PairBlock, _ accepted: [Bool]) {
        for pair in 0..<block.count where accepted[pair] {
            let place = Int(block.own[pair])
            if isCounting {
                values[place] += 1
            } else if values[place] < 0 {
                values[place] = block.related[pair]
            }
        }
    }
}
