import Compute
import Definitions
import PipelineRunner
import Reporting
import Tables

/// The answer to a figure in words, one block per statistic.
func answerLines(_ explanation: Explanation, _ figure: FigureDefinition, _ data: PipelineData) -> [String] {
    var lines = [
        "\(figure.id) \(figure.name)",
        "\(data.definition.force), data to \(Period.text(data.input.asOf.day))",
    ]
    let reasons = explanation.exclusions.map { (reason: $0.reason, count: $0.count) }
    let test = BoundaryTest(of: figure, in: data.definition)
    var waterfall: [String] = []
    for row in explanation.figures {
        lines += ["", verdictSentence(row, figure: figure)]
        if let both = excludedSentence(row, figure: figure, data.definition) { lines.append(both) }
        lines += breakLines(row, figure, data.definition)
        if let robustness = robustnessSentence(row) { lines.append(robustness) }
        if let test, let boundary = boundarySentence(row, test, unit: figure.unit) { lines.append(boundary) }
        lines +=
            Answer(
                row, figure: figure, standards: data.definition.standards, exclusions: reasons,
                sides: data.definition.parts(of: figure)
            ).lines
        lines += sideLines(explanation.sides, data.definition)
        if let lower = row.lower, let upper = row.upper {
            lines.append("95% interval:    \(range(lower, upper, figure))")
        }
        if let lowest = row.lowest, let highest = row.highest, lowest != highest {
            lines.append("Unknown rows allow: \(range(lowest, highest, figure))")
        }
        if !row.flags.isEmpty { lines.append("Flags:           \(row.flags.names.joined(separator: ", "))") }
        // Statistics of the same rows need them accounted for once.
        let found = explanation.sides.isEmpty ? waterfallLines(row, exclusions: reasons) : []
        if found != waterfall, !found.isEmpty { lines += [""] + found }
        waterfall = found
    }
    let companions = companionLines(explanation.companions, data.definition)
    if !companions.isEmpty { lines += [""] + companions }
    lines += clockLines(explanation.clocks, data.definition)
    if let note = figure.note { lines += ["", "Note: \(note)"] }
    return lines
}

private func range(_ low: Double, _ high: Double, _ figure: FigureDefinition) -> String {
    "\(displayText(low, unit: figure.unit)) to \(displayText(high, unit: figure.unit))"
}

/// Rows with the file and line that each stands on.
func rowTable(_ rows: [ExplainedRow], _ data: PipelineData) throws -> (header: [String], rows: [[String]]) {
    let columns = rows.first.map { $0.cells.map(\.column) } ?? []
    let lines = try lineNumbers(of: rows, data)
    return (
        columns + ["file", "line"],
        zip(rows, lines).map { row, line in row.cells.map(\.text) + [row.file, "\(line)"] }
    )
}
