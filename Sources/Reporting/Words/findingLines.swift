package import Compute
package import Definitions
import Tables

/// One finding in plain English: what was found, what each of its figures was before and is since, and what they do not
/// show. Nothing here says why a figure moved, nor that a finding is dealt with unless the force wrote who said so.
package func findingLines(
    _ finding: Inspection.Finding, of inspection: Inspection, _ rows: [FindingRow], _ definition: PipelineDefinition
) -> [String] {
    var lines = ["\(finding.id)  \(finding.kind.words)", finding.text, ""]
    lines += headingLines(finding, of: inspection, definition).map { $0.text(width: 17) }
    for row in rows {
        guard let figure = definition.reportedFigures.first(where: { $0.id == row.kpi }) else { continue }
        let words = FindingWords(row: row, figure: figure, definition: definition)
        lines += ["", "\(figure.id)  \(words.title)"] + words.lines.map { "  \($0.text(width: 17))" }
    }
    return lines
}

/// What is known of a finding without any figure.
func headingLines(
    _ finding: Inspection.Finding, of inspection: Inspection, _ definition: PipelineDefinition
) -> [LabelledLine] {
    let fictional = inspection.isFictional ? " (fictional)" : ""
    let question = finding.question.map { LabelledLine("Question:", questionText($0, definition)) }
    return [
        LabelledLine("Inspection:", "\(inspection.title), \(Period.text(inspection.on))\(fictional)"),
        LabelledLine("Source:", inspection.source), question,
        LabelledLine("Closed:", closureText(finding.closure)), LabelledLine("Does not show:", finding.notShown),
    ].compactMap { $0 }
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
