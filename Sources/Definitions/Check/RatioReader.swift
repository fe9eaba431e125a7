import Tables

/// Finds the two figures of a ratio: counts or sums, of whatever tables and periods.
struct RatioReader {
    let reader: PartsReader

    init(fields: Fields, figures: [String: CheckedFigure], findings: Findings) {
        reader = PartsReader(what: "a ratio", code: .ratio, fields: fields, figures: figures, findings: findings)
    }

    /// Nothing, with the faults, unless the one can be divided by the other. Rows are in the period of what they are
    /// counted among, so table and period are the bottom's.
    func read(_ value: YamlValue) -> FigureParts? {
        let findings = reader.findings
        guard let parts = Fields(value, "`ratio_of`", keys: Keys.ratioOf, findings: findings) else { return nil }
        let top = count("top", parts)
        let bottom = count("bottom", parts)
        reader.complainOfConditions()
        guard let top, let bottom else { return nil }
        if top.id == bottom.id {
            findings.error(
                .ratio, "\(top.id) by \(top.id) is always 1", at: parts["bottom"]?.location,
                help: "name another KPI under `bottom`")
            return nil
        }
        reader.complainOfOther(table: bottom.table, period: bottom.period, of: bottom.id)
        return FigureParts(
            table: bottom.table, period: bottom.period,
            amongText: "the rows of \(top.id), for those of \(bottom.id)", figures: [top, bottom])
    }

    private func count(_ key: String, _ parts: Fields) -> FigureDefinition? {
        reader.figure(
            key, of: parts, kind: "count or sum", mustBe: "one count or sum by another",
            help: "name KPIs with `count: rows` or `sum`"
        ) { measure in
            switch measure {
            case .count, .sum: true
            default: false
            }
        }
    }
}
