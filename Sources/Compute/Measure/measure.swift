import Expressions
import Tables

/// Tallies all figures over all rows. Tables are read in stretches by concurrent child tasks; the partial tallies are
/// merged in row order.
func measure(_ plans: [FigurePlan], _ spaces: [Space], in engine: Engine) async throws -> [SpaceTally] {
    var totals = spaces.map { SpaceTally(classes: $0.classes) }
    let tables = Set(spaces.map(\.table)).sorted()
    for name in tables {
        let table = try engine.table(name)
        let mine = spaces.indices.filter { spaces[$0].table == name }
        let partials = try await engine.forEachSegment(of: table) { engine, table, rows in
            var partial = mine.map { SpaceTally(classes: spaces[$0].classes) }
            for range in rows.batches {
                let batch = Batch(engine, table, .range(range))
                try tally(batch, plans, mine.map { spaces[$0] }, into: &partial)
            }
            return partial
        }
        for partial in partials {
            for (place, space) in mine.enumerated() { totals[space].merge(partial[place]) }
        }
    }
    return totals
}

/// One batch: each figure's classes are worked out once and counted in every space it is reported by.
private func tally(
    _ batch: Batch, _ plans: [FigurePlan], _ spaces: [Space], into partial: inout [SpaceTally]
) throws {
    var contributions: [Int: [Contribution]] = [:]
    for (place, space) in spaces.enumerated() {
        let keys = try groupKeys(of: space, in: batch)
        var slots: [Int32]?
        for (plan, firstTally) in space.figures {
            if contributions[plan] == nil { contributions[plan] = try contribute(plans[plan], in: batch) }
            guard let all = contributions[plan], all.contains(where: \.hasRows) else { continue }
            let used = slots ?? keys.map { partial[place].slot(of: $0) }
            slots = used
            for (offset, contribution) in all.enumerated() {
                contribution.add(to: &partial[place].tallies[firstTally + offset], slots: used)
            }
        }
    }
}

/// The group of each row. A row whose day cannot be read is grouped by its file.
func groupKeys(of space: Space, in batch: Batch) throws -> [GroupKey] {
    let engine = batch.engine
    let column = TypedExpression(.column(space.period, of: .own), space.isDate ? .date : .time)
    let days = try batch.integers(space.isDate ? column : TypedExpression(.call(.date, [column]), .date))
    var members = [Int64](repeating: 0, count: batch.rows.count)
    if let member = space.member { members = try batch.member(member.expression, of: member.table) }
    return days.indices.map { place in
        let day =
            days[place] == Missing.integer
            ? GroupKey.fileBase &+ engine.file(of: batch.rows.row(at: place), in: batch.table) : Int32(days[place])
        return GroupKey(day: day, member: members[place])
    }
}

extension Batch {
    /// The values of a dimension that this table or one it is made from declares.
    func member(_ expression: TypedExpression, of declaring: String) throws -> [Int64] {
        if declaring == table.name { return try integers(expression) }
        guard let name = table.parent else { return try integers(expression) }
        return try Batch(engine, engine.table(name), rows.mapped(through: table.parentRows))
            .member(expression, of: declaring)
    }
}

extension Engine {
    /// The row of cleaned exports behind a row of any table.
    func sourceRow(of row: Int32, in table: EngineTable) -> (table: SourceTable, row: Int)? {
        var (current, place) = (table, row)
        while let name = current.parent, let parent = tables[name] {
            if let parents = current.parentRows { place = parents[Int(place)] }
            current = parent
        }
        guard let source = input.tables.first(where: { "source.\($0.name)" == current.name }) else { return nil }
        return (source, Int(place))
    }

    func file(of row: Int32, in table: EngineTable) -> Int32 {
        sourceRow(of: row, in: table).map { $0.table.rowFiles[$0.row] } ?? 0
    }
}
