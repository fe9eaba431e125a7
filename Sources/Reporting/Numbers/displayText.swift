package import Compute
package import Definitions
import Tables

/// A figure's value for a sentence, rounded half away from zero from its exact numerator and denominator.
///
/// Digits are added until the text is on the same side of the standard as the value, and until a share that is not
/// everything does not read 100% (LANGUAGE 9.60).
package func displayText(_ row: FigureRow, unit: Unit) -> String? {
    guard let value = row.value else { return nil }
    let limits = [row.standard?.value, row.standard?.upper].compactMap { $0 }
    return displayText(value, exact: exactValue(of: row, unit: unit), unit: unit, apartFrom: limits)
}

/// A number in a unit for a sentence; `exact` is used instead of the double where it is known.
package func displayText(_ value: Double, exact: Fraction? = nil, unit: Unit, apartFrom limits: [Double] = [])
    -> String
{
    guard let exact = exact ?? Fraction(shortest: value) else {
        return decimalText(value) + suffix(unit)
    }
    var borders = limits.compactMap { Fraction(shortest: $0) }
    // What is more than nothing never reads 0.
    borders.append(Fraction(0))
    if unit == .percent { borders.append(Fraction(100)) }
    let isWhole = exact.top % exact.bottom == 0
    var digits = unit == .percent || !isWhole ? 1 : 0
    while digits < 12, borders.contains(where: { exact.rounded(digits: digits).order(to: $0) != exact.order(to: $0) }) {
        digits += 1
    }
    return fixedText(exact.rounded(digits: digits), digits: digits) + suffix(unit)
}

/// A standard's level as it was written: `90%`, `30 seconds`.
package func levelText(_ value: Double, unit: Unit) -> String {
    let text = decimalText(value)
    let parts = text.split(separator: ".", maxSplits: 1)
    guard value >= 0, !text.contains("e"), let whole = parts.first else { return text + suffix(unit) }
    return groupedDigits(String(whole)) + (parts.count == 2 ? "." + parts[1] : "") + suffix(unit)
}

/// A unit as it follows a number.
private func suffix(_ unit: Unit) -> String {
    unit == .percent ? "%" : " " + unit.word
}

/// The fraction behind a row's value: exact only where numerator and denominator give the value itself.
private func exactValue(of row: FigureRow, unit: Unit) -> Fraction? {
    guard let value = row.value, let numerator = row.numerator, let denominator = row.denominator, denominator > 0,
        abs(numerator) < 1e15
    else { return nil }
    let scale = Double(unit.scale)
    let factor: Int128 = unit == .percent ? 100 : 1
    let top = Int128((numerator * scale).rounded()) * factor
    let found = Fraction(top, Int128(denominator) * Int128(unit.scale))
    return abs(found.value - value) <= abs(value) * 1e-9 ? found : nil
}

/// A rounded fraction, whose bottom is a power of ten, with that many digits after the point.
private func fixedText(_ fraction: Fraction, digits: Int) -> String {
    let (whole, rest) = fraction.top.magnitude.quotientAndRemainder(dividingBy: fraction.bottom.magnitude)
    let sign = fraction.top < 0 ? "-" : ""
    let tail = String(rest)
    return sign + groupedDigits(String(whole))
        + (digits == 0 ? "" : "." + String(repeating: "0", count: max(0, digits - tail.count)) + tail)
}
