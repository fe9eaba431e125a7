import Tables

/// Functions, arithmetic and the trailing window.
extension Checker {
    mutating func call(_ function: Syntax.Name, _ arguments: [Syntax], _ whole: Syntax) -> TypedExpression? {
        guard let known = TypedExpression.Function(rawValue: function.text) else {
            reportUnknownFunction(function)
            for argument in arguments { _ = check(argument) }
            return nil
        }
        switch known {
        case .coalesce, .least, .greatest:
            guard arguments.count >= 2 else { return wrongCount(known, "at least two values", function) }
            guard let (values, type) = unify(arguments, "the values of `\(function.text)`") else { return nil }
            if known != .coalesce, !type.isOrdered, type != .null {
                report(
                    ExpressionCode.type,
                    "`\(function.text)` needs an order, and `\(snippet(arguments[0]))` is \(phrase(type))",
                    at: arguments[0])
                return nil
            }
            return TypedExpression(.call(known, values), type)
        case .elapsed:
            guard let times = typed(known, arguments, [.time, .time], function) else { return nil }
            return TypedExpression(.call(known, times), .duration)
        case .addWorkingDays:
            guard arguments.count == 2 else { return wrongCount(known, "a day and a number of days", function) }
            let day = timeOrDate(known, arguments[0])
            guard let count = check(arguments[1]) else { return nil }
            guard count.type == .integer else {
                reportArgument(known, "a whole number of days", count, arguments[1])
                return nil
            }
            return day.map { TypedExpression(.call(known, [$0, count]), .date) }
        case .days, .workingDays:
            guard arguments.count == 2 else { return wrongCount(known, "two times or dates", function) }
            let days = arguments.map { timeOrDate(known, $0) }
            guard let first = days[0], let second = days[1] else { return nil }
            return TypedExpression(.call(known, [first, second]), .integer)
        case .month, .weekday:
            guard arguments.count == 1 else { return wrongCount(known, "one time or date", function) }
            return timeOrDate(known, arguments[0]).map { TypedExpression(.call(known, [$0]), .integer) }
        case .date, .hourStart, .hourOfWeek, .hour, .minute, .second:
            guard let time = typed(known, arguments, [.time], function) else { return nil }
            let type: ValueType = known == .date ? .date : known == .hourStart ? .time : .integer
            return TypedExpression(.call(known, time), type)
        case .abs:
            guard arguments.count == 1 else { return wrongCount(known, "one number or duration", function) }
            guard let value = check(arguments[0]) else { return nil }
            guard value.type.decimals != nil || value.type == .duration else {
                reportArgument(known, "a number or a duration", value, arguments[0])
                return nil
            }
            return TypedExpression(.call(known, [value]), value.type)
        }
    }

    private mutating func typed(
        _ function: TypedExpression.Function, _ arguments: [Syntax], _ types: [ValueType], _ name: Syntax.Name
    ) -> [TypedExpression]? {
        guard arguments.count == types.count else {
            _ = wrongCount(function, types.count == 1 ? "one time" : "two times", name)
            return nil
        }
        var result: [TypedExpression] = []
        for (argument, type) in zip(arguments, types) {
            guard let value = check(argument) else { continue }
            if value.node == .null {
                result.append(TypedExpression(.null, type))
            } else if value.type == type {
                result.append(value)
            } else {
                reportArgument(function, phrase(type), value, argument)
            }
        }
        return result.count == types.count ? result : nil
    }

    private mutating func timeOrDate(_ function: TypedExpression.Function, _ argument: Syntax) -> TypedExpression? {
        guard let value = check(argument) else { return nil }
        if value.type == .time || value.type == .date { return value }
        if case .done(let date) = converted(value, to: .date) { return date }
        reportArgument(function, "a time or a date", value, argument)
        return nil
    }

    private mutating func reportArgument(
        _ function: TypedExpression.Function, _ wanted: String, _ value: TypedExpression, _ argument: Syntax
    ) {
        var help: String?
        if function == .elapsed, value.type == .date { help = "write `days(A, B)` for days between dates" }
        if function == .date, value.type == .date { help = "leave out `date(…)`" }
        report(
            ExpressionCode.type,
            "`\(function.rawValue)` takes \(wanted), but `\(snippet(argument))` is \(phrase(value.type))", at: argument,
            help: help)
    }

    private mutating func wrongCount(
        _ function: TypedExpression.Function, _ wanted: String, _ name: Syntax.Name
    ) -> TypedExpression? {
        report(ExpressionCode.arguments, "`\(function.rawValue)` takes \(wanted)", at: name.range)
        return nil
    }

    private mutating func reportUnknownFunction(_ function: Syntax.Name) {
        if let help = foreignWords[function.text.lowercased()] {
            report(
                ExpressionCode.foreign, "`\(function.text)` is not part of the language", at: function.range, help: help
            )
            return
        }
        let names =
            TypedExpression.Function.allCases.map(\.rawValue) + TypedExpression.Aggregate.allCases.map(\.rawValue)
            + ["count_within", "supplied"]
        var help = nearestName(to: function.text, among: names).map { "did you mean `\($0)`?" }
        if scope.columns[function.text] != nil { help = "`\(function.text)` is a column: leave out the parentheses" }
        report(
            ExpressionCode.unknownFunction, "there is no function `\(function.text)`", at: function.range,
            help: help ?? "the functions are \(names.sorted().joined(separator: ", "))")
    }

