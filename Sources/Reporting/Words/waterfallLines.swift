package import Compute

/// Where every row that was considered went, to the last one: less each reason in the order in which it was tried, less
/// what is not yet due, less what is missing, leaves the figure's own.
package func waterfallLines(_ row: FigureRow, exclusions: [(reason: String, count: Int)]) -> [String] {
    guard let considered = row.considered, let notDue = row.notDue, let missing = row.missing,
        let denominator = row.denominator
    else { return [] }
    var steps = [("considered", considered, "")]
    steps += exclusions.map { ("  less", $0.count, $0.reason) }
    steps.append(("  less", notDue, "not yet due"))
    steps.append(("  less", missing, "missing a value that is needed"))
    steps.append(("leaves", denominator, "in the figure"))
    if let against = row.notEvidenced, against > 0 {
        steps.append(("  of them", against, "without evidence, counted against"))
    }
    if let hits = hits(row) { steps.append(("  of them", hits, partName(row).map { "counted as \($0)" } ?? "counted")) }
    if row.statistic == "survival_median", let ended = row.numerator {
        steps.append(("  of them", Int(ended), "ended"))
    }
    let width = steps.map { groupedText($0.1).count }.max() ?? 0
    return steps.map { label, count, what in
        let number = groupedText(count)
        let gap = String(repeating: " ", count: 17 - label.count + width - number.count)
        return what.isEmpty ? "\(label)\(gap)\(number)" : "\(label)\(gap)\(number)  \(what)"
    }
}
