import Expressions
import Tables

/// The local days from one time to another, or to the as-of's day where there is no other yet. A row that ends before it
/// begins, or whose beginning is not known, has no length: a number below 0.
func survivalLengths(
    _ from: TypedExpression, _ until: TypedExpression, in batch: Batch
) throws -> (days: [Int64], hasEnded: [Bool]) {
    let today = TypedExpression(.integer(Int64(batch.engine.input.asOf.day.days)), .date)
    var days = try batch.integers(TypedExpression(.call(.days, [from, until]), .integer))
    let open = try batch.integers(TypedExpression(.call(.days, [from, today]), .integer))
    let hasEnded = try batch.flags(TypedExpression(.isNull(until), .flag)).map { $0 == 0 }
    for row in days.indices where !hasEnded[row] { days[row] = open[row] }
    return (days, hasEnded)
}
