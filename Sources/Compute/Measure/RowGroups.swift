import Expressions
import Tables

/// The groups of a batch's rows in a space.
///
/// Rows come in order of time as a rule, so that days are those of stretches of neighbouring rows, not of each row.
struct RowGroups {
    /// Neighbouring rows of one day, up to where the next stretch begins.
    struct Stretch {
        let day: Int32
        var end: Int
    }

    private(set) var stretches: [Stretch] = []
    /// By row; empty where all are 0.
    let members: [Int64]
    let values: [Int64]

    /// A row whose day cannot be read is grouped by its file.
    init(_ space: Space, in batch: Batch) throws {
        members = try space.member.map { try batch.member($0.expression, of: $0.table) } ?? []
        values = try space.split.map { try batch.inRunCodes($0) } ?? []
        let column = TypedExpression(.column(space.period, of: .own), space.isDate ? .date : .time)
        let days = try batch.integers(space.isDate ? column : TypedExpression(.call(.date, [column]), .date))
        var month = 0..<0
        var start = 0
        while start < days.count {
            let day = days[start]
            var end = start + 1
            while end < days.count, days[end] == day { end += 1 }
            if day == Missing.integer {
                for row in start..<end { add(GroupKey.fileBase &+ batch.files[row], upTo: row + 1) }
            } else if space.isMonthly {
                if !month.contains(Int(day)) { month = monthOf(Int(day)) }
                add(Int32(month.lowerBound), upTo: end)
            } else {
                add(Int32(day), upTo: end)
            }
            start = end
        }
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

    private mutating func add(_ day: Int32, upTo end: Int) {
        if stretches.last?.day == day {
            stretches[stretches.count - 1].end = end
        } else {
            stretches.append(Stretch(day: day, end: end))
        }
    }
}

/// The days of the month that a day is in.
private func monthOf(_ day: Int) -> Range<Int> {
    let month = Period(.month, containing: CivilDate(days: day))
    return month.first.days..<month.last.days + 1
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
        guard case .codes(let codes) = values, expression.type.isText, !engine.runCodes.isEmpty else {
            return values.widened
        }
        return codes.map { $0 == Missing.code ? Missing.integer : Int64(engine.runCodes[Int($0)]) }
    }
}
