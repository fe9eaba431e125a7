import Tables

/// A figure is held against a standard that exists and is in a unit like its own.
@Sendable func checkStandards(_ checked: Checked, findings: Findings) {
    var units: [String: (unit: Unit, figure: String)] = [:]
    for item in checked.figures {
        guard let name = item.figure.standard, let place = item.fields["standard"]?.location else { continue }
        guard let standard = checked.standards.first(where: { $0.name == name }) else {
            findings.error(
                .unknownStandard, "there is no standard \(quoted(name))", at: place,
                help: suggestion(name, checked.standards.map(\.name)))
            continue
        }
        guard item.isMeasured else { continue }
        let unit = item.figure.unit
        for level in standard.levels {
            for amount in [level.amount, level.upper].compactMap({ $0 }) where !suits(amount, unit) {
                findings.error(
                    .standard, "`\(name)` is \(word(amount)) but the unit of the KPI is `\(unit.word)`", at: place)
            }
        }
        if let other = units[name], other.unit != unit {
            findings.error(
                .standard,
                "`\(name)` is a standard of \(other.figure) in \(other.unit.word) and cannot be one in "
                    + unit.word, at: place, help: "give both KPIs the same unit, or write a second standard")
        }
        units[name] = units[name] ?? (unit, item.figure.id)
    }
}

private func suits(_ amount: ResolvedStandard.Level.Amount, _ unit: Unit) -> Bool {
    switch (amount, unit) {
    case (.percent, .percent): true
    case (.duration, .seconds), (.duration, .minutes), (.duration, .hours), (.duration, .days): true
    case (.number, .number): true
    default: false
    }
}

private func word(_ amount: ResolvedStandard.Level.Amount) -> String {
    switch amount {
    case .percent: "a percentage"
    case .duration: "a duration"
    case .number: "a number"
    }
}
