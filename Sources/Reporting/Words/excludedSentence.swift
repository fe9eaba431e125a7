package import Compute
package import Definitions
package import Tables

/// A figure without and with the spans that the force leaves out, with reason and authority: "Without 14 to 16 May 2026
/// (ACD outage; CM/31): 6.1%. With them: 7.9%." Nothing where no span lies in the period.
package func excludedSentence(
    _ row: FigureRow, figure: FigureDefinition, _ definition: PipelineDefinition
) -> String? {
    guard let other = row.withExcluded else { return nil }
    let spans = definition.excludedPeriods(of: figure).filter { $0.overlaps(row.period) }
    guard let only = spans.first else { return nil }
    let texts = spans.map { "\(daysText($0.first, $0.last)) (\($0.reason); \($0.authority))" }
    let them = spans.count == 1 && only.first == only.last ? "it" : "them"
    let without = displayText(row, unit: figure.unit) ?? "no value"
    return "Without \(joined(texts)): \(without). With \(them): "
        + "\(displayText(row.with(other), unit: figure.unit) ?? "no value")."
}

/// Days as a reader writes them: `14 to 16 May 2026`, `30 Apr to 2 May 2026`, `14 May 2026`.
package func daysText(_ first: CivilDate, _ last: CivilDate) -> String {
    if first == last { return Period.text(first) }
    let (from, to) = (first.components, last.components)
    let begin = Period.text(first).split(separator: " ")
    let parts = from.year != to.year ? 3 : from.month != to.month ? 2 : 1
    return "\(begin.prefix(parts).joined(separator: " ")) to \(Period.text(last))"
}

private func joined(_ texts: [String]) -> String {
    guard let last = texts.last, texts.count > 1 else { return texts.first ?? "" }
    return texts.dropLast().joined(separator: ", ") + " and " + last
}

extension FigureRow {
    /// The same line with other numbers, for their display.
    fileprivate func with(_ other: WithExcluded) -> FigureRow {
        var row = self
        (row.value, row.numerator, row.denominator) = (other.value, other.numerator, other.denominator)
        return row
    }
}
