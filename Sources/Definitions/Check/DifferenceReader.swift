import Tables

/// Finds the two figures of a difference: shares over one table and one period.
struct DifferenceReader {
    let fields: Fields
    let figures: [String: CheckedFigure]
    let findings: Findings

    struct Parts {
        let of: FigureDefinition
        let minus: FigureDefinition

        var amongText: String { "the rows of \(of.id), and those of \(minus.id)" }
    }

    /// Nothing, with the faults, unless both can be subtracted.
    func read(_ value: YamlValue) -> Parts? {
        guard let parts = Fields(value, "`difference`", keys: Keys.difference, findings: findings) else { return nil }
        let of = figure("of", parts)
        let minus = figure("minus", parts)
        complainOfConditions()
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
        for (key, theirs) in [("table", of.table), ("period", of.period)] {
            guard let written = fields[key], written.text != theirs else { continue }
            findings.error(
                .difference, "the \(key) of a difference is that of \(of.id), `\(theirs)`", at: written.location,
                help: "leave `\(key)` out")
        }
        return Parts(of: of, minus: minus)
    }

    private func figure(_ key: String, _ parts: Fields) -> FigureDefinition? {
        guard let id = parts.requiredText(key), let place = parts[key]?.location else { return nil }
        guard let found = figures[id] else {
            // One that is there and could not be built has a fault of its own.
            findings.error(
                .unknownFigure, "there is no share \(quoted(id)) to take a difference of", at: place,
                help: suggestion(id, shares))
            return nil
        }
        guard found.isMeasured else { return nil }
        guard case .share = found.figure.measure else {
            findings.error(
                .difference, "a difference is one share less another, and \(id) is no share", at: place,
                help: "name KPIs with `share`")
            return nil
        }
        return found.figure
    }

    private var shares: [String] {
        figures.values.compactMap { if case .share = $0.figure.measure { $0.figure.id } else { nil } }.sorted()
    }

    /// Which rows count, and when, is said by the two figures.
    private func complainOfConditions() {
        for key in ["among", "due", "missing", "range"] {
            guard fields[key] != nil, let entry = fields.entry(key) else { continue }
            findings.error(
                .difference, "a difference has no `\(key)`: its two KPIs have theirs", at: entry.location,
                help: "leave `\(key)` out, or change the two KPIs")
        }
    }
}
