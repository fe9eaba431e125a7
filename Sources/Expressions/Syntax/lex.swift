import Tables

/// Splits an expression into tokens, the last of which is the end.
func lex(_ source: SourceText) throws(Diagnostic) -> [Token] {
    var lexer = Lexer(source: source)
    return try lexer.tokens()
}

private struct Lexer {
    let source: SourceText
    let bytes: [UInt8]
    var position = 0

    init(source: SourceText) {
        self.source = source
        bytes = Array(source.text.utf8)
    }

    mutating func tokens() throws(Diagnostic) -> [Token] {
        var found: [Token] = []
        while true {
            skipSpace()
            let start = position
            guard position < bytes.count else {
                found.append(Token(kind: .end, range: start..<start))
                return found
            }
            let kind = try next()
            found.append(Token(kind: kind, range: start..<position))
        }
    }

    private mutating func next() throws(Diagnostic) -> Token.Kind {
        let byte = bytes[position]
        if isDigit(byte) { return try number() }
        if isLetter(byte) { return .name(word()) }
        if byte == UInt8(ascii: "'") { return try quoted() }
        for sign in signs where bytes[position...].starts(with: sign.utf8) {
            position += sign.utf8.count
            return .sign(sign)
        }
        throw stranger()
    }

    private mutating func number() throws(Diagnostic) -> Token.Kind {
        let start = position
        while position < bytes.count, isDigit(bytes[position]) || isPoint(position) { position += 1 }
        let digits = String(decoding: bytes[start..<position], as: UTF8.self)
        guard let number = parseDecimal(digits) else {
            throw source.fault(
                ExpressionCode.literal, "`\(digits)` is not a number that can be held", at: start,
                help: "write at most 18 digits, of which at most 9 after the point")
        }
        let end = position
        skipSpace()
        guard position < bytes.count, isLetter(bytes[position]) else {
            position = end
            return .number(number.value, decimals: number.decimals)
        }
        let unit = word()
        if let size = durationUnits[unit] {
            guard let value = milliseconds(number.value, decimals: number.decimals, unit: size) else {
                throw source.fault(
                    ExpressionCode.literal,
                    "`\(digits) \(unit)` is not a whole number of milliseconds that can be held",
                    at: start, help: "write the duration in a smaller unit")
            }
            return .duration(value)
        }
        if keywords.contains(unit), position - unit.utf8.count > end {
            position = end
            return .number(number.value, decimals: number.decimals)
        }
        throw source.fault(
            ExpressionCode.literal, "`\(unit)` is not a unit of time", at: position - unit.utf8.count,
            help: suggestedUnit(unit).map { "write `\(digits) \($0)`" }
                ?? "the units are ms, s, min, h, d (86,400 seconds) and w")
    }

    private mutating func quoted() throws(Diagnostic) -> Token.Kind {
        let start = position
        var content: [UInt8] = []
        position += 1
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            guard byte == UInt8(ascii: "'") else {
                content.append(byte)
                continue
            }
            guard position < bytes.count, bytes[position] == byte else {
                return .text(String(decoding: content, as: UTF8.self))
            }
            content.append(byte)
            position += 1
        }
        throw source.fault(
            ExpressionCode.unterminatedText, "this text never ends", at: start,
            help: "close it with '; an apostrophe inside a text is written twice: ''")
    }

    private mutating func word() -> String {
        let start = position
        while position < bytes.count, isLetter(bytes[position]) || isDigit(bytes[position]) { position += 1 }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func skipSpace() {
        while position < bytes.count, [9, 10, 13, 32].contains(bytes[position]) { position += 1 }
    }

    /// A point between digits; the point of `REL.column` never follows a digit of a number.
    private func isPoint(_ place: Int) -> Bool {
        bytes[place] == UInt8(ascii: ".") && place + 1 < bytes.count && isDigit(bytes[place + 1])
    }

    private func stranger() -> Diagnostic {
        for (sign, help) in foreignSigns where bytes[position...].starts(with: sign.utf8) {
            return source.fault(
                ExpressionCode.foreign, "`\(sign)` is not part of the language", at: position, help: help)
        }
        let character = String(decoding: bytes[position...], as: UTF8.self).prefix(1)
        return source.fault(ExpressionCode.foreign, "`\(character)` is not part of the language", at: position)
    }
}

/// Longer signs first.
private let signs = ["<>", "<=", ">=", "=", "<", ">", "+", "-", "*", "(", ")", ",", "."]

/// Signs of other languages and what to write here.
private let foreignSigns: [(sign: String, help: String)] = [
    ("!=", "write `<>`"), ("!", "write `not`"), ("≠", "write `<>`"), ("≤", "write `<=`"), ("≥", "write `>=`"),
    ("&&", "write `and`"), ("||", "write `or`; texts cannot be joined"),
    ("\"", "write texts in single quotes: 'answered'"), ("`", "write names as they are, without quotes"),
    ("“", "write texts in straight single quotes: 'answered'"),
    ("”", "write texts in straight single quotes: 'answered'"),
    ("‘", "write texts in straight single quotes: 'answered'"),
    ("’", "write texts in straight single quotes: 'answered'"),
    ("−", "write the minus sign of the keyboard: -"), ("\u{A0}", "this is a no-break space: replace it by a space"),
    ("/", "there is no division: a share, mean or ratio divides at the end, once"),
    ("%", "write a percentage as a setting or a standard"), ("::", "there are no casts: declare the column's type"),
    ("#", "a comment needs a space before the #, and cannot stand in quotes"),
    ("{", "quote the whole expression: a brace has a meaning of its own in YAML"),
    ("}", "quote the whole expression: a brace has a meaning of its own in YAML"),
    ("[", "write a list in round brackets: `in ('a', 'b')`"), ("]", "write a list in round brackets: `in ('a', 'b')`"),
]

private func suggestedUnit(_ word: String) -> String? {
    let words = [
        "ms": ["millisecond", "msec"], "s": ["sec", "second"], "min": ["minute", "m", "mins"], "h": ["hour", "hr"],
        "d": ["day"], "w": ["week", "wk"],
    ]
    let wanted = word.lowercased()
    return ["ms", "s", "min", "h", "d", "w"].first { unit in
        unit == wanted || (words[unit] ?? []).contains { $0 == wanted || $0 + "s" == wanted }
    }
}

private func isDigit(_ byte: UInt8) -> Bool {
    (48...57).contains(byte)
}

private func isLetter(_ byte: UInt8) -> Bool {
    (65...90).contains(byte) || (97...122).contains(byte) || byte == UInt8(ascii: "_")
}
