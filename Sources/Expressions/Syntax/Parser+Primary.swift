import Tables

/// What can stand alone: literals, names, parentheses, `case`, calls, and looks into related rows.
extension Parser {
    mutating func primary() throws(Diagnostic) -> Syntax {
        let range = token.range
        switch token.kind {
        case .number(let value, let decimals):
            advance()
            return Syntax(.number(value, decimals: decimals), range)
        case .duration(let value):
            advance()
            return Syntax(.duration(value), range)
        case .text(let text):
            advance()
            return Syntax(.text(text), range)
        case .sign("("):
            openParenthesis()
            let inner = try expression()
            return Syntax(inner.kind, range.lowerBound..<(try closeParenthesis()))
        case .name(let word):
            return try word == "case" ? choose() : named(word, range)
        case .sign, .end:
            throw unexpected()
        }
    }

    private mutating func named(_ word: String, _ range: Range<Int>) throws(Diagnostic) -> Syntax {
        switch word {
        case "null", "true", "false", "as_of":
            advance()
            let kind: Syntax.Kind = word == "null" ? .null : word == "as_of" ? .asOf : .flag(word == "true")
            return Syntax(kind, range)
        case "setting":
            advance()
            guard takeSign(".") else {
                throw source.fault(
                    ExpressionCode.syntax, "`setting` needs the name of a setting", at: range.lowerBound,
                    help: "write `setting.NAME`")
            }
            let name = try name("the name of a setting")
            return Syntax(.setting(name), range.lowerBound..<name.range.upperBound)
        case _ where keywords.contains(word):
            throw unexpected()
        default:
            break
        }
        if next.kind == .sign("(") { return try call(Syntax.Name(text: word, range: range)) }
        if keywords.contains(word.lowercased()) { throw unexpected() }
        advance()
        guard takeSign(".") else { return Syntax(.name(word), range) }
        let member = try columnName()
        if token.kind == .sign(".") {
            throw source.fault(
                ExpressionCode.syntax, "a look through two relations is not possible in one step",
                at: token.range.lowerBound, help: "give the related table a column for it, and read that column")
        }
        return Syntax(
            .member(Syntax.Name(text: word, range: range), member), range.lowerBound..<member.range.upperBound)
    }

    /// A name after a dot, where words of the grammar cannot be meant.
    private mutating func columnName() throws(Diagnostic) -> Syntax.Name {
        guard case .name(let text) = token.kind else {
            throw source.fault(
                ExpressionCode.syntax, "the name of a column is expected after the dot, not \(found)",
                at: token.range.lowerBound)
        }
        defer { advance() }
        return Syntax.Name(text: text, range: token.range)
    }

    private mutating func call(_ function: Syntax.Name) throws(Diagnostic) -> Syntax {
        let start = function.range.lowerBound
        if ["cast", "try_cast", "extract", "exists"].contains(function.text.lowercased()) {
            throw source.fault(
                ExpressionCode.foreign, "`\(function.text)` is not part of the language", at: start,
                help: foreignWords[function.text.lowercased()])
        }
        advance()
        openParenthesis()
        if let aggregate = TypedExpression.Aggregate(rawValue: function.text) { return try related(aggregate, start) }
        switch function.text {
        case "count_within":
            return try trailingCount(start)
        case "supplied":
            let source = try name("the name of a source")
            return Syntax(.supplied(source), start..<(try closeParenthesis()))
        default:
            var arguments: [Syntax] = []
            if token.kind != .sign(")") {
                arguments.append(try expression())
                while takeSign(",") { arguments.append(try expression()) }
            }
            return Syntax(.call(function, arguments), start..<(try closeParenthesis()))
        }
    }

    /// `any(REL v where COND)` and its kin, after the opening parenthesis.
    private mutating func related(_ aggregate: TypedExpression.Aggregate, _ start: Int) throws(Diagnostic) -> Syntax {
        let relation = try name("the name of a relation")
        var alias: Syntax.Name?
        var condition: Syntax?
        if isWord("where") {
            throw source.fault(
                ExpressionCode.syntax, "the related row needs a name before `where`", at: token.range.lowerBound,
                help: "write `\(aggregate.rawValue)(\(relation.text) v where v.COLUMN …)`")
        }
        if token.kind != .sign(")") {
            alias = try name("a name for the related row")
            if takeWord("where") { condition = try expression() }
        }
        var end = try closeParenthesis()
        var column: Syntax.Name?
        if takeSign(".") {
            let name = try columnName()
            end = name.range.upperBound
            column = name
        }
        let takesColumn = aggregate == .first || aggregate == .last
        if takesColumn && column == nil {
            throw source.fault(
                ExpressionCode.syntax, "`\(aggregate.rawValue)(…)` is a row, not a value", at: start,
                help: "say which column: `\(aggregate.rawValue)(\(relation.text) \(alias?.text ?? "v")).COLUMN`")
        }
        if let column, !takesColumn {
            throw source.fault(
                ExpressionCode.syntax, "`\(aggregate.rawValue)(…)` has no columns", at: column.range.lowerBound,
                help: "write `first(\(relation.text) v).\(column.text)` or `last(\(relation.text) v).\(column.text)`")
        }
        return Syntax(
            .aggregate(
                Syntax.Aggregate(
                    aggregate: aggregate, relation: relation, alias: alias, condition: condition, column: column)),
            start..<end)
    }

    private mutating func trailingCount(_ start: Int) throws(Diagnostic) -> Syntax {
        let key = try expression()
        try expectComma()
        let time = try expression()
        try expectComma()
        let width = try expression()
        let condition = takeWord("where") ? try expression() : nil
        let end = try closeParenthesis()
        return Syntax(
            .trailingCount(Syntax.Trailing(key: key, time: time, width: width, condition: condition)), start..<end)
    }

    private mutating func expectComma() throws(Diagnostic) {
        guard !takeSign(",") else { return }
        if token.kind == .end { throw unbalanced() }
        throw source.fault(
            ExpressionCode.arguments, "`count_within` takes a key, a time and a width, not \(found) here",
            at: token.range.lowerBound, help: "write `count_within(KEY, TIME, WIDTH where CONDITION)`")
    }

    private mutating func choose() throws(Diagnostic) -> Syntax {
        let start = token.range.lowerBound
        advance()
        let subject = isWord("when") ? nil : try expression()
        var branches: [Syntax.Branch] = []
        while takeWord("when") {
            let condition = try expression()
            try expectWord("then", after: "when \(source.snippet(condition.range))")
            branches.append(Syntax.Branch(condition: condition, value: try expression()))
        }
        guard !branches.isEmpty else {
            throw source.fault(
                ExpressionCode.syntax, "`when` is expected after `case`, not \(found)", at: token.range.lowerBound,
                help: "write `case when CONDITION then VALUE else VALUE end`")
        }
        let otherwise = takeWord("else") ? try expression() : nil
        let end = token.range.upperBound
        guard takeWord("end") else {
            if token.kind == .end, !open.isEmpty { throw unbalanced() }
            throw source.fault(
                ExpressionCode.syntax, "`end` is expected to close `case`, not \(found)", at: token.range.lowerBound)
        }
        return Syntax(.choose(subject: subject, branches, otherwise: otherwise), start..<end)
    }
}
