import Tables

/// Recursive descent over the tokens: `or`, `and`, `not`, comparisons, sums, products, signs, and what stands alone.
struct Parser {
    let source: SourceText
    let tokens: [Token]
    var position = 0
    /// Parentheses open at this point, innermost last.
    var open: [Token] = []
    /// How deep the expression is nested; bounded, so that no text can exhaust the stack.
    var depth = 0

    init(source: SourceText, tokens: [Token]) {
        self.source = source
        self.tokens = tokens
    }

    var token: Token { tokens[position] }
    var next: Token { tokens[min(position + 1, tokens.count - 1)] }

    mutating func whole() throws(Diagnostic) -> Syntax {
        guard token.kind != .end else {
            throw source.fault(ExpressionCode.syntax, "an expression is expected here", at: token.range.lowerBound)
        }
        let result = try expression()
        guard token.kind == .end else { throw unexpected() }
        return result
    }

    mutating func expression() throws(Diagnostic) -> Syntax {
        depth += 1
        defer { depth -= 1 }
        try bound(depth, 50)
        let first = try conjunction()
        guard isWord("or") else { return first }
        var terms = [first]
        while takeWord("or") { terms.append(try conjunction()) }
        return Syntax(.or(terms), joined(terms))
    }

    private mutating func conjunction() throws(Diagnostic) -> Syntax {
        let first = try negation()
        guard isWord("and") else { return first }
        var terms = [first]
        while takeWord("and") { terms.append(try negation()) }
        return Syntax(.and(terms), joined(terms))
    }

    private mutating func negation() throws(Diagnostic) -> Syntax {
        let start = token.range.lowerBound
        var count = 0
        while takeWord("not") {
            count += 1
            try bound(count, 10)
        }
        var result = try comparison()
        for _ in 0..<count { result = Syntax(.not(result), start..<result.range.upperBound) }
        return result
    }

    private mutating func comparison() throws(Diagnostic) -> Syntax {
        let left = try sum()
        let at = token.range
        if case .sign(let sign) = token.kind, let comparison = TypedExpression.Comparison(rawValue: sign) {
            advance()
            if case .sign("=") = token.kind {
                throw source.fault(
                    ExpressionCode.foreign, "`==` is not part of the language", at: at.lowerBound, help: "write `=`")
            }
            let right = try sum()
            if case .sign(let second) = token.kind, TypedExpression.Comparison(rawValue: second) != nil {
                throw source.fault(
                    ExpressionCode.syntax, "comparisons cannot be chained", at: token.range.lowerBound,
                    help: "write `X between A and B`, or join two comparisons with `and`")
            }
            return Syntax(.compare(comparison, at: at, left, right), joined([left, right]))
        }
        if takeWord("is") { return try isNull(left) }
        let negated = isWord("not") && [.name("in"), .name("between")].contains(next.kind)
        if negated { advance() }
        if takeWord("between") {
            let low = try sum()
            try expectWord("and", after: "between \(source.snippet(low.range))")
            let high = try sum()
            return Syntax(.between(left, low, high, at: at, negated: negated), joined([left, high]))
        }
        if takeWord("in") { return try list(left, negated: negated) }
        return left
    }

    private mutating func isNull(_ left: Syntax) throws(Diagnostic) -> Syntax {
        let negated = takeWord("not")
        let end = token.range.upperBound
        guard takeWord("null") else {
            throw source.fault(
                ExpressionCode.syntax, "after `is` only `null` or `not null` can stand, not \(found)",
                at: token.range.lowerBound, help: "compare with `=`: `X = true`, `X = 'answered'`")
        }
        return Syntax(.isNull(left, negated: negated), left.range.lowerBound..<end)
    }

    private mutating func list(_ left: Syntax, negated: Bool) throws(Diagnostic) -> Syntax {
        guard case .sign("(") = token.kind else {
            throw source.fault(
                ExpressionCode.syntax, "after `in` a list in parentheses is expected, not \(found)",
                at: token.range.lowerBound, help: "write `in ('a', 'b')`")
        }
        openParenthesis()
        var items = [try sum()]
        while takeSign(",") { items.append(try sum()) }
        let end = try closeParenthesis()
        return Syntax(.inList(left, items, negated: negated), left.range.lowerBound..<end)
    }

    private mutating func sum() throws(Diagnostic) -> Syntax {
        var left = try product()
        var count = 0
        while case .sign(let sign) = token.kind, sign == "+" || sign == "-" {
            let at = token.range
            advance()
            count += 1
            try bound(count, 100)
            let right = try product()
            left = Syntax(.arithmetic(sign == "+" ? .add : .subtract, at: at, left, right), joined([left, right]))
        }
        return left
    }

    private mutating func product() throws(Diagnostic) -> Syntax {
        var left = try signed()
        var count = 0
        while case .sign("*") = token.kind {
            let at = token.range
            advance()
            count += 1
            try bound(count, 100)
            let right = try signed()
            left = Syntax(.arithmetic(.multiply, at: at, left, right), joined([left, right]))
        }
        return left
    }

    private mutating func signed() throws(Diagnostic) -> Syntax {
        let start = token.range.lowerBound
        var count = 0
        while takeSign("-") {
            count += 1
            try bound(count, 10)
        }
        var result = try primary()
        for _ in 0..<count { result = Syntax(.negate(result), start..<result.range.upperBound) }
        return result
    }

    /// No text may exhaust the stack of whoever walks the tree.
    private func bound(_ count: Int, _ limit: Int) throws(Diagnostic) {
        guard count > limit else { return }
        throw source.fault(
            ExpressionCode.syntax, "this expression is too deep", at: token.range.lowerBound,
            help: "give its parts names as columns of the table")
    }

    private func joined(_ parts: [Syntax]) -> Range<Int> {
        parts[0].range.lowerBound..<parts[parts.count - 1].range.upperBound
    }
}
