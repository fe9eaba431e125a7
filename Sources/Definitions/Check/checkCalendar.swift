import Tables

/// Two excluded periods of one KPI do not overlap, and one of a difference or ratio is one of its two KPIs as well.
func checkCalendar(_ calendar: CalendarDefinition, figures: [FigureDefinition], findings: Findings) {
    for (place, later) in calendar.excluded.enumerated() {
        for earlier in calendar.excluded[..<place] where earlier.first <= later.last && later.first <= earlier.last {
            guard let shared = later.figures.first(where: earlier.figures.contains) else { continue }
            findings.error(
                .calendar, "`\(later.id)` and `\(earlier.id)` leave the same days out of \(shared)", at: later.location,
                help: "let one of them begin after the other has ended")
        }
        for figure in figures where later.figures.contains(figure.id) {
            checkParts(of: figure, later, findings)
            if figure.among.exclusions.contains(where: { $0.reason == later.exclusionReason }) {
                findings.error(
                    .calendar, "\(figure.id) has an exclusion \(quoted(later.exclusionReason)) of its own",
                    at: later.location, help: "give the excluded period another id")
            }
        }
    }
}

private func checkParts(
    of figure: FigureDefinition, _ span: CalendarDefinition.ExcludedPeriod, _ findings: Findings
) {
    let missing = figure.measure.sides.filter { !span.figures.contains($0) }
    guard !missing.isEmpty else { return }
    findings.warning(
        .calendar,
        "`\(span.id)` names \(figure.id), which has no rows of its own, and not \(missing.joined(separator: " and "))",
        at: span.location, help: "name the KPIs that \(figure.id) is made of, whose rows are left out")
}
