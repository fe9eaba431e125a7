import Expressions
import Tables

/// The groups of a batch's rows in a space.
///
/// Rows come in order of time as a rule, so that days are those of stretches of neighbouring rows, not of each row.
struct RowGroups {
    let stretches: [DayStretch]
    /// By row; empty where all are 0.
    let members: [Int64]
    let values: [Int64]

    init(_ space: Space, in batch: Batch) throws {
        stretches =
            space.isMonthly
            ? try batch.months(of: space.period, isDate: space.isDate)
            : try batch.days(of: space.period, isDate: space.isDate)
        members = try space.member.map { try batch.member($0.expression, of: $0.table) } ?? []
        values = try space.split.map { try batch.inRunCodes($0) } ?? []
    }

    /// Whether rows of one day are of one group.
    var areDaysOnly: Bool { members.isEmpty && values.isEmpty }

    /// The group of each row.
    var keys: [GroupKey] {
        var keys: [GroupKey] = []
        for stretch in stretches {
            for row in keys.count..<stretch.end { keys.append(key(of: row, on: stretch.day)) }
        }
        return keys
    }

    @inline(__always)
    func key(of row: Int, on day: Int32) -> GroupKey {
        GroupKey(day: day, member: members.isEmpty ? 0 : members[row], value: values.isEmpty ? 0 : values[row])
    }
}

extension Batch {
    /// The values of a dimension that this table or one it is made from declares.
    fileprivate func member(_ expression: TypedExpression, of declaring: String) throws -> [Int64] {
        guard declaring != table.name, let name = table.parent else { return try inRunCodes(expression) }
        return try Batch(engine, engine.table(name), rows.mapped(through: table.parentRows))
            .member(expression, of: declaring)
    }

    /// Values by which rows are grouped, in the run's numbers where they are texts.
    fileprivate func inRunCodes(_ expression: TypedExpression) throws -> [Int64] {
        let values = try value(of: expression)
        let runCodes = engine.runCodes
        guard case .codes(let codes) = values, expression.type.isText, !runCodes.isEmpty else {
            return values.widened
        }
        var members = [Int64](repeating: Missing.integer, count: codes.count)
        var cells = members.mutableSpan
        let (numbers, found) = (runCodes.span, codes.span)
        for row in 0..<found.count where found[row] != Missing.code { cells[row] = Int64(numbers[Int(found[row])]) }
        return members
    }
}
