package import Compute
package import Definitions
import Expressions
package import Tables

/// A figure's definition in plain English, one thing a line: the same words on a terminal and on a page.
///
/// - Parameter reads: what the figure reads, where it is known already.
package func definitionLines(
    _ figure: FigureDefinition, _ definition: PipelineDefinition, on day: CivilDate, reads: FigureReads? = nil
) -> [LabelledLine] {
    let reads = reads ?? definition.reads(of: figure)
    var lines: [LabelledLine] = []
    func add(_ label: String, _ text: String?) {
        guard let text, !text.isEmpty else { return }
        lines.append(LabelledLine(label, text))
    }
    add("rows of", figure.table)
    for table in madeFrom(figure.table, in: definition) { add("", expansionText(table).map { "\(table.name): \($0)" }) }
    add("period by", figure.period)
    let parts = definition.parts(of: figure)
    // A difference or ratio has no rows of its own: its two figures say which they count and what becomes of missing values.
    if parts.isEmpty { add("among", figure.amongText) }
    for (order, exclusion) in figure.among.exclusions.enumerated() {
        let reason = exclusion.reason.split(separator: "_").joined(separator: " ")
        add(
            order == 0 ? "leaves out" : "", "\(order + 1). \(reason): \(expressionText(exclusion.condition))")
    }
    add("measure", figure.measureText)
    for (order, line) in meaningLines(figure, definition).enumerated() { add(order == 0 ? "where" : "", line) }
    add("due", figure.due.map { "\(expressionText($0)): before that a row is not due, and in no count" })
    for (label, text) in calendarLines(figure, definition) { add(label, text) }
    let isRatio = if case .ratioOf = figure.measure { true } else { false }
    for (label, side) in zip(isRatio ? ["count of", "for each of"] : ["share of", "less share of"], parts) {
        add(label, "\(side.id) \(side.name)")
    }
    if let test = BoundaryTest(of: figure, in: definition) {
        let limits = test.limits.map(expressionText).joined(separator: "; ")
        add("boundary", "counted a second time with \(turnedSigns(test)) in: \(limits)")
    }
    add("not finished", figure.immature.map { "\(expressionText($0)): a period with too many such rows is immature" })
    add(
        "triangle", figure.triangle.map { "by \(expressionText($0.until)), up to \($0.upTo) months after the period's" }
    )
    add("unit", figure.unit.word)
    if parts.isEmpty { add("missing", figure.missing == .miss ? "counts against the force" : "is left out") }
    add("better", figure.better == .none ? "neither way" : figure.better.rawValue)
    add("by", figure.by.joined(separator: ", "))
    if let name = figure.standard, let standard = definition.standards.first(where: { $0.name == name }) {
        add("standard", standardText(standard, figure, on: day))
    }
    for table in definition.references where reads.references.contains(table.name) {
        for (order, line) in referenceLines(table, on: day).enumerated() { add(order == 0 ? "looks up" : "", line) }
    }
    add("needs", needs(of: figure))
    for name in reads.settings {
        guard let setting = definition.settings.first(where: { $0.name == name }) else { continue }
        for value in setting.values {
            let from = value.from.map { " from \($0)" } ?? ""
            add("setting", "\(name) = \(setting.text(of: value))\(from): \(value.authority)")
        }
    }
    add("clock", figure.clock)
    add("basis", figure.basis)
    add("question", figure.question)
    add("findings", figure.findings.joined(separator: ", "))
    add("variant of", figure.variantOf)
    for (order, companion) in definition.companions(of: figure).enumerated() {
        let clock = companion.clock.map { "; clock: \($0)" } ?? ""
        add(order == 0 ? "beside it" : "", "\(companion.id) \(companion.name)\(clock)")
    }
    add("explain shows", figure.shows.joined(separator: ", "))
    add("note", figure.note)
    add("owner", figure.owner)
    add("hash", figure.hash)
    return lines
}

private func standardText(_ standard: StandardDefinition, _ figure: FigureDefinition, on day: CivilDate) -> String {
    guard let level = standard.level(on: day) ?? standard.levels.last else { return standard.name }
    let upper = level.upper.map { " and \(levelText($0, unit: figure.unit))" } ?? ""
    let aim = standard.isAim ? ", an aim and never judged" : ""
    return "\(standard.name) \(standard.rule.rawValue) \(levelText(level.value, unit: figure.unit))\(upper), "
        + "\(level.status.rawValue)\(aim): \(level.authority)"
}

/// What the data must have for the figure to mean anything.
private func needs(of figure: FigureDefinition) -> String {
    let resolution = figure.needsResolution.map { needed in
        switch needed {
        case ..<60_000: "times to the second"
        case ..<3_600_000: "times to the minute"
        default: "times to the hour"
        }
    }
    let tables = figure.needsTables.map { "exports of \($0)" }
    return ((resolution.map { [$0] } ?? []) + tables).joined(separator: ", ")
}
