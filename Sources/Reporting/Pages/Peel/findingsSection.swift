import Charts
import Compute
import Definitions
import Tables

/// Every inspection with its findings, each with what its figures were before and are since: the text of
/// `show --finding`.
func findingsSection(_ material: PageMaterial, _ links: FigureLinks) -> Markup {
    let definition = material.definition
    guard !definition.inspections.isEmpty else {
        return .paragraph("\(definition.force) declares no inspections: inspections.yaml would hold them.")
    }
    let reasons = Dictionary(material.uncomputed.map { ($0.kpi, $0.because) }) { first, _ in first }
    return definition.inspections.map { inspection -> Markup in
        let fictional = inspection.isFictional ? " (fictional)" : ""
        let title = "\(inspection.title), published on \(Period.text(inspection.on))\(fictional)"
        let found = inspection.findings.map { finding in
            findingBlock(
                finding, of: inspection,
                material.evidence.filter { $0.inspection == inspection.id && $0.finding == finding.id }, definition,
                reasons, links)
        }
        let none = Markup.paragraph("It has no findings in inspections.yaml.")
        return .element("h3", ["id": findingAnchor(inspection.id)], Markup(title))
            + (found.isEmpty ? none : found.joined)
    }.joined
}

/// Where an inspection or a finding stands on the page.
func findingAnchor(_ id: String) -> String {
    "finding-\(id)"
}

private func findingBlock(
    _ finding: Inspection.Finding, of inspection: Inspection, _ rows: [FindingRow], _ definition: PipelineDefinition,
    _ reasons: [String: String], _ links: FigureLinks
) -> Markup {
    var block = Markup.element(
        "h4", ["id": findingAnchor(finding.id)], Markup("\(finding.id): \(finding.kind.words)"))
    block.append(.element("p", ["class": "finding"], Markup(finding.text)))
    block.append(terms(headingLines(finding, of: inspection, definition)))
    let figures = rows.compactMap { row -> Markup? in
        guard let figure = definition.reportedFigures.first(where: { $0.id == row.kpi }) else { return nil }
        let words = FindingWords(row: row, figure: figure, definition: definition)
        var lines = words.lines
        if let state = words.notComputed {
            let because = reasons[row.kpi].map { ": \($0)" } ?? ""
            lines = [LabelledLine("Not computed:", "\(state)\(because)")]
        }
        return .element(
            "div", ["class": "figure"],
            .element("p", ["class": "name"], links.named(row.kpi) + Markup(statistic(of: row))) + terms(lines))
    }
    let none = Markup.paragraph(
        finding.figures.isEmpty ? "No figure bears on it." : "The run has no figures of it.")
    return block + (figures.isEmpty ? none : figures.joined)
}

private func statistic(of row: FindingRow) -> String {
    ["share", "value"].contains(row.statistic) ? "" : " (\(row.statistic))"
}

/// Labelled lines as terms; a line without a label is one more description of the term before it.
func terms(_ lines: [LabelledLine]) -> Markup {
    .element(
        "dl", ["class": "facts"],
        lines.map { line in
            let label = line.label.hasSuffix(":") ? String(line.label.dropLast()) : line.label
            let term = label.isEmpty ? Markup() : Markup.element("dt", [:], Markup(label))
            return term + .element("dd", [:], Markup(line.text))
        }.joined)
}
