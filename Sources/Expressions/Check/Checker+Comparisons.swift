import Tables

/// Comparisons, lists, and bringing several values to one type.
extension Checker {
    mutating func compare(
        _ comparison: TypedExpression.Comparison, _ left: Syntax, _ right: Syntax, at sign: Range<Int>
    ) -> TypedExpression? {
        let first = check(left)
        let second = check(right)
        guard let first, let second else { return nil }
        return compare(comparison, (first, left), (second, right), at: sign)
    }

    mutating func between(
        _ value: Syntax, _ low: Syntax, _ high: Syntax, at sign: Range<Int>, negated: Bool
    ) -> TypedExpression? {
        let middle = check(value)
        let bottom = check(low)
        let top = check(high)
        guard let middle else { return nil }
        let above = bottom.flatMap { compare(.greaterOrEqual, (middle, value), ($0, low), at: sign) }
        let below = top.flatMap { compare(.lessOrEqual, (middle, value), ($0, high), at: sign) }
        guard let above, let below else { return nil }
        let both = TypedExpression(.and([above, below]), .flag)
        return negated ? TypedExpression(.not(both), .flag) : both
    }

    mutating func inList(_ value: Syntax, _ items: [Syntax], negated: Bool) -> TypedExpression? {
        let subject = check(value)
        var checked: [TypedExpression] = []
        for item in items {
            guard let literal = check(item) else { continue }
            switch literal.node {
            case .null, .flag, .integer, .text: break
            default:
                report(
                    ExpressionCode.type, "a list holds literals only, but `\(snippet(item))` is none", at: item,
                    help: "join comparisons with `or`")
                continue
            }
            guard let subject else { continue }
            if literal.node == .null {
                checked.append(TypedExpression(.null, subject.type))
                continue
            }
            guard let pair = compare(.equal, (subject, value), (literal, item), at: item.range),
                case .compare(_, let left, let right) = pair.node
            else { continue }
            if left != subject {
                // A decimal number among whole ones cannot be equal to any of them, so it is a slip.
                report(
                    ExpressionCode.type,
                    "`\(snippet(value))` is \(phrase(subject.type)), which is never `\(snippet(item))`",
                    at: item)
                continue
            }
            checked.append(right)
        }
        guard let subject, checked.count == items.count else { return nil }
        let test = TypedExpression(.inList(subject, checked), .flag)
        return negated ? TypedExpression(.not(test), .flag) : test
    }

    private typealias Part = (typed: TypedExpression, syntax: Syntax)

    private mutating func compare(
        _ comparison: TypedExpression.Comparison, _ left: Part, _ right: Part, at sign: Range<Int>
    ) -> TypedExpression? {
        for side in [left, right] where side.typed.node == .null {
            report(
                ExpressionCode.null, "a comparison with null is always unknown", at: side.syntax,
                help: "write `X is null` or `X is not null`")
            return nil
        }
        guard let (first, second) = matched(left, right, at: sign) else { return nil }
        if comparison != .equal && comparison != .notEqual && !areOrdered(first.type, second.type) {
            if first.type.isOrdered && second.type.isOrdered {
                report(
                    ExpressionCode.type,
                    "`\(comparison.rawValue)` needs the same values in the same order on both sides:"
                        + " `\(snippet(left.syntax))` and `\(snippet(right.syntax))`", at: sign,
                    help: "compare each with a value, or give both columns one list")
                return nil
            }
            let unordered = first.type.isOrdered ? (second, right.syntax) : (first, left.syntax)
            report(
                ExpressionCode.type,
                "`\(comparison.rawValue)` needs an order, and `\(snippet(unordered.1))` is \(phrase(unordered.0.type))",
                at: sign,
                help: unordered.0.type.isCategory
                    ? "declare the category with `ordered: true` to compare its values by place"
                    : "only `=`, `<>` and `in` compare such values")
            return nil
        }
        return TypedExpression(.compare(comparison, first, second), .flag)
    }

    private func areOrdered(_ left: ValueType, _ right: ValueType) -> Bool {
        left.isOrdered && (left == right || left.decimals != nil)
    }

