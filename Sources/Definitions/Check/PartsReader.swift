import Tables

/// What a difference and a ratio have in common: each is made of two other figures, which have the conditions.
struct PartsReader {
    /// `a difference`, for messages.
    let what: String
    let code: DefinitionCode
    let fields: Fields
    let figures: [String: CheckedFigure]
    let findings: Findings

    /// The figure named under a key. One that is there and could not be built has a fault of its own.
    func figure(
        _ key: String, of parts: Fields, kind: String, mustBe: String, help: String,
        where suits: (Measure) -> Bool
    ) -> FigureDefinition? {
        guard let id = parts.requiredText(key), let place = parts[key]?.location else { return nil }
        guard let found = figures[id] else {
            let candidates = figures.values.filter { suits($0.figure.measure) }.map(\.figure.id).sorted()
            findings.error(
                .unknownFigure, "there is no \(kind) \(quoted(id)) to take \(what) of", at: place,
                help: suggestion(id, candidates))
            return nil
        }
        guard found.isMeasured else { return nil }
        guard suits(found.figure.measure) else {
            findings.error(code, "\(what) is \(mustBe), and \(id) is no \(kind)", at: place, help: help)
            return nil
        }
        return found.figure
    }

    /// Which rows count, and when, is said by the two figures.
    func complainOfConditions() {
        for key in ["among", "due", "missing", "range", "immature"] {
            guard fields[key] != nil, let entry = fields.entry(key) else { continue }
            findings.error(
                code, "\(what) has no `\(key)`: its two KPIs have theirs", at: entry.location,
                help: "leave `\(key)` out, or change the two KPIs")
        }
    }

    /// A table or period that is written must be the one that it has anyway.
    func complainOfOther(table: String, period: String, of owner: String) {
        for (key, theirs) in [("table", table), ("period", period)] {
            guard let written = fields[key], written.text != theirs else { continue }
            findings.error(
                code, "the \(key) of \(what) is that of \(owner), `\(theirs)`", at: written.location,
                help: "leave `\(key)` out")
        }
    }
}
