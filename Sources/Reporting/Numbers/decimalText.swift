/// The shortest decimal that reads back to the same double, without exponent between 1e-6 and 1e15, with `.`.
///
/// Files are read by spreadsheets and by programs: an exponent in the middle of a column is what both stumble over.
package func decimalText(_ value: Double) -> String {
    if let whole = wholeNumber(value) { return String(whole) }
    let text = value.description
    // Between these no exponent is written, and a fraction ends with no zero.
    if abs(value) >= 1e-3, abs(value) < 1e15 { return text }
    guard let mark = text.utf8.firstIndex(where: { $0 == 101 || $0 == 69 }) else {
        return text.utf8.suffix(2).elementsEqual(".0".utf8) ? String(text.dropLast(2)) : text
    }
    guard abs(value) >= 1e-6, abs(value) < 1e15, let exponent = Int(text[text.index(after: mark)...]) else {
        return text
    }
    let sign = value < 0 ? "-" : ""
    let mantissa = text[..<mark].drop { $0 == "-" }.split(separator: ".")
    let digits = mantissa.joined()
    // The point stands after the first digit of the mantissa; the exponent says how far it moves.
    let place = mantissa[0].count + exponent
    if place <= 0 { return sign + "0." + String(repeating: "0", count: -place) + digits.trimmingZeros }
    if place >= digits.count { return sign + digits + String(repeating: "0", count: place - digits.count) }
    let fraction = String(digits.dropFirst(place)).trimmingZeros
    return sign + digits.prefix(place) + (fraction.isEmpty ? "" : "." + fraction)
}

/// A number as its digits alone say it, as counts are.
func wholeNumber(_ value: Double) -> Int? {
    abs(value) < 1e15 ? Int(exactly: value) : nil
}

extension String {
    fileprivate var trimmingZeros: String {
        var text = self
        while text.hasSuffix("0") { text.removeLast() }
        return text
    }
}
