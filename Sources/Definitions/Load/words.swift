import Expressions
import Tables

/// A text as a message shows it.
func quoted(_ text: String) -> String {
    "`\(text.count <= 60 ? text : text.prefix(57) + "...")`"
}

/// The nearest valid name, or all of them when none is near.
func suggestion(_ name: String, _ candidates: [String]) -> String? {
    if let near = nearestName(to: name, among: candidates) { return "did you mean `\(near)`?" }
    guard !candidates.isEmpty else { return nil }
    let shown = candidates.prefix(30).joined(separator: ", ")
    return "it can be: \(shown)\(candidates.count > 30 ? ", …" : "")"
}

/// A comma in an unquoted expression inside `{ }` ends the value, and the rest becomes a key.
func unknownKeyHelp(_ key: String, _ keys: [String]) -> String? {
    if key == "<<" { return "mappings are not merged here: use `like` or `defaults`" }
    if isCutOff(key) {
        return "a comma inside { } ends an expression that has no quotes: quote the expression"
    }
    return suggestion(key, keys)
}

/// Whether a key is most likely the rest of an expression.
func isCutOff(_ key: String) -> Bool {
    key.utf8.contains { "()='\"<>+*".utf8.contains($0) } || key.contains(" ")
}

/// A type as a message names it.
func phrase(_ type: ValueType) -> String {
    switch type {
    case .flag: "a yes/no"
    case .integer: "a whole number"
    case .number: "a number"
    case .duration: "a duration"
    case .time: "a time"
    case .date: "a date"
    case .text: "a text"
    case .id: "an id"
    case .category(_, let isOrdered): isOrdered ? "an ordered category" : "a category"
    case .pseudonym: "a pseudonym"
    case .null: "nothing"
    }
}

/// `90 %` or `90%` as 0.9; nothing when there is no percent sign.
func parsePercent(_ text: String) -> Double? {
    guard text.hasSuffix("%") else { return nil }
    let digits = text.dropLast().reversed().drop { $0 == " " }.reversed()
    guard let number = parseDecimalNumber(String(digits)) else { return nil }
    return number / 100
}

/// Digits with at most one point between them; no signs, exponents or names of numbers.
func parseDecimalNumber(_ text: String) -> Double? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }) else {
        return nil
    }
    return Double(text)
}

/// Whether a column, table, population, relation, dimension or setting may have this name; says why not.
func isGoodName(_ name: String, of what: String, at location: Diagnostic.Location, findings: Findings) -> Bool {
    guard !reservedNames.contains(name.lowercased()) else {
        findings.error(
            .badName, "\(what) cannot be named `\(name)`: the word means something else here, in YAML or in databases",
            at: location, help: "choose another name, such as `\(name)_`")
        return false
    }
    let isIdentifier =
        name.utf8.first.map { !(48...57).contains($0) } ?? false
        && name.utf8.allSatisfy {
            $0 == 95 || (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0)
        }
    guard isIdentifier else {
        findings.error(
            .badName, "\(quoted(name)) is not a name for \(what)", at: location,
            help: unknownKeyHelp(name, []) ?? "use letters, digits and _, beginning with a letter")
        return false
    }
    return true
}
