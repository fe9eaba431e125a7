package import Compute
package import Definitions
import Tables

/// A figure beside what others published for the same days, a line for each, then how each side defines it: neither is
/// better than the other where the definitions differ.
package func comparisonLines(_ rows: [ComparisonRow], _ figure: FigureDefinition) -> [String] {
    let words = ComparisonWords(rows, figure)
    guard !words.spans.isEmpty else { return [] }
    let beside = words.spans.flatMap { span in ["  \(span.ours)"] + span.theirs.map { "    \($0)" } }
    return beside + ["  How each defines it:"] + words.definitions.map { "    \($0)" }
}

/// The parts of a comparison: what is ours and what is theirs in each span, and both definitions.
struct ComparisonWords {
    private(set) var spans: [(ours: String, theirs: [String])] = []
    /// Ours first.
    let definitions: [String]

    init(_ rows: [ComparisonRow], _ figure: FigureDefinition) {
        var said: Set<String> = []
        var definitions = ["ours: \(figure.ownBasis)"]
        for row in rows {
            let ours = "\(row.period.label): \(figureText(row.own, figure))"
            if spans.last?.ours != ours { spans.append((ours, [])) }
            spans[spans.count - 1].theirs.append(Reporting.theirs(row, figure))
            let basis = "\(row.benchmark.name): \(row.basis)" + (row.source.isEmpty ? "" : " (\(row.source))")
            if !row.basis.isEmpty, said.insert(basis).inserted { definitions.append(basis) }
        }
        self.definitions = definitions
    }
}

private func theirs(_ row: ComparisonRow, _ figure: FigureDefinition) -> String {
    var text = row.benchmark.name
    if case .mostSimilarAverage(let forces) = row.benchmark { text += " of \(forces) forces" }
    guard let value = row.value else { return "\(text): no value" }
    text += ": \(displayText(value, unit: figure.unit))"
    if let numerator = row.numerator, let denominator = row.denominator {
        text += " (\(countText(numerator)) of \(countText(denominator)))"
    }
    guard let difference = row.difference else { return text }
    let unit = figure.unit == .percent ? Unit.number(of: "points") : figure.unit
    text += "; ours is " + (difference == 0 ? "the same" : "\(displayText(abs(difference), unit: unit)) ")
    if difference != 0 { text += difference > 0 ? "higher" : "lower" }
    guard let lower = row.lower, let upper = row.upper else { return text }
    return text + " (95% interval \(displayText(lower, unit: unit)) to \(displayText(upper, unit: unit)))"
}

private func countText(_ number: Double) -> String {
    Int(exactly: number).map(groupedText) ?? decimalText(number)
}
