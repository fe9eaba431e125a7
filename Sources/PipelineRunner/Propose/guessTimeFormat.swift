/// The format that sample values are written in, and whether day and month could be the other way round.
func guessTimeFormat(_ values: [String]) -> (format: String?, isAmbiguous: Bool) {
    guard let sample = values.first(where: { $0.contains(where: \.isNumber) }) else { return (nil, false) }
    let wanted = alikeShape(sample)
    let alike = values.filter { alikeShape($0) == wanted }
    let numbers = alike.map(numbers)
    guard let first = numbers.first else { return (nil, false) }
    if first.count >= 3, first[0].count == 4, first[1].count == 2 {
        if sample.contains("T") { return ("iso", false) }
        return (written(sample, ["yyyy", "MM", "dd", "HH", "mm", "ss", "SSS"]), false)
    }
    guard first.count >= 3, first[2].count == 4, first[0].count <= 2, first[1].count <= 2 else {
        // Spreadsheet serials of 1954 to 2119 with a time of day.
        let isSerial = sample.contains(".") && Double(sample).map { (20_000...80_000).contains($0) } == true
        return (isSerial ? "excel" : nil, false)
    }
    let seconds = numbers.compactMap { Int($0[1]) }.max() ?? 0
    let firsts = numbers.compactMap { Int($0[0]) }.max() ?? 0
    let isMonthFirst = seconds > 12 && firsts <= 12
    let letters = isMonthFirst ? ["MM", "dd"] : ["dd", "MM"]
    return (written(sample, letters + ["yyyy", "HH", "mm", "ss", "SSS"]), firsts <= 12 && seconds <= 12)
}

/// Digits as 9, so that values of one format look alike.
private func alikeShape(_ text: String) -> String {
    String(text.map { $0.isNumber ? "9" : $0 })
}

private func numbers(_ text: String) -> [String] {
    text.split { !$0.isNumber }.map(String.init)
}

/// The sample with its runs of digits replaced by the letters of a format.
private func written(_ sample: String, _ letters: [String]) -> String? {
    var format = ""
    var place = 0
    var isInDigits = false
    for character in sample {
        if character.isNumber {
            if !isInDigits {
                guard place < letters.count else { return nil }
                format += letters[place]
                place += 1
            }
            isInDigits = true
        } else {
            format.append(character)
            isInDigits = false
        }
    }
    return format
}
