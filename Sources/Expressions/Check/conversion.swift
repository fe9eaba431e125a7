import Tables

/// What became of fitting an expression to a type.
enum Conversion {
    case done(TypedExpression)
    case failed(Failure)

    enum Failure: Hashable {
        /// A text that is not one of a category's values.
        case notAValue(String)
        /// A text that is not a date.
        case notADate(String)
        case mismatch
    }
}

/// Whether the expression is made of text literals only, so that it can still become a category or a date.
func isAdaptable(_ expression: TypedExpression) -> Bool {
    switch expression.node {
    case .null: true
    case .text: expression.type == .text
    case .choose(let branches, let otherwise):
        branches.allSatisfy { isAdaptable($0.value) } && (otherwise.map(isAdaptable) ?? true)
    case .call(.coalesce, let arguments): arguments.allSatisfy(isAdaptable)
    default: false
    }
}

/// Fits an expression to a type: literals take the type, whole numbers become decimal ones, texts stay texts.
func converted(_ expression: TypedExpression, to type: ValueType) -> Conversion {
    if expression.type == type { return .done(expression) }
    if expression.node == .null { return .done(TypedExpression(.null, type)) }
    if case .text(let text) = expression.node, expression.type == .text { return literal(text, to: type) }
    if let wanted = type.decimals, let own = expression.type.decimals {
        return own <= wanted ? .done(scaled(expression, by: wanted - own, to: type)) : .failed(.mismatch)
    }
    if expression.type.isText, type.isText {
        if isAdaptable(expression), expression.type == .text { return rebuilt(expression, to: type) }
        switch (expression.type, type) {
        case (.pseudonym, _), (_, .pseudonym): return .failed(.mismatch)
        case (.category(let own, _), .category(let wanted, _)):
            return own.allSatisfy(wanted.contains) ? .done(expression) : .failed(.mismatch)
        case (_, .category): return .failed(.mismatch)
        default: return .done(expression)
        }
    }
    if isAdaptable(expression) { return rebuilt(expression, to: type) }
    return .failed(.mismatch)
}

/// A whole or decimal number with more decimals than before.
func scaled(_ expression: TypedExpression, by places: Int, to type: ValueType) -> TypedExpression {
    let factor = powerOfTen(places)
    if case .integer(let value) = expression.node {
        let (product, overflow) = value.multipliedReportingOverflow(by: factor)
        if !overflow { return TypedExpression(.integer(product), type) }
    }
    if places == 0 { return TypedExpression(expression.node, type) }
    return TypedExpression(.arithmetic(.multiply, expression, TypedExpression(.integer(factor), .integer)), type)
}

private func literal(_ text: String, to type: ValueType) -> Conversion {
    switch type {
    case .text, .id: .done(TypedExpression(.text(text), type))
    case .category(let values, _):
        values.contains { $0.utf8.elementsEqual(text.utf8) }
            ? .done(TypedExpression(.text(text), type)) : .failed(.notAValue(text))
    case .date:
        CivilDate(text).map { .done(TypedExpression(.integer(Int64($0.days)), .date)) } ?? .failed(.notADate(text))
    case .flag, .integer, .number, .duration, .time, .pseudonym, .null: .failed(.mismatch)
    }
}

/// Carries a type into the branches of an expression made of literals.
private func rebuilt(_ expression: TypedExpression, to type: ValueType) -> Conversion {
    var failure: Conversion.Failure?
    func fitted(_ part: TypedExpression) -> TypedExpression {
        switch converted(part, to: type) {
        case .done(let result): return result
        case .failed(let reason):
            failure = failure ?? reason
            return part
        }
    }
    let node: TypedExpression.Node
    switch expression.node {
    case .choose(let branches, let otherwise):
        node = .choose(
            branches.map { TypedExpression.Branch(condition: $0.condition, value: fitted($0.value)) },
            otherwise: otherwise.map(fitted))
    case .call(.coalesce, let arguments):
        node = .call(.coalesce, arguments.map(fitted))
    default:
        return .failed(.mismatch)
    }
    return failure.map { .failed($0) } ?? .done(TypedExpression(node, type))
}
