import Tables

/// Walks a syntax tree, collecting every fault; a part that has one has no typed expression, and no fault follows from it.
struct Checker {
    let source: SourceText
    let scope: Scope
    private var found: [(offset: Int, fault: Diagnostic)] = []
    /// The related row that the condition being checked can name.
    var related: RelatedRow?

    init(source: SourceText, scope: Scope) {
        self.source = source
        self.scope = scope
    }

    /// A row that a condition inside `any`, `count`, `first` or `last` gives a name.
    struct RelatedRow {
        let alias: String
        let relation: String
        let scope: Scope.Relation
        /// Names of rows further out, which cannot be used here.
        let outer: [String]
    }

    /// The faults in the order of the text.
    var faults: [Diagnostic] {
        found.enumerated().sorted { ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset) }
            .map(\.element.fault)
    }

    mutating func check(_ syntax: Syntax) -> TypedExpression? {
        switch syntax.kind {
        case .null: return TypedExpression(.null, .null)
        case .flag(let value): return TypedExpression(.flag(value), .flag)
        case .number(let value, let decimals):
            return TypedExpression(.integer(value), decimals == 0 ? .integer : .number(decimals: decimals))
        case .duration(let value): return TypedExpression(.integer(value), .duration)
        case .text(let text): return TypedExpression(.text(text), .text)
        case .asOf: return TypedExpression(.asOf, .time)
        case .name(let name): return bareName(name, syntax)
        case .member(let owner, let member): return self.member(owner, member)
        case .setting(let name): return setting(name)
        case .supplied(let name): return supplied(name)
        case .call(let function, let arguments): return call(function, arguments, syntax)
        case .aggregate(let aggregate): return self.aggregate(aggregate)
        case .trailingCount(let trailing): return trailingCount(trailing)
        case .not(let operand):
            guard let operand = yesNo(operand, "`not` turns a yes/no around") else { return nil }
            return TypedExpression(.not(operand), .flag)
        case .and(let terms): return joined(terms, "`and` joins yes/no values") { .and($0) }
        case .or(let terms): return joined(terms, "`or` joins yes/no values") { .or($0) }
        case .compare(let comparison, let at, let left, let right):
            return compare(comparison, left, right, at: at)
        case .between(let value, let low, let high, let at, let negated):
            return between(value, low, high, at: at, negated: negated)
        case .inList(let value, let items, let negated): return inList(value, items, negated: negated)
        case .isNull(let operand, let negated):
            guard let operand = check(operand) else { return nil }
            let test = TypedExpression(.isNull(operand), .flag)
            return negated ? TypedExpression(.not(test), .flag) : test
        case .arithmetic(let sign, let at, let left, let right): return arithmetic(sign, left, right, at: at)
        case .negate(let operand): return negate(operand)
        case .choose(let subject, let branches, let otherwise):
            return choose(subject, branches, otherwise)
        }
    }

    /// Fits the whole expression to the type that its place needs.
    mutating func expect(_ whole: TypedExpression, _ type: ValueType?, at syntax: Syntax) -> TypedExpression? {
        guard let type else { return whole }
        switch converted(whole, to: type) {
        case .done(let result): return result
        case .failed(let failure):
            if reportLiteral(failure, syntax, for: type) { return nil }
            report(
                ExpressionCode.type,
                "\(phrase(type)) is needed here, but `\(snippet(syntax))` is \(phrase(whole.type))", at: syntax,
                help: mismatchHelp(whole, syntax, type))
            return nil
        }
    }

    /// A part that must be yes or no; `what` says why.
    mutating func yesNo(_ syntax: Syntax, _ what: String) -> TypedExpression? {
        guard let checked = check(syntax) else { return nil }
        if checked.type == .flag { return checked }
        if checked.node == .null { return TypedExpression(.null, .flag) }
        report(
            ExpressionCode.type, "\(what), but `\(snippet(syntax))` is \(phrase(checked.type))", at: syntax,
            help: "compare it with something, or ask whether it `is not null`")
        return nil
    }

    private mutating func joined(
        _ terms: [Syntax], _ what: String, _ build: ([TypedExpression]) -> TypedExpression.Node
    ) -> TypedExpression? {
        var checked: [TypedExpression] = []
        for term in terms {
            guard let term = yesNo(term, what) else { continue }
            // Brackets around terms of the same kind make no difference, so they leave no trace.
            switch (term.node, build([])) {
            case (.and(let inner), .and), (.or(let inner), .or): checked += inner
            default: checked.append(term)
            }
        }
        return checked.count < terms.count ? nil : TypedExpression(build(checked), .flag)
    }

    private mutating func negate(_ operand: Syntax) -> TypedExpression? {
        guard let checked = check(operand) else { return nil }
        switch checked.type {
        case .integer, .number, .duration:
            if case .integer(let value) = checked.node { return TypedExpression(.integer(-value), checked.type) }
            return TypedExpression(.negate(checked), checked.type)
        default:
            report(
                ExpressionCode.type,
                "`-` turns the sign of a number or a duration, but `\(snippet(operand))` is"
                    + " \(phrase(checked.type))", at: operand)
            return nil
        }
    }

    private mutating func choose(
        _ subject: Syntax?, _ branches: [Syntax.Branch], _ otherwise: Syntax?
    ) -> TypedExpression? {
        var conditions: [TypedExpression?] = []
        for branch in branches {
            if let subject {
                conditions.append(compare(.equal, subject, branch.condition, at: branch.condition.range))
            } else {
                conditions.append(yesNo(branch.condition, "`when` needs a yes/no"))
            }
        }
        let values = branches.map(\.value) + (otherwise.map { [$0] } ?? [])
        guard let (unified, type) = unify(values, "the branches of `case`") else { return nil }
        let known = conditions.compactMap { $0 }
        guard known.count == branches.count else { return nil }
        let typed = zip(known, unified).map { TypedExpression.Branch(condition: $0, value: $1) }
        let last = otherwise == nil ? nil : unified.last
        return TypedExpression(.choose(typed, otherwise: last), type)
    }

    mutating func report(_ code: String, _ message: String, at syntax: Syntax, help: String? = nil) {
        report(code, message, at: syntax.range, help: help)
    }

    mutating func report(_ code: String, _ message: String, at range: Range<Int>, help: String? = nil) {
        let fault = source.fault(code, message, at: range.lowerBound, help: help)
        // The subject of a `case` is checked once for each branch.
        if !found.contains(where: { $0.fault == fault }) { found.append((range.lowerBound, fault)) }
    }

    func snippet(_ syntax: Syntax) -> String {
        source.snippet(syntax.range)
    }
}
