import Tables

/// The words for types that a schema may use.
let typeWords = [
    "id", "text", "int", "number(2)", "flag", "date", "time", "duration", "category", "pseudonym",
]

/// The type of a column from the keys `type`, `values` and `ordered` of its definition.
func columnType(_ fields: Fields, findings: Findings) -> ValueType? {
    guard let word = fields.requiredText("type"), let place = fields["type"]?.location else { return nil }
    let values = fields.texts("values") ?? []
    let isOrdered = fields.flag("ordered") ?? false
    // Readers see the cell of a list as it stands; its values are rows of another table.
    let type = word == "list" ? .text : parseType(word, values: values, isOrdered: isOrdered)
    guard let type else {
        findings.error(
            .badChoice, "\(quoted(word)) is not a type", at: place, help: suggestion(word, typeWords + ["list"]))
        return nil
    }
    if case .category = type {
        if values.isEmpty {
            findings.error(.missingKey, "a category needs its `values`", at: place)
        }
        if let again = firstRepeated(values) {
            findings.error(
                .duplicateName, "the value `\(again)` is listed twice", at: fields["values"]?.location)
        }
    } else if let entry = fields.entry("values") ?? fields.entry("ordered") {
        findings.error(.wrongShape, "only a category has `\(entry.key)`", at: entry.location)
    }
    return type
}

func parseType(_ word: String, values: [String] = [], isOrdered: Bool = false) -> ValueType? {
    switch word {
    case "id": return .id
    case "text": return .text
    case "int": return .integer
    case "flag": return .flag
    case "date": return .date
    case "time": return .time
    case "duration": return .duration
    case "category": return .category(values: values, ordered: isOrdered)
    case "pseudonym": return .pseudonym
    default:
        guard word.hasPrefix("number("), word.hasSuffix(")"), let decimals = Int(word.dropFirst(7).dropLast()),
            (0...9).contains(decimals)
        else { return nil }
        return .number(decimals: decimals)
    }
}

func firstRepeated(_ names: [String]) -> String? {
    var seen: Set<String> = []
    return names.first { !seen.insert($0).inserted }
}
