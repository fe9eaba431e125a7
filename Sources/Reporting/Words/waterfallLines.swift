package import Compute

/// One step of where rows went.
package struct WaterfallStep: Sendable, Hashable {
    package let label: String
    package let count: Int
    package let what: String
}

/// Where every row that was considered went, to the last one: less each reason in the order in which it was tried, less
/// what is not yet due, less what is missing, leaves the figure's own.
package func waterfallSteps(_ row: FigureRow, exclusions: [(reason: String, count: Int)]) -> [WaterfallStep] {
    guard let considered = row.considered, let notDue = row.notDue, let missing = row.missing,
        let denominator = row.denominator
    else { return [] }
    var steps = [WaterfallStep(label: "considered", count: considered, what: "")]
    func add(_ label: String, _ count: Int, _ what: String) {
        steps.append(WaterfallStep(label: label, count: count, what: what))
    }
    for exclusion in exclusions { add("less", exclusion.count, exclusion.reason) }
    add("less", notDue, "not yet due")
    add("less", missing, "missing a value that is needed")
    add("leaves", denominator, "in the figure")
    if let against = row.notEvidenced, against > 0 { add("of them", against, "without evidence, counted against") }
    if let hits = hits(row) { add("of them", hits, partName(row).map { "counted as \($0)" } ?? "counted") }
    if row.statistic == "survival_median", let ended = row.numerator { add("of them", Int(ended), "ended") }
    return steps
}

/// The same as lines of text.
package func waterfallLines(_ row: FigureRow, exclusions: [(reason: String, count: Int)]) -> [String] {
    let steps = waterfallSteps(row, exclusions: exclusions)
    let width = steps.map { groupedText($0.count).count }.max() ?? 0
    return steps.map { step in
        let label = ["less", "of them"].contains(step.label) ? "  \(step.label)" : step.label
        let number = groupedText(step.count)
        let gap = String(repeating: " ", count: 17 - label.count + width - number.count)
        return step.what.isEmpty ? "\(label)\(gap)\(number)" : "\(label)\(gap)\(number)  \(step.what)"
    }
}
