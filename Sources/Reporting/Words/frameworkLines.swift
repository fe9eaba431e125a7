package import Compute
package import Definitions
import Tables

/// A framework's questions with the KPIs that bear on each and how these stand in a published run, by KPI.
package func frameworkLines(
    _ framework: Framework, _ states: [String: FigureRow], _ definition: PipelineDefinition
) -> [String] {
    var lines = heading(framework)
    for question in framework.questions {
        lines += ["", "\(question.id): \(question.text)"]
        for id in question.figures {
            lines.append("  " + kpiLine(id, states, definition))
        }
        if !question.gaps.isEmpty {
            let things = question.gaps.count == 1 ? "1 thing that" : "\(question.gaps.count) things that"
            lines.append("  \(things) no export shows: pipeline list --framework \(framework.id) --gaps")
        }
    }
    return lines
}

/// What nothing measures of a framework's questions, why, and what would evidence it.
package func gapLines(_ framework: Framework) -> [String] {
    var lines = heading(framework)
    for question in framework.questions where !question.gaps.isEmpty {
        lines += ["", "\(question.id): \(question.text)"]
        for gap in question.gaps { lines += text(of: gap).map { "  \($0)" } }
    }
    return lines
}

/// What nothing measures of any framework, each thing once.
package func gapLines(_ frameworks: [Framework]) -> [String] {
    var seen: Set<String> = []
    return frameworks.flatMap { framework in
        framework.questions.flatMap { question in
            question.gaps.filter { seen.insert($0.what).inserted }.flatMap(text)
        }
    }
}

/// A KPI's newest value or why it has none: `Sep 2026: 91.2% (1,140 of 1,250), met`.
package func stateText(_ row: FigureRow, _ figure: FigureDefinition) -> String {
    guard row.value != nil else {
        let hasMonth = row.state == .empty || row.state == .ok || row.state == .immature
        return hasMonth ? "\(row.period.label): \(row.state.words)" : row.state.words
    }
    let verdict = row.verdict.flatMap {
        $0 == .noStandard ? nil : $0.rawValue.split(separator: "_").joined(separator: " ")
    }
    return "\(row.period.label): \(figureText(row, figure))" + (verdict.map { ", \($0)" } ?? "")
}

private func kpiLine(_ id: String, _ states: [String: FigureRow], _ definition: PipelineDefinition) -> String {
    let name = id + String(repeating: " ", count: max(1, 12 - id.count))
    if let left = definition.leftOut.first(where: { $0.id == id }) {
        return "\(name)\(left.name): left out, \(left.because)"
    }
    guard let figure = definition.figures.first(where: { $0.id == id }) else { return name }
    return "\(name)\(figure.name): " + (states[id].map { stateText($0, figure) } ?? "no run yet")
}

private func heading(_ framework: Framework) -> [String] {
    var lines = ["\(framework.id)  \(framework.title)"]
    lines.append("Paraphrased from \(framework.source), read on \(Period.text(framework.read)).")
    if let note = framework.note { lines.append(note) }
    return lines
}

private func text(of gap: Framework.Gap) -> [String] {
    ["- \(gap.what)", "  why: \(gap.why)", "  what would evidence it: \(gap.evidence)"]
}
