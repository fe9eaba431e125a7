import Tables

/// What is open at several instants is counted at each of them: only the instant itself can decide the period.
@Sendable func checkStockPeriods(_ checked: Checked, findings: Findings) {
    for item in checked.figures {
        guard let instant = item.table.stockInstant, item.figure.period != instant else { continue }
        findings.error(
            .expansion,
            "\(item.table.name) holds what is open at each `\(instant)`, so the period cannot be `\(item.figure.period)`",
            at: item.fields["period"]?.location ?? item.figure.location,
            help: "write `period: \(instant)`: over another time a case would count many times")
    }
}
