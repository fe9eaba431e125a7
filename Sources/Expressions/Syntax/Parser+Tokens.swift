import Tables

/// Taking tokens, and saying what is wrong with the one that stands there.
extension Parser {
    mutating func advance() {
        if position < tokens.count - 1 { position += 1 }
    }

    func isWord(_ word: String) -> Bool {
        token.kind == .name(word)
    }

    mutating func takeWord(_ word: String) -> Bool {
        guard isWord(word) else { return false }
        advance()
        return true
    }

    mutating func takeSign(_ sign: String) -> Bool {
        guard token.kind == .sign(sign) else { return false }
        advance()
        return true
    }

    mutating func expectWord(_ word: String, after what: String) throws(Diagnostic) {
        guard !takeWord(word) else { return }
        if token.kind == .end, !open.isEmpty { throw unbalanced() }
        throw source.fault(
            ExpressionCode.syntax, "`\(word)` is expected after `\(what)`, not \(found)", at: token.range.lowerBound)
    }

    mutating func openParenthesis() {
        open.append(token)
        advance()
    }

    /// Takes the parenthesis that closes the innermost open one, and gives the place after it.
    mutating func closeParenthesis() throws(Diagnostic) -> Int {
        let end = token.range.upperBound
        guard takeSign(")") else {
            if token.kind == .end { throw unbalanced() }
            throw unexpected()
        }
        open.removeLast()
        return end
    }

    /// A name that is no word of the grammar.
    mutating func name(_ what: String) throws(Diagnostic) -> Syntax.Name {
        guard case .name(let text) = token.kind, !keywords.contains(text) else {
            if token.kind == .end, !open.isEmpty { throw unbalanced() }
            throw source.fault(
                ExpressionCode.syntax, "\(what) is expected here, not \(found)", at: token.range.lowerBound)
        }
        let name = Syntax.Name(text: text, range: token.range)
        advance()
        return name
    }

    /// The token as a message names it.
    var found: String {
        token.kind == .end ? "the end" : "`\(source.snippet(token.range))`"
    }

    func unbalanced() -> Diagnostic {
        source.fault(
            ExpressionCode.parenthesis, "this parenthesis is never closed",
            at: open.last?.range.lowerBound ?? token.range.lowerBound,
            help: "close it with ); inside { } quote the expression: a comma ends an unquoted value")
    }

    /// A word of another language, after which anything looks unexpected: `interval '5 min'`.
    private func foreignWordBefore() -> Diagnostic? {
        guard position > 0, case .name(let word) = tokens[position - 1].kind else { return nil }
        switch token.kind {
        case .name, .text, .number, .duration: break
        case .sign, .end: return nil
        }
        let place = tokens[position - 1].range.lowerBound
        if word == "date", case .text = token.kind {
            return source.fault(
                ExpressionCode.foreign, "a date is written without the word `date`", at: place,
                help: "write `'2026-03-31'`")
        }
        return foreignWords[word.lowercased()].map {
            source.fault(ExpressionCode.foreign, "`\(word)` is not part of the language", at: place, help: $0)
        }
    }

    /// A token that cannot stand where it does.
    func unexpected() -> Diagnostic {
        let place = token.range.lowerBound
        if let fault = foreignWordBefore() { return fault }
        switch token.kind {
        case .end:
            if !open.isEmpty { return unbalanced() }
            return source.fault(ExpressionCode.syntax, "the expression breaks off here", at: place)
        case .sign(")") where open.isEmpty:
            return source.fault(ExpressionCode.parenthesis, "this parenthesis was never opened", at: place)
        case .sign(",") where open.isEmpty:
            return source.fault(
                ExpressionCode.syntax, "a comma can stand only between parentheses", at: place,
                help: "join conditions with `and` or `or`")
        case .name(let word) where keywords.contains(word.lowercased()) && !keywords.contains(word):
            return source.fault(
                ExpressionCode.syntax, "`\(word)` is not expected here", at: place,
                help: "write `\(word.lowercased())` in lower case")
        case .name(let word):
            if let help = foreignWords[word.lowercased()] {
                return source.fault(
                    ExpressionCode.foreign, "`\(word)` is not part of the language", at: place, help: help)
            }
            return source.fault(ExpressionCode.syntax, "\(found) is not expected here", at: place)
        default:
            return source.fault(ExpressionCode.syntax, "\(found) is not expected here", at: place)
        }
    }
}

/// Words of SQL and other languages that were left out on purpose, and what to do instead.
let foreignWords: [String: String] = {
    let pattern = "there are no patterns: list the values with `in (…)`, or map them in the source"
    let letters = "there are no text functions: map values in the source, where case and spaces are folded"
    let cast = "there are no casts: declare the column's type in the source"
    let rounding = "nothing is rounded: figures are kept exact and rounded only for display"
    let now = "write `as_of`, the instant at which knowledge ends"
    let measure = "a figure adds up rows: use the measure of the figure, or `count`, `first` or `last` of a relation"
    return [
        "like": pattern, "ilike": pattern, "similar": pattern, "regexp": pattern, "regexp_matches": pattern,
        "starts_with": pattern, "contains": pattern, "lower": letters, "upper": letters, "trim": letters,
        "substr": letters, "substring": letters, "left": letters, "right": letters, "replace": letters,
        "concat": letters, "length": letters, "cast": cast, "try_cast": cast, "convert": cast, "to_date": cast,
        "round": rounding, "floor": rounding, "ceil": rounding, "ceiling": rounding, "trunc": rounding,
        "now": now, "today": now, "current_date": now, "current_timestamp": now, "getdate": now,
        "sum": measure, "avg": measure, "mean": measure, "median": measure, "min": measure, "max": measure,
        "if": "write `case when … then … else … end`", "iif": "write `case when … then … else … end`",
        "nullif": "write `case when X <> Y then X end`", "ifnull": "write `coalesce(X, Y)`",
        "isnull": "write `X is null` or `coalesce(X, Y)`", "nvl": "write `coalesce(X, Y)`",
        "exists": "write `any(RELATION v where …)`",
        "select": "look into other tables with `any`, `count`, `first`, `last`",
        "interval": "write a duration such as `5 min`", "div": "there is no division", "mod": "there is no remainder",
        "datediff": "write `elapsed(A, B)` for a duration or `days(A, B)` for local days",
        "extract": "write `hour(X)`, `month(X)`, `weekday(X)`", "year": "compare with dates: `date(X) >= '2026-01-01'`",
        "working_days": "working days are not available yet", "add_working_days": "working days are not available yet",
    ]
}()
