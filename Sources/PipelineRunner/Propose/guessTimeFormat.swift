/// The format that sample values are written in, and whether day and month could be the other way round.
///
/// The commonest shape that is a time decides, so that "no time" written as `00:00:00` does not hide it.
func guessTimeFormat(_ values: [String]) -> (format: String?, isAmbiguous: Bool) {
    var order: [String] = []
    var alike: [String: [[TimePart]]] = [:]
    for value in values where value.contains(where: \.isNumber) {
        let parts = timeParts(value)
        let shape = parts.map(\.shape).joined()
        if alike[shape] == nil { order.append(shape) }
        alike[shape, default: []].append(parts)
    }
    for shape in order.sorted(by: { alike[$0, default: []].count > alike[$1, default: []].count }) {
        let found = alike[shape, default: []]
        guard found.count * 50 >= values.count else { break }
        if let guess = format(of: found) { return guess }
    }
    return (nil, false)
}

/// Day and month the other way round.
func swappedDayAndMonth(_ format: String) -> String {
    String(format.map { $0 == "d" ? "M" : $0 == "M" ? "d" : $0 })
}

/// A run of digits or of letters, or one other character.
private struct TimePart {
    let text: String
    let isNumber: Bool
    let isWord: Bool

    /// What values of one format have in common: digits in runs of any length.
    var shape: String { isNumber ? "9" : isWord ? "A" : text }
}

private func timeParts(_ value: String) -> [TimePart] {
    var parts: [TimePart] = []
    for character in value {
        let isNumber = character.isASCII && character.isNumber
        let isWord = character.isLetter
        if let last = parts.last, (isNumber && last.isNumber) || (isWord && last.isWord) {
            parts[parts.count - 1] = TimePart(text: last.text + String(character), isNumber: isNumber, isWord: isWord)
        } else {
            parts.append(TimePart(text: String(character), isNumber: isNumber, isWord: isWord))
        }
    }
    return parts
}

private func format(of values: [[TimePart]]) -> (format: String?, isAmbiguous: Bool)? {
    guard let first = values.first else { return nil }
    let text = first.map(\.text).joined()
    // Spreadsheet serials of 1954 to 2119 with a time of day.
    if first.count == 3, first[1].text == ".", Double(text).map({ (20_000...80_000).contains($0) }) == true {
        return ("excel", false)
    }
    guard first.count >= 5, first[0].isNumber, first[4].isNumber, first[1].text == first[3].text,
        ["/", "-", ".", " "].contains(first[1].text)
    else { return nil }
    if first[0].text.count == 4 {
        guard first[2].isNumber else { return nil }
        if first.count > 5, first[5].text == "T" { return ("iso", false) }
        return clocked(values, date: ["yyyy", digits(2, "M", values), digits(4, "d", values)]).map { ($0, false) }
    }
    guard [2, 4].contains(first[4].text.count), first[0].text.count <= 2 else { return nil }
    let year = first[4].text.count == 4 ? "yyyy" : "yy"
    if first[2].isWord {
        guard first[2].text.count == 3 else { return nil }
        return clocked(values, date: [digits(0, "d", values), "MMM", year]).map { ($0, false) }
    }
    guard first[2].text.count <= 2 else { return nil }
    let firsts = values.compactMap { Int($0[0].text) }.max() ?? 0
    let seconds = values.compactMap { Int($0[2].text) }.max() ?? 0
    let isMonthFirst = seconds > 12 && firsts <= 12
    // Who writes one digit for a day writes one for a month, even where all of an export's months have two.
    let isShort = digits(0, "d", values) == "d" || digits(2, "M", values) == "M"
    let dayFirst = isShort ? ["d", "M", year] : ["dd", "MM", year]
    guard let found = clocked(values, date: dayFirst) else { return nil }
    return (isMonthFirst ? swappedDayAndMonth(found) : found, firsts <= 12 && seconds <= 12)
}

/// One letter where a value has one digit, two where none has.
private func digits(_ place: Int, _ letter: String, _ values: [[TimePart]]) -> String {
    values.contains { $0[place].text.count == 1 } ? letter : letter + letter
}

/// The date's letters, then those of the clock that follows it.
private func clocked(_ values: [[TimePart]], date: [String]) -> String? {
    guard let first = values.first else { return nil }
    let isHalfDay = first.last.map { ["AM", "PM"].contains($0.text.uppercased()) } == true
    var format = ""
    var fields = date + [isHalfDay ? "h" : "H", "m", "s", "S"]
    // A day and a number are the reference of a log, not a time: a clock has minutes, and no 25th hour.
    let clock = first.indices.filter { first[$0].isNumber }.dropFirst(first[2].isWord ? 2 : 3)
    if clock.count == 1 { return nil }
    for (place, limit) in zip(clock, [24, 60, 60]) {
        guard values.count(where: { (Int($0[place].text) ?? 0) > limit }) * 50 <= values.count else { return nil }
    }
    for (place, part) in first.enumerated() {
        if part.isNumber || (part.isWord && place == 2) {
            guard !fields.isEmpty else { return nil }
            let field = fields.removeFirst()
            switch field {
            case "S": format += String(repeating: "S", count: part.text.count)
            case "h", "H", "m", "s": format += digits(place, field, values)
            default: format += field
            }
        } else if part.isWord {
            guard isHalfDay, place == first.count - 1 else { return nil }
            format += "a"
        } else {
            format += part.text
        }
    }
    return format
}
