import Tables

private let day: Int64 = 86_400_000
private let hour: Int64 = 3_600_000

/// The functions of the language other than `coalesce`.
extension Evaluator {
    func call(
        _ function: TypedExpression.Function, _ arguments: [TypedExpression], _ type: ValueType
    ) throws -> AnyOperand {
        let first = arguments[0]
        switch function {
        case .least: return try extreme(arguments, type) { $0 < $1 }
        case .greatest: return try extreme(arguments, type) { $0 > $1 }
        case .abs: return .integers(mapped(try integers(first)) { $0 < 0 ? 0 &- $0 : $0 })
        case .elapsed:
            return .integers(
                combined(try integers(first), try integers(arguments[1])) { from, until in
                    let length = difference(until, from)
                    return either(length < 0, Int64.absent, length)
                })
        case .days: return .integers(combined(try days(arguments[1]), try days(first), difference))
        case .date: return .integers(try days(first))
        case .month: return .integers(months(try days(first)))
        case .weekday: return .integers(mapped(try days(first)) { present($0, floorRemainder($0 &+ 3, 7)) })
        case .hourStart:
            return .integers(local(try integers(first), step: hour) { $0 &- floorRemainder($0 &+ $1, hour) })
        case .hourOfWeek:
            // The first of January 1970 was a Thursday: 72 hours after Monday.
            return .integers(
                local(try integers(first), step: hour) { floorRemainder(floorDivide($0 &+ $1, hour) &+ 72, 168) })
        case .hour: return .integers(local(try integers(first), step: hour) { floorRemainder($0 &+ $1, day) / hour })
        case .minute:
            return .integers(local(try integers(first), step: 60_000) { floorRemainder($0 &+ $1, hour) / 60_000 })
        case .second:
            return .integers(local(try integers(first), step: 1000) { floorRemainder($0 &+ $1, 60_000) / 1000 })
        case .workingDays:
            let working = evaluation.workingDays
            return .integers(
                combined(try days(first), try days(arguments[1])) { working.count(after: $0, upTo: $1) })
        case .addWorkingDays:
            let working = evaluation.workingDays
            return .integers(
                combined(try days(first), try integers(arguments[1])) { working.day($1, after: $0) })
        // Evaluated with its arguments' storage, before functions come here.
        case .coalesce: throw EvaluationFault(expression: function.rawValue)
        }
    }

    /// The least or greatest of the known values.
    private func extreme(
        _ arguments: [TypedExpression], _ type: ValueType, _ isBetter: (Int64, Int64) -> Bool
    ) throws -> AnyOperand {
        func fold(_ operand: (TypedExpression) throws -> Operand<Int64>) throws -> Operand<Int64> {
            var result = try operand(arguments[0])
            for argument in arguments.dropFirst() {
                result = combined(result, try operand(argument)) { held, other in
                    let takes = (other != Int64.absent && isBetter(other, held)) || held == Int64.absent
                    return either(takes, other, held)
                }
            }
            return result
        }
        guard case .category(let values, _) = type else { return .integers(try fold(integers)) }
        let best = try fold { try places($0, values) }
        let codes = values.map { code($0) }
        return .codes(mapped(best) { $0 == Int64.absent ? Int32.absent : codes[Int($0)] })
    }

    /// The places of an ordered category's values in its list; a value that is not in the list has none.
    func places(_ expression: TypedExpression, _ values: [String]) throws -> Operand<Int64> {
        let codes = values.map { code($0) }
        guard case .each(let held) = try self.codes(expression) else {
            return mapped(try self.codes(expression)) { held in
                codes.firstIndex(of: held).map { Int64($0) } ?? Int64.absent
            }
        }
        var result = [Int64](repeating: Int64.absent, count: held.count)
        var cells = result.mutableSpan
        for (place, code) in codes.enumerated() {
            let place = Int64(place)
            for row in 0..<held.count { cells[row] = either(held[row] == code, place, cells[row]) }
        }
        return .each(result)
    }

    /// Local days: of times by the zone, of dates as they are.
    private func days(_ expression: TypedExpression) throws -> Operand<Int64> {
        let values = try integers(expression)
        return expression.type == .date ? values : local(values, step: day) { floorDivide($0 &+ $1, day) }
    }

    /// Applies a function of the instant and the offset then in force, which changes twice a year at most. Its result stays
    /// the same for a step of local time, and so for many rows where they come in order of time.
    @inline(__always)
    private func local(
        _ times: Operand<Int64>, step: Int64, _ transform: (Int64, Int64) -> Int64
    ) -> Operand<Int64> {
        let zone = evaluation.zone
        var interval = OffsetInterval(start: 0, end: 0, offset: 0)
        var last = (start: Int64(0), end: Int64(0), result: Int64(0))
        return mapped(times) { time in
            if time >= last.start, time < last.end { return last.result }
            if time == Int64.absent { return time }
            if time < interval.start || time >= interval.end { interval = zone.interval(at: time) }
            let start = time &- floorRemainder(time &+ interval.offset, step)
            last = (
                max(start, interval.start), min(start &+ step, interval.end), transform(time, interval.offset)
            )
            return last.result
        }
    }

    private func months(_ days: Operand<Int64>) -> Operand<Int64> {
        var last = (day: Int64.absent, month: Int64.absent)
        return mapped(days) { day in
            if day != last.day { last = (day, present(day, Int64(CivilDate(days: Int(day)).components.month))) }
            return last.month
        }
    }
}

/// The result, or missing when what it came from is.
@inline(__always)
private func present(_ value: Int64, _ result: @autoclosure () -> Int64) -> Int64 {
    value == Int64.absent ? Int64.absent : result()
}

@inline(__always)
private func floorRemainder(_ value: Int64, _ divisor: Int64) -> Int64 {
    let remainder = value % divisor
    return remainder < 0 ? remainder + divisor : remainder
}
