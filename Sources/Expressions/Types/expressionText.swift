package import Tables

/// The expression in its one canonical spelling: the same for every way of writing it, and readable as an expression.
///
/// Definitions are hashed and shown by it. Durations print in the largest unit that divides them, related rows are
/// called `r`, and parentheses stand only where they must.
package func expressionText(_ expression: TypedExpression) -> String {
    text(expression, .or)
}

/// How tightly a construct binds, loosest first.
private enum Binding: Int {
    case or, and, not, comparison, sum, product, sign, primary
}

private func text(_ expression: TypedExpression, _ least: Binding) -> String {
    let (content, binding) = spelled(expression)
    return binding.rawValue >= least.rawValue ? content : "(\(content))"
}

private func spelled(_ expression: TypedExpression) -> (String, Binding) {
    switch expression.node {
    case .null: return ("null", .primary)
    case .flag(let value): return (value ? "true" : "false", .primary)
    case .integer(let value): return (literalText(value, expression.type), value < 0 ? .sign : .primary)
    case .text(let text): return (quotedText(text), .primary)
    case .column(let name, let row), .population(let name, let row): return (row == .own ? name : "r.\(name)", .primary)
    case .lookup(let relation, let column): return ("\(relation).\(column)", .primary)
    case .setting(let name): return ("setting.\(name)", .primary)
    case .asOf: return ("as_of", .primary)
    case .supplied(let source): return ("supplied(\(source))", .primary)
    case .not(let part): return negated(part)
    case .and(let terms): return (terms.map { text($0, .not) }.joined(separator: " and "), .and)
    case .or(let terms): return (terms.map { text($0, .and) }.joined(separator: " or "), .or)
    case .compare(let sign, let left, let right):
        return ("\(text(left, .sum)) \(sign.rawValue) \(text(right, .sum))", .comparison)
    case .inList(let value, let items): return ("\(text(value, .sum)) in \(list(items))", .comparison)
    case .isNull(let part): return ("\(text(part, .sum)) is null", .comparison)
    case .arithmetic(.multiply, let left, _) where isScaling(expression, left):
        return spelled(left)
    case .arithmetic(.multiply, let left, let right):
        return ("\(text(left, .product)) * \(text(right, .sign))", .product)
    case .arithmetic(let sign, let left, let right):
        return ("\(text(left, .sum)) \(sign.rawValue) \(text(right, .product))", .sum)
    case .negate(let part): return ("-\(text(part, .primary))", .sign)
    case .choose(let branches, let otherwise):
        let parts = branches.map { "when \(text($0.condition, .or)) then \(text($0.value, .or))" }
        let rest = otherwise.map { " else \(text($0, .or))" } ?? ""
        return ("case \(parts.joined(separator: " "))\(rest) end", .primary)
    case .call(let function, let arguments):
        return ("\(function.rawValue)(\(arguments.map { text($0, .or) }.joined(separator: ", ")))", .primary)
    case .related(let rows):
        let condition = rows.condition.map { " where \(text($0, .or))" } ?? ""
        let column = rows.column.map { ".\($0)" } ?? ""
        return ("\(rows.aggregate.rawValue)(\(rows.relation) r\(condition))\(column)", .primary)
    case .trailingCount(let trailing):
        let parts = [trailing.key, trailing.time, trailing.width].map { text($0, .or) }.joined(separator: ", ")
        let condition = trailing.condition.map { " where \(text($0, .or))" } ?? ""
        return ("count_within(\(parts)\(condition))", .primary)
    }
}

/// Whether a product only gives a number more decimals, which nobody wrote. See `scaled`.
private func isScaling(_ product: TypedExpression, _ left: TypedExpression) -> Bool {
    guard let own = left.type.decimals, let decimals = product.type.decimals,
        case .arithmetic(_, _, let right) = product.node, right.type == .integer
    else { return false }
    return own < decimals
}

private func negated(_ part: TypedExpression) -> (String, Binding) {
    switch part.node {
    case .isNull(let inner): ("\(text(inner, .sum)) is not null", .comparison)
    case .inList(let value, let items): ("\(text(value, .sum)) not in \(list(items))", .comparison)
    default: ("not \(text(part, .not))", .not)
    }
}

private func list(_ items: [TypedExpression]) -> String {
    "(\(items.map { text($0, .sum) }.joined(separator: ", ")))"
}

private func quotedText(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
}

/// A literal as it is written: `10 min`, `'2026-03-31'`, `0.5`, `12`.
package func literalText(_ value: Int64, _ type: ValueType) -> String {
    switch type {
    case .date:
        return "'\(CivilDate(days: Int(value)))'"
    case .duration:
        let units: [(String, Int64)] = [("d", 86_400_000), ("h", 3_600_000), ("min", 60_000), ("s", 1000)]
        if value == 0 { return "0 s" }
        let unit = units.first { value % $0.1 == 0 } ?? ("ms", 1)
        return "\(value / unit.1) \(unit.0)"
    case .number(let decimals) where decimals > 0:
        let digits = padded(Int(value.magnitude), decimals + 1)
        return "\(value < 0 ? "-" : "")\(digits.dropLast(decimals)).\(digits.suffix(decimals))"
    default:
        return String(value)
    }
}