    mutating func arithmetic(
        _ sign: TypedExpression.Arithmetic, _ left: Syntax, _ right: Syntax, at place: Range<Int>
    ) -> TypedExpression? {
        let checkedLeft = check(left)
        let checkedRight = check(right)
        guard let first = checkedLeft, let second = checkedRight else { return nil }
        for (side, syntax) in [(first, left), (second, right)] where side.node == .null {
            report(ExpressionCode.null, "arithmetic with null is always unknown", at: syntax)
            return nil
        }
        if let decimals = first.type.decimals, let others = second.type.decimals {
            return numbers(sign, (first, decimals), (second, others), at: place)
        }
        let result: ValueType?
        switch (sign, first.type, second.type) {
        case (.add, .duration, .duration), (.subtract, .duration, .duration), (.subtract, .time, .time),
            (.multiply, .integer, .duration), (.multiply, .duration, .integer):
            result = .duration
        case (.add, .time, .duration), (.add, .duration, .time), (.subtract, .time, .duration): result = .time
        case (.add, .date, .integer), (.add, .integer, .date), (.subtract, .date, .integer): result = .date
        default: result = nil
        }
        if let result { return TypedExpression(.arithmetic(sign, first, second), result) }
        report(
            ExpressionCode.type,
            "`\(sign.rawValue)` cannot join \(phrase(first.type)) and \(phrase(second.type)): `\(snippet(left))` and"
                + " `\(snippet(right))`", at: place, help: arithmeticHelp(sign, (first, left), (second, right)))
        return nil
    }

    private mutating func numbers(
        _ sign: TypedExpression.Arithmetic, _ left: (TypedExpression, decimals: Int),
        _ right: (TypedExpression, decimals: Int), at place: Range<Int>
    ) -> TypedExpression? {
        let most = sign == .multiply ? left.decimals + right.decimals : max(left.decimals, right.decimals)
        guard most <= 9 else {
            report(ExpressionCode.type, "the product has more than 9 decimals", at: place)
            return nil
        }
        let type: ValueType = most == 0 ? .integer : .number(decimals: most)
        if sign == .multiply { return TypedExpression(.arithmetic(sign, left.0, right.0), type) }
        let first = left.decimals == most ? left.0 : scaled(left.0, by: most - left.decimals, to: type)
        let second = right.decimals == most ? right.0 : scaled(right.0, by: most - right.decimals, to: type)
        return TypedExpression(.arithmetic(sign, first, second), type)
    }

    private func arithmeticHelp(
        _ sign: TypedExpression.Arithmetic, _ left: (TypedExpression, Syntax), _ right: (TypedExpression, Syntax)
    ) -> String? {
        let types = [left.0.type, right.0.type]
        if types == [.date, .date] {
            return "write `days(\(snippet(right.1)), \(snippet(left.1)))` for the days between two dates"
        }
        if types.contains(.integer), types.contains(.duration) || types.contains(.time), sign != .multiply {
            let number = left.0.type == .integer ? left : right
            if case .integer(let value) = number.0.node {
                return "say which unit: write `\(value) s` or `\(value) min`"
            }
            return "multiply by a unit: `\(snippet(number.1)) * 1 s`"
        }
        if types.contains(.date), types.contains(.duration) { return "add a whole number of days to a date" }
        return nil
    }

    private func isSameForEveryRow(_ expression: TypedExpression) -> Bool {
        let references = expression.references
        return references.columns.isEmpty && references.relatedColumns.isEmpty && !references.looksBeyondRow
    }

    mutating func trailingCount(_ trailing: Syntax.Trailing) -> TypedExpression? {
        let key = check(trailing.key)
        let time = check(trailing.time)
        let width = check(trailing.width)
        var condition: TypedExpression?
        var isSound = true
        if let written = trailing.condition {
            condition = yesNo(written, "the condition after `where` must be yes or no")
            isSound = condition != nil
        }
        if let time, time.type != .time {
            report(
                ExpressionCode.type,
                "`count_within` counts along a time, but `\(snippet(trailing.time))` is"
                    + " \(phrase(time.type))", at: trailing.time)
            isSound = false
        }
        if let width, width.type != .duration || !isSameForEveryRow(width) {
            report(
                ExpressionCode.type, "the width of `count_within` must be a duration that is the same for every row",
                at: trailing.width, help: "write a duration such as `28 d`, or a setting")
            isSound = false
        }
        guard isSound, let key, let time, let width else { return nil }
        return TypedExpression(
            .trailingCount(
                TypedExpression.TrailingCount(key: key, time: time, width: width, condition: condition)), .integer)
    }
}
