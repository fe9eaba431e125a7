import Definitions
import Expressions
import Tables

/// Where each row of a batch stands towards a figure, before its value is looked at.
struct Standing {
    /// A base of `RowClass`, `notDue`, or a reason's class.
    var classes: [UInt8]
    /// Rows whose value counts as unknown whatever it reads: their due time is, or nothing of them could be read.
    var isValueUnknown: [Bool]
}

/// Decides conditions, ordered exclusions and due times for all rows of a batch (LANGUAGE X01, X03).
func standing(of figure: FigureDefinition, in batch: Batch) throws -> Standing {
    let count = batch.rows.count
    var scope = [UInt8](repeating: 1, count: count)
    for condition in figure.among.conditions {
        let values = try batch.flags(condition)
        for row in 0..<count { scope[row] = threeValuedAnd(scope[row], values[row]) }
    }
    var reason = [UInt8](repeating: 0, count: count)
    var exclusionUnknown = [Bool](repeating: false, count: count)
    for (order, exclusion) in figure.among.exclusions.enumerated() {
        let values = try batch.flags(exclusion.condition)
        for row in 0..<count where reason[row] == 0 {
            if values[row] == 1 {
                reason[row] = RowClass.excluded + UInt8(order)
            } else if values[row] == Missing.flag {
                exclusionUnknown[row] = true
            }
        }
    }
    let isNotDue = try figure.due.map { try dueness($0, in: batch) } ?? Array(repeating: 0, count: count)
    var isValueUnknown = isNotDue.map { $0 == Missing.flag }
    var classes = [UInt8](repeating: RowClass.outside, count: count)
    for row in 0..<count {
        if batch.isUnreadable(at: row) {
            classes[row] = RowClass.rejected
            isValueUnknown[row] = true
            continue
        }
        if scope[row] == 1, batch.isDoubtful(at: row) { scope[row] = Missing.flag }
        if scope[row] == 0 { continue }
        let isRejected = batch.isRejected(at: row)
        if reason[row] != 0 {
            classes[row] = isRejected ? RowClass.outside : reason[row]
        } else if isNotDue[row] == 1 {
            classes[row] = isRejected ? RowClass.outside : RowClass.notDue
        } else if isRejected {
            classes[row] = RowClass.rejected
        } else if scope[row] == Missing.flag {
            classes[row] = RowClass.conditionUnknown
        } else {
            classes[row] = exclusionUnknown[row] ? RowClass.exclusionUnknown : RowClass.certain
        }
    }
    return Standing(classes: classes, isValueUnknown: isValueUnknown)
}

/// Whether each row is not due yet: a row is due when its time lies before the as-of instant, or its local day has ended by
/// then.
func dueness(_ due: TypedExpression, in batch: Batch) throws -> [UInt8] {
    let asOf = batch.engine.input.asOf
    let limit = due.type == .date ? Int64(asOf.day.days) + 1 : asOf.instant
    return try batch.integers(due).map { $0 == Missing.integer ? Missing.flag : $0 >= limit ? 1 : 0 }
}
