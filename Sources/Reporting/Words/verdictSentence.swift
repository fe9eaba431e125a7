package import Compute
package import Definitions
import Tables

/// The one sentence that says how a figure stands against its standard (CONTRACTS section 5).
///
/// The order is fixed: first why there may be no figure at all, then the arithmetic, the unknowns, and chance. Nothing
/// without its n; nothing that was not judged reads as if it had been.
package func verdictSentence(_ row: FigureRow, figure: FigureDefinition) -> String {
    let before = stateClause(row, figure)
    guard let value = displayText(row, unit: figure.unit) else { return before ?? "No value in \(row.period.label)." }
    let sentence = judged(row, value: value, figure: figure)
    return before.map { "\($0) \(sentence)" } ?? sentence
}

private func judged(_ row: FigureRow, value: String, figure: FigureDefinition) -> String {
    let count = countClause(row, figure)
    guard let standard = row.standard else { return "No standard: \(value)\(count)." }
    let level = levelClause(standard, unit: figure.unit)
    guard let verdict = row.verdict else { return "Not judged: \(value) beside \(level)\(count)." }
    switch verdict {
    case .met:
        return "Met: \(value) against \(level)\(count)."
    case .metWithinChance:
        return "Met: \(value) against \(level)\(count). The gap is within chance."
    case .notMetWithinChance:
        return "Not met: \(value) against \(level)\(count). The gap is within chance."
    case .notMet:
        return "Not met: \(value) against \(level)\(count)."
    case .dependsOnUnknowns:
        return "Depends on unknowns: \(value) against \(level)\(count).\(boundsClause(row, standard, figure.unit))"
    case .referenceOnly:
        return "Reference only: \(value) beside \(level)\(count). It is not a standard."
    case .tooFew:
        return "Too few to judge: \(value) against \(level)\(count)."
    case .noStandard:
        return "No standard: \(value)\(count)."
    }
}

/// What must be said before any number.
private func stateClause(_ row: FigureRow, _ figure: FigureDefinition) -> String? {
    switch row.state {
    case .ok: nil
    case .part: "Part of the period only."
    case .immature: immatureSentence(row, figure: figure) + "."
    case .empty: "Nothing to measure in \(row.period.label)."
    case .notSupplied: "Not supplied."
    case .notComputable: "Not computable."
    case .leftOut: "Left out."
    case .suppressed: "Suppressed."
    }
}

/// ` (15,539 of 17,285)` for shares, ` (n = 17,285)` for most of the rest; misses are named where one of them decides.
private func countClause(_ row: FigureRow, _ figure: FigureDefinition) -> String {
    guard let denominator = row.denominator, var text = basisText(row, figure) else { return "" }
    guard let hits = hits(row) else { return " (\(text))" }
    if let level = row.standard?.value, level == 100 || level == 0 {
        text += "; \(groupedText(level == 100 ? denominator - hits : hits)) missed"
    }
    return " (\(text))"
}

/// The rows that count for the force, where the figure is a share of rows.
func hits(_ row: FigureRow) -> Int? {
    guard row.statistic == "share" || row.statistic.hasPrefix("share:"), let numerator = row.numerator else {
        return nil
    }
    return Int(exactly: numerator.rounded())
}

private func levelClause(_ standard: FigureRow.Standard, unit: Unit) -> String {
    let level = levelText(standard.value, unit: unit)
    let range = standard.upper.map { "\(level) to \(levelText($0, unit: unit))" } ?? level
    return standard.status == "unverified" ? "an unverified \(range)" : range
}

private func boundsClause(_ row: FigureRow, _ standard: FigureRow.Standard, _ unit: Unit) -> String {
    guard let lowest = row.lowest, let highest = row.highest else { return "" }
    let limits = [standard.value, standard.upper].compactMap { $0 }
    let low = displayText(lowest, unit: unit, apartFrom: limits)
    let high = displayText(highest, unit: unit, apartFrom: limits)
    return " Missing and rejected rows allow anything from \(low) to \(high)."
}
