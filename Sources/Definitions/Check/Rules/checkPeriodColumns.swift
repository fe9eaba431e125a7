import Tables

/// The period of a row is decided by a time or a date.
@Sendable func checkPeriodColumns(_ checked: Checked, findings: Findings) {
    for item in checked.figures where !item.table.failed.contains(item.figure.period) {
        let types = item.table.columns
        let type = types[item.figure.period]
        guard type != .time && type != .date else { continue }
        let candidates = types.filter { $0.value == .time || $0.value == .date }.map(\.key).sorted()
        let place = item.fields["period"]?.location
        if let type {
            findings.error(
                .periodColumn, "`period` must be a time or a date, but `\(item.figure.period)` is \(phrase(type))",
                at: place, help: suggestion(item.figure.period, candidates))
        } else {
            findings.error(
                .unknownColumn, "`\(item.figure.period)` is not a column of \(item.table.name)", at: place,
                help: suggestion(item.figure.period, candidates))
        }
    }
}
