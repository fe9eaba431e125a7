@testable import Expressions
@testable import Tables

/// Evaluates one row at a time over optionals: slow, plain, and sharing nothing with the evaluator but the tree.
struct ReferenceInterpreter {
    let batch: Batch
    let row: Int

    func value(_ expression: TypedExpression) -> Value? {
        switch expression.node {
        case .null: return nil
        case .flag(let value): return .flag(value)
        case .integer(let value): return .integer(value)
        case .text(let text): return .text(text)
        case .column(let name, _): return batch.columns[name]?[row]
        case .setting(let name): return batch.settings[name].map(Value.integer)
        case .asOf: return .integer(batch.asOf)
        case .lookup, .population, .supplied, .related, .trailingCount:
            return batch.columns[expressionText(expression)]?[row]
        case .not(let part): return flag(part).map { .flag(!$0) }
        case .and(let terms):
            let values = terms.map(flag)
            return values.contains(false) ? .flag(false) : values.contains(nil) ? nil : .flag(true)
        case .or(let terms):
            let values = terms.map(flag)
            return values.contains(true) ? .flag(true) : values.contains(nil) ? nil : .flag(false)
        case .compare(let sign, let left, let right): return compare(sign, left, right)
        case .inList(let part, let items):
            guard let value = value(part) else { return nil }
            if items.contains(where: { self.value($0) == value }) { return .flag(true) }
            return items.contains { $0.node == .null } ? nil : .flag(false)
        case .isNull(let part): return .flag(value(part) == nil)
        case .arithmetic(let sign, let left, let right):
            guard let first = integer(left), let second = integer(right) else { return nil }
            let (result, overflow) =
                switch sign {
                case .add: first.addingReportingOverflow(second)
                case .subtract: first.subtractingReportingOverflow(second)
                case .multiply: first.multipliedReportingOverflow(by: second)
                }
            return overflow || result == Int64.min ? nil : .integer(result)
        case .negate(let part): return integer(part).map { .integer(-$0) }
        case .choose(let branches, let otherwise):
            for branch in branches where flag(branch.condition) == true { return value(branch.value) }
            return otherwise.flatMap { value($0) }
        case .call(let function, let arguments): return call(function, arguments)
        }
    }

    private func call(_ function: TypedExpression.Function, _ arguments: [TypedExpression]) -> Value? {
        switch function {
        case .coalesce: return arguments.lazy.compactMap { value($0) }.first
        case .least, .greatest:
            let known = arguments.filter { rank($0) != nil }
            return known.dropFirst().reduce(known.first) { best, next in
                guard let best, let held = rank(best), let other = rank(next) else { return next }
                return (function == .least ? other < held : other > held) ? next : best
            }.flatMap { value($0) }
        case .abs: return integer(arguments[0]).map { .integer(abs($0)) }
        case .elapsed:
            guard let first = integer(arguments[0]), let second = integer(arguments[1]) else { return nil }
            return second >= first ? .integer(second - first) : nil
        case .days:
            guard let first = day(arguments[0]), let second = day(arguments[1]) else { return nil }
            return .integer(Int64(second.days - first.days))
        case .date: return day(arguments[0]).map { .integer(Int64($0.days)) }
        case .month: return day(arguments[0]).map { .integer(Int64($0.components.month)) }
        case .weekday: return day(arguments[0]).map { .integer(Int64($0.weekday)) }
        case .hourOfWeek:
            guard let day = day(arguments[0]), let clock = clock(arguments[0]) else { return nil }
            return .integer(Int64(day.weekday) * 24 + clock / 3_600_000)
        case .hourStart:
            guard let time = integer(arguments[0]), let clock = clock(arguments[0]) else { return nil }
            return .integer(time - clock % 3_600_000)
        case .hour: return clock(arguments[0]).map { .integer($0 / 3_600_000) }
        case .minute: return clock(arguments[0]).map { .integer($0 / 60_000 % 60) }
        case .second: return clock(arguments[0]).map { .integer($0 / 1000 % 60) }
        // No calendar of bank holidays is given here, so no day is known to be one or not.
        case .workingDays, .addWorkingDays: return nil
        }
    }

    private func compare(
        _ sign: TypedExpression.Comparison, _ left: TypedExpression, _ right: TypedExpression
    ) -> Value? {
        guard let first = value(left), let second = value(right) else { return nil }
        switch sign {
        case .equal: return .flag(first == second)
        case .notEqual: return .flag(first != second)
        default: break
        }
        guard let first = rank(left), let second = rank(right) else { return nil }
        switch sign {
        case .less: return .flag(first < second)
        case .lessOrEqual: return .flag(first <= second)
        case .greater: return .flag(first > second)
        default: return .flag(first >= second)
        }
    }

    /// What order goes by: the number, or the place among an ordered category's values.
    private func rank(_ expression: TypedExpression) -> Int64? {
        switch (value(expression), expression.type) {
        case (.integer(let number), _): number
        case (.text(let text), .category(let values, _)): values.firstIndex(of: text).map { Int64($0) }
        default: nil
        }
    }

    private func flag(_ expression: TypedExpression) -> Bool? {
        if case .flag(let value) = value(expression) { value } else { nil }
    }

    private func integer(_ expression: TypedExpression) -> Int64? {
        if case .integer(let value) = value(expression) { value } else { nil }
    }

    private func day(_ expression: TypedExpression) -> CivilDate? {
        guard let value = integer(expression) else { return nil }
        return expression.type == .date ? CivilDate(days: Int(value)) : london.day(value)
    }

    /// Milliseconds since local midnight by the clock.
    private func clock(_ expression: TypedExpression) -> Int64? {
        guard let time = integer(expression) else { return nil }
        return london.local(time) - Int64(london.day(time).days) * 86_400_000
    }
}
