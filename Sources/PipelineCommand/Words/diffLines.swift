import Compute
import Definitions
import PipelineRunner
import Reporting
import RunStore
import Tables

/// Two runs' difference in words: each movement, what did it, and what can no longer be told.
func diffLines(_ diff: RunDiff, _ definition: PipelineDefinition) -> [String] {
    var lines = ["\(definition.force): from run \(diff.older.text) to run \(diff.newer.text)"]
    if diff.movements.isEmpty { lines.append("No figure of a period that was over has moved.") }
    for movement in diff.movements { lines += movementLines(movement, definition) }
    if diff.others > 0 {
        lines.append("\(groupedText(diff.others)) more moved; --kpi shows those of one KPI in all periods.")
    }
    if diff.unfinished > 0 {
        lines.append("\(groupedText(diff.unfinished)) figures of periods that were not over then have moved as well.")
    }
    if !diff.unexplained.isEmpty {
        lines.append("What can no longer be explained:")
        lines += diff.unexplained.map { "  \($0)" }
    }
    if diff.newer.asOf < diff.older.asOf {
        lines.append("The second run is for an earlier day: a replay of its exports, not what was known on that day.")
    }
    return lines
}

private func movementLines(_ movement: ExplainedMovement, _ definition: PipelineDefinition) -> [String] {
    let figure = definition.figures.first { $0.id == movement.key.kpi }
    let period = Period(parsing: movement.key.period)
    let name = "\(movement.key.kpi) \(movement.key.statistic), \(period?.label ?? movement.key.period)"
    func text(_ numbers: FigureNumbers?) -> String {
        guard let numbers else { return "not among the figures" }
        guard let figure, let period else { return numbers.value.map(decimalText) ?? "no value" }
        return figureText(keptRow(KeptFigure(numbers, movement.key), period), figure)
    }
    var lines = ["", "\(name): \(text(movement.before)) to \(text(movement.after))"]
    if movement.before?.verdict != movement.after?.verdict, let now = movement.after?.verdict, !now.isEmpty {
        let then = movement.before.map { $0.verdict.isEmpty ? "none" : $0.verdict } ?? "none"
        lines.append("  verdict: \(words(then)) to \(words(now))")
    }
    var left = DiffCause.allCases
    for step in movement.steps {
        left.removeAll { step.causes.contains($0) }
        let title = step.causes.map(\.title).joined(separator: ", ")
        let together = step.causes.count > 1 ? " (cannot be told apart)" : ""
        guard step.isChange else {
            lines.append("  \(title)\(together): no change")
            continue
        }
        lines.append("  \(title)\(together): \(countText(step.before, step.after)), to \(text(step.after))")
        if step.causes == [.rows] { lines += rowLines(movement.rows) }
    }
    return lines + left.map { "  \($0.title): no change" }
}

/// `+23 of +31`, or what else is different.
private func countText(_ before: FigureNumbers?, _ after: FigureNumbers?) -> String {
    guard let before, let after else { return "it came or went" }
    let numerator = before.numerator.flatMap { from in after.numerator.map { $0 - from } }
    let denominator = before.denominator.flatMap { from in after.denominator.map { Double($0 - from) } }
    switch (numerator, denominator) {
    case (let top?, let bottom?) where top != 0 || bottom != 0: return "\(signed(top)) of \(signed(bottom))"
    case (nil, let bottom?) where bottom != 0: return "\(signed(bottom)) rows"
    default:
        if before.value != after.value { return "another value from as many rows" }
        return "verdict \(words(before.verdict)) to \(words(after.verdict))"
    }
}

private func rowLines(_ rows: ExplainedMovement.RowChanges?) -> [String] {
    guard let rows else { return ["    its rows cannot be looked at one by one"] }
    func line(_ kind: String, _ change: ExplainedMovement.RowChange) -> String? {
        guard !change.keys.isEmpty else { return nil }
        let count = change.keys.count
        let counts = "\(signed(Double(change.numerator))) of \(signed(Double(change.denominator)))"
        var text = "    \(kind): \(groupedText(count)) row\(count == 1 ? "" : "s"), \(counts)"
        if rows.isShowable {
            text += " (\(change.keys.prefix(3).joined(separator: ", "))\(count > 3 ? ", …" : ""))"
        }
        return text
    }
    let kinds = [
        line("late, not in the older exports", rows.late), line("changed", rows.changed),
        line("removed, no longer in the exports", rows.removed),
    ]
    return kinds.compactMap { $0 }
}

private func signed(_ number: Double) -> String {
    number > 0 ? "+\(decimalText(number))" : decimalText(number)
}

private func words(_ verdict: String) -> String {
    verdict.isEmpty ? "none" : verdict.replacing("_", with: " ")
}

extension KeptFigure {
    fileprivate init(_ numbers: FigureNumbers, _ key: Key) {
        self.init(
            key: key, state: numbers.state, value: numbers.value, numerator: numbers.numerator,
            denominator: numbers.denominator, verdict: numbers.verdict, definition: "")
    }
}
