package import Compute
package import Definitions
import Tables

/// One finding in plain English: what was found, what each of its figures was before and is since, and what they do not
/// show. Nothing here says why a figure moved, nor that a finding is dealt with unless the force wrote who said so.
package func findingLines(
    _ finding: Inspection.Finding, of inspection: Inspection, _ rows: [FindingRow], _ definition: PipelineDefinition
) -> [String] {
    var lines = ["\(finding.id)  \(finding.kind.words)", finding.text, ""]
    let fictional = inspection.isFictional ? " (fictional)" : ""
    lines.append("Inspection:      \(inspection.title), \(Period.text(inspection.on))\(fictional)")
    lines.append("Source:          \(inspection.source)")
    if let question = finding.question { lines.append("Question:        \(questionText(question, definition))") }
    lines.append("Closed:          \(closureText(finding.closure))")
    lines.append("Does not show:   \(finding.notShown)")
    for row in rows {
        guard let figure = definition.reportedFigures.first(where: { $0.id == row.kpi }) else { continue }
        let words = FindingWords(row: row, figure: figure, definition: definition)
        let statistic = ["share", "value"].contains(row.statistic) ? "" : " (\(row.statistic))"
        lines += ["", "\(figure.id)  \(figure.name)\(statistic)"] + words.lines.map { "  \($0)" }
    }
    return lines
}

extension Inspection.Kind {
    /// The kind as it reads in a sentence.
    package var words: String {
        switch self {
        case .causeOfConcern: "cause of concern"
        case .areaForImprovement: "area for improvement"
        case .recommendation: "recommendation"
        case .other: "finding"
        }
    }
}

/// Who says so and when, or that nobody does.
package func closureText(_ closure: Inspection.Closure?) -> String {
    closure.map { "by \($0.by) on \(Period.text($0.on)), \($0.reference)" } ?? "nobody is recorded as saying so"
}

private func questionText(_ id: String, _ definition: PipelineDefinition) -> String {
    let question = definition.frameworks.lazy.flatMap(\.questions).first { $0.id == id }
    return question.map { "\(id) (\($0.text))" } ?? id
}
