import Tables

/// Reads `calendar.yaml`: the days on which what the force counts changed, and the spans that do not count.
func buildCalendar(_ file: Fields?, figures: [String], findings: Findings) -> CalendarDefinition {
    guard let file else { return CalendarDefinition() }
    let breaks = CalendarReader(kind: "break", known: figures, findings: findings)
    let excluded = CalendarReader(kind: "excluded period", known: figures, findings: findings)
    return CalendarDefinition(
        breaks: breaks.entries(file.list("breaks"), keys: Keys.calendarBreak).compactMap(breaks.readBreak),
        excluded: excluded.entries(file.list("excluded"), keys: Keys.excludedPeriod).compactMap(excluded.readSpan))
}