    /// Both sides at one type, or a fault.
    private mutating func matched(
        _ left: Part, _ right: Part, at sign: Range<Int>
    ) -> (TypedExpression, TypedExpression)? {
        let (first, second) = (left.typed, right.typed)
        if case .category(let values, _) = first.type, case .category(let others, _) = second.type,
            values.contains(where: others.contains)
        {
            return (first, second)
        }
        var failure = Conversion.Failure.mismatch
        if !isAdaptable(second) || isAdaptable(first) {
            switch converted(first, to: second.type) {
            case .done(let result) where compatible(result.type, second.type): return (result, second)
            case .done: break
            case .failed(let reason):
                failure = reason
                if isAdaptable(first), reportLiteral(failure, left.syntax, for: second.type) { return nil }
            }
        }
        switch converted(second, to: first.type) {
        case .done(let result) where compatible(first.type, result.type): return (first, result)
        case .done: break
        case .failed(let reason):
            if isAdaptable(second), reportLiteral(reason, right.syntax, for: first.type) { return nil }
        }
        let place = isLiteral(second) ? right.syntax.range : isLiteral(first) ? left.syntax.range : sign
        report(
            ExpressionCode.type,
            "\(phrase(first.type)) cannot be compared with \(phrase(second.type)): `\(snippet(left.syntax))` and"
                + " `\(snippet(right.syntax))`", at: place,
            help: mismatchHelp(second, right.syntax, first.type, other: left.syntax)
                ?? mismatchHelp(first, left.syntax, second.type, other: right.syntax))
        return nil
    }

    private func compatible(_ left: ValueType, _ right: ValueType) -> Bool {
        left == right || (left.isText && right.isText)
    }

    /// The parts of `coalesce`, `least`, `greatest` or `case` at one type.
    mutating func unify(_ parts: [Syntax], _ what: String) -> ([TypedExpression], ValueType)? {
        let checked = parts.map { check($0) }
        let typed = checked.compactMap { $0 }
        guard typed.count == parts.count else { return nil }
        let fixed = typed.indices.filter { !isAdaptable(typed[$0]) }
        var type: ValueType = typed.contains { $0.type == .text && isAdaptable($0) } ? .text : .null
        if let start = fixed.first {
            type = typed[start].type
            for index in fixed.dropFirst() {
                guard let common = join(type, typed[index].type) else {
                    report(
                        ExpressionCode.type,
                        "\(what) must have one type, but `\(snippet(parts[start]))` is \(phrase(typed[start].type)) and"
                            + " `\(snippet(parts[index]))` is \(phrase(typed[index].type))", at: parts[index],
                        help: mismatchHelp(typed[index], parts[index], typed[start].type, other: parts[start]))
                    return nil
                }
                type = common
            }
        }
        if type.isCategory, let wider = widened(type, typed, parts) { type = wider }
        var result: [TypedExpression] = []
        for (expression, syntax) in zip(typed, parts) {
            switch converted(expression, to: type) {
            case .done(let fitted): result.append(fitted)
            case .failed(let failure):
                if reportLiteral(failure, syntax, for: type) { continue }
                report(
                    ExpressionCode.type,
                    "\(what) must have one type, but `\(snippet(syntax))` is \(phrase(expression.type)), not"
                        + " \(phrase(type))", at: syntax, help: mismatchHelp(expression, syntax, type))
            }
        }
        return result.count == parts.count ? (result, type) : nil
    }

    /// Text, when a literal beside a category is plainly meant as another value, such as `coalesce(channel, 'not known')`.
    private func widened(_ type: ValueType, _ typed: [TypedExpression], _ parts: [Syntax]) -> ValueType? {
        guard case .category(let values, _) = type else { return nil }
        for expression in typed {
            if case .failed(.notAValue(let text)) = converted(expression, to: type),
                nearestName(to: text, among: values) == nil
            {
                return .text
            }
        }
        return nil
    }

    private func join(_ left: ValueType, _ right: ValueType) -> ValueType? {
        if left == right { return left }
        if let first = left.decimals, let second = right.decimals {
            return .number(decimals: max(first, second))
        }
        guard left.isText, right.isText, left != .pseudonym, right != .pseudonym else { return nil }
        return .text
    }

    private func isLiteral(_ expression: TypedExpression) -> Bool {
        switch expression.node {
        case .flag, .integer, .text: true
        default: false
        }
    }
}
