import Definitions
import Expressions
import Tables

/// The rows of a figure's table whose class is wanted, on some days and of one member, in the table's order: what
/// `explain` shows of a figure and what a supervisor's list holds.
func chosenRows(
    _ plan: FigurePlan, _ wanted: Set<UInt8>, _ space: Space, _ days: ClosedRange<Int>, _ member: MemberChoice?,
    in engine: Engine
) throws -> [Int32] {
    let table = try engine.table(plan.figure.table)
    var found: [Int32] = []
    for range in (0..<table.rowCount).batches {
        let batch = Batch(engine, table, .range(range))
        let keys = try RowGroups(space, in: batch).keys
        guard let classes = try classes(of: plan, in: batch).first else { continue }
        found += classes.indices.filter { place in
            wanted.contains(classes[place]) && keys[place].file == nil && days.contains(Int(keys[place].day))
                && (member.map { choice in
                    engine.memberName(keys[place].member, space.member?.expression.type ?? .integer) == choice.member
                } ?? true)
        }.map { batch.rows.row(at: $0) }
    }
    return found
}
