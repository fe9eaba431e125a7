import Expressions

extension TypedExpression {
    /// The expressions directly inside this one.
    var parts: [TypedExpression] {
        switch node {
        case .null, .flag, .integer, .text, .column, .lookup, .setting, .asOf, .population, .supplied: []
        case .not(let inner), .isNull(let inner), .negate(let inner): [inner]
        case .and(let terms), .or(let terms), .call(_, let terms): terms
        case .compare(_, let left, let right), .arithmetic(_, let left, let right): [left, right]
        case .inList(let value, let list): [value] + list
        case .choose(let branches, let otherwise):
            branches.flatMap { [$0.condition, $0.value] } + (otherwise.map { [$0] } ?? [])
        case .related(let related): related.condition.map { [$0] } ?? []
        case .trailingCount(let count):
            [count.key, count.time, count.width] + (count.condition.map { [$0] } ?? [])
        }
    }

    /// Whether any part reads a column or population of the related row.
    var readsRelatedRow: Bool {
        switch node {
        case .column(_, of: .related), .population(_, of: .related): true
        default: parts.contains(where: \.readsRelatedRow)
        }
    }

    /// This expression and everything inside it.
    func visit(_ body: (TypedExpression) throws -> Void) rethrows {
        try body(self)
        for part in parts { try part.visit(body) }
    }
}
