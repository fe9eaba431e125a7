import Tables

/// What to write instead.
extension Checker {
    /// Reports a literal that cannot be a value of the type; false when something else is wrong.
    mutating func reportLiteral(_ failure: Conversion.Failure, _ syntax: Syntax, for type: ValueType) -> Bool {
        switch failure {
        case .notAValue(let text):
            guard case .category(let values, _) = type else { return false }
            let near = nearestName(to: text, among: values)
            report(
                ExpressionCode.unknownValue, "`'\(text)'` is not a value of this category", at: syntax,
                help: (near.map { "did you mean `'\($0)'`? " } ?? "")
                    + "the values are \(values.map { "'\($0)'" }.joined(separator: ", "))")
            return true
        case .notADate(let text):
            report(
                ExpressionCode.literal, "`'\(text)'` is not a date", at: syntax,
                help: "write year, month and day: '2026-03-31'")
            return true
        case .mismatch:
            return false
        }
    }

    /// How a value could be brought to a type, if there is a usual way.
    func mismatchHelp(
        _ value: TypedExpression, _ syntax: Syntax, _ wanted: ValueType, other: Syntax? = nil
    ) -> String? {
        switch (value.type, wanted) {
        case (.integer, .duration):
            if case .integer(let number) = value.node {
                return "say which unit: write `\(number) s`, `\(number) min` or `\(number) h`"
            }
            return "multiply by a unit: `\(snippet(syntax)) * 1 s`"
        case (.time, .date): return "write `date(\(snippet(syntax)))` for its local day"
        case (.text, .time):
            return "compare its local day: `date(\(other.map(snippet) ?? "…")) >= '2026-03-31'`"
        case (.integer, .text), (.integer, .id), (.integer, .category):
            guard case .integer = value.node else { return nil }
            return "write values in quotes: `'\(snippet(syntax))'`"
        case (.category(let own, _), .category(let values, _)):
            return "the values differ: \(own.filter { !values.contains($0) }.map { "'\($0)'" }.joined(separator: ", "))"
        case (.text, .category), (.id, .category):
            return "spell out its values: `case \(snippet(syntax)) when '…' then '\(firstValue(wanted))' … end`"
        case (.integer, .flag), (.text, .flag): return "write `true` or `false`"
        case (.pseudonym, _) where wanted.isText, (_, .pseudonym) where value.type.isText:
            return "a pseudonym can be compared only with another pseudonym"
        case (.text, .integer), (.text, .number), (.text, .duration):
            return "write numbers and durations without quotes"
        default: return nil
        }
    }

    private func firstValue(_ type: ValueType) -> String {
        if case .category(let values, _) = type { values.first ?? "…" } else { "…" }
    }
}
