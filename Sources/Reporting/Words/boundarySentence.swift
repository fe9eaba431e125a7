package import Compute
package import Definitions
import Expressions

/// What the share would be with its limits taken the other way: "With `<=` for `<`: 89.1% (12 rows more)."
///
/// Stamps are floored to whole seconds, so the two bracket what exact clocks would give.
package func boundarySentence(_ row: FigureRow, _ test: BoundaryTest, unit: Unit) -> String? {
    guard let boundary = row.boundary, let value = boundary.value else { return nil }
    let limits = [row.standard?.value, row.standard?.upper].compactMap { $0 }
    let text = displayText(value, unit: unit, apartFrom: limits)
    return "With \(turnedSigns(test)): \(text) (\(movement(row, boundary, value)))."
}

/// The comparisons that are turned, each once: "`<=` for `<` and `>` for `>=`".
package func turnedSigns(_ test: BoundaryTest) -> String {
    var signs: [String] = []
    for limit in test.limits {
        guard case .compare(let sign, _, _) = limit.node, let other = sign.otherAtTheLimit else { continue }
        let text = "`\(other.rawValue)` for `\(sign.rawValue)`"
        if !signs.contains(text) { signs.append(text) }
    }
    return signs.joined(separator: " and ")
}

/// How many rows change; which way only where all of them go the same.
private func movement(_ row: FigureRow, _ boundary: FigureRow.Boundary, _ value: Double) -> String {
    let count = boundary.rows
    if count == 0 { return "no row lies at the limit" }
    let rows = "\(groupedText(count)) \(count == 1 ? "row" : "rows")"
    guard let denominator = row.denominator, let numerator = row.numerator else { return "\(rows) differ" }
    let net = value * Double(denominator) / 100 - numerator
    if abs(abs(net) - Double(count)) < 0.000_1 { return net > 0 ? "\(rows) more" : "\(rows) fewer" }
    return "\(rows) \(count == 1 ? "differs" : "differ")"
}
