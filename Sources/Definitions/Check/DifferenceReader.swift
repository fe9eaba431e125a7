import Tables

/// Finds the two figures of a difference: shares over one table and one period.
struct DifferenceReader {
    let reader: PartsReader

    init(fields: Fields, figures: [String: CheckedFigure], findings: Findings) {
        reader = PartsReader(
            what: "a difference", code: .difference, fields: fields, figures: figures, findings: findings)
    }

    /// Nothing, with the faults, unless both can be subtracted.
    func read(_ value: YamlValue) -> FigureParts? {
        let findings = reader.findings
        guard let parts = Fields(value, "`difference`", keys: Keys.difference, findings: findings) else { return nil }
        let of = share("of", parts)
        let minus = share("minus", parts)
        reader.complainOfConditions()
        guard let of, let minus else { return nil }
        if of.id == minus.id {
            findings.error(
                .difference, "\(of.id) less \(of.id) is nothing", at: parts["minus"]?.location,
                help: "name another KPI under `minus`")
            return nil
        }
        for (key, first, second) in [("table", of.table, minus.table), ("period", of.period, minus.period)]
        where first != second {
            findings.error(
                .difference,
                "a difference needs one \(key), but that of \(of.id) is `\(first)` and that of \(minus.id) `\(second)`",
                at: value.location)
            return nil
        }
        reader.complainOfOther(table: of.table, period: of.period, of: of.id)
        return FigureParts(
            table: of.table, period: of.period, amongText: "the rows of \(of.id), and those of \(minus.id)",
            figures: [of, minus])
    }

    private func share(_ key: String, _ parts: Fields) -> FigureDefinition? {
        reader.figure(
            key, of: parts, kind: "share", mustBe: "one share less another", help: "name KPIs with `share`"
        ) { if case .share = $0 { true } else { false } }
    }
}
