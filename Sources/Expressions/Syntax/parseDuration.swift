package import Tables

/// The milliseconds of each unit that a duration may be written in.
let durationUnits: [String: Int64] = [
    "ms": 1, "s": 1000, "min": 60_000, "h": 3_600_000, "d": 86_400_000, "w": 604_800_000,
]

/// Reads a duration such as `10 s`, `15 min`, `1.5 h`, `28 d`, `500 ms` or `2 w` as milliseconds; nothing when it is
/// none or is not a whole number of milliseconds.
package func parseDuration(_ text: String) -> Int64? {
    let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let unit = text.dropFirst(digits.count).drop { $0 == " " }
    guard let size = durationUnits[String(unit)], let number = parseDecimal(digits) else { return nil }
    return milliseconds(number.value, decimals: number.decimals, unit: size)
}

func milliseconds(_ value: Int64, decimals: Int, unit: Int64) -> Int64? {
    let (product, overflow) = value.multipliedReportingOverflow(by: unit)
    let divisor = powerOfTen(decimals)
    guard !overflow, product % divisor == 0 else { return nil }
    return product / divisor
}

/// Reads digits with at most one point between them: the digits without the point, and how many follow it.
func parseDecimal(_ text: some StringProtocol) -> (value: Int64, decimals: Int)? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }),
        let value = Int64(parts.joined())
    else { return nil }
    let decimals = parts.count == 2 ? parts[1].count : 0
    return decimals <= 9 ? (value, decimals) : nil
}

func powerOfTen(_ exponent: Int) -> Int64 {
    (0..<exponent).reduce(1) { power, _ in power * 10 }
}

/// Reads a constant written in YAML as its type stores it; nothing when it is no value of the type. Texts have no such
/// value, and times none without a zone.
package func parseLiteral(_ text: String, as type: ValueType) -> Int64? {
    let negative = text.hasPrefix("-")
    let digits = negative ? text.dropFirst() : text[...]
    switch type {
    case .flag: return text == "true" ? 1 : text == "false" ? 0 : nil
    case .integer:
        guard let number = parseDecimal(digits), number.decimals == 0 else { return nil }
        return negative ? -number.value : number.value
    case .number(let decimals):
        guard let number = parseDecimal(digits), number.decimals <= decimals else { return nil }
        let (value, overflow) = number.value.multipliedReportingOverflow(by: powerOfTen(decimals - number.decimals))
        return overflow ? nil : negative ? -value : value
    case .duration: return parseDuration(String(digits)).map { negative ? -$0 : $0 }
    case .date: return CivilDate(text).map { Int64($0.days) }
    case .time, .text, .id, .category, .pseudonym, .null: return nil
    }
}
