import Tables

/// Reads the entries of one list of `calendar.yaml`.
struct CalendarReader {
    /// `break` or `excluded period`, for messages.
    let kind: String
    /// The ids of all KPIs, those that the force leaves out included, in the order of the definitions.
    let known: [String]
    let findings: Findings

    /// The entries that have an id of their own.
    func entries(_ items: [YamlValue], keys: [String]) -> [(id: String, fields: Fields)] {
        var seen: Set<String> = []
        return items.compactMap { item in
            guard let fields = Fields(item, "\(article) \(kind)", keys: keys, findings: findings),
                let id = fields.requiredText("id"), let place = fields["id"]?.location
            else { return nil }
            guard isGood(id) else {
                findings.error(
                    .badName, "\(quoted(id)) is not an id of \(article) \(kind)", at: place,
                    help: "write letters, digits and `-`, such as `new-system`")
                return nil
            }
            guard seen.insert(id).inserted else {
                findings.error(.duplicateName, "there are two of the \(kind)s \(quoted(id))", at: place)
                return nil
            }
            return (id, fields)
        }
    }

    func readBreak(_ id: String, _ fields: Fields) -> CalendarDefinition.Break? {
        let day = fields.required("on").flatMap { _ in fields.date("on") }
        let figures = figures(fields)
        let label = fields.requiredText("label")
        let authority = fields.requiredText("authority")
        let isRebased = fields.flag("rebase") ?? false
        guard let day, let figures, let label, let authority else { return nil }
        return .init(
            id: id, on: day, figures: figures, label: label, authority: authority, isRebased: isRebased,
            location: fields.location)
    }

    func readSpan(_ id: String, _ fields: Fields) -> CalendarDefinition.ExcludedPeriod? {
        let first = fields.required("from").flatMap { _ in fields.date("from") }
        let last = fields.required("to").flatMap { _ in fields.date("to") }
        let figures = figures(fields)
        let reason = fields.requiredText("reason")
        let authority = fields.requiredText("authority")
        guard let first, let last, let figures, let reason, let authority else { return nil }
        guard first <= last else {
            findings.error(
                .calendar, "`\(id)` ends on \(last), before it begins on \(first)", at: fields["to"]?.location,
                help: "swap `from` and `to`; both days are left out")
            return nil
        }
        return .init(
            id: id, first: first, last: last, figures: figures, reason: reason, authority: authority,
            location: fields.location)
    }

    private var article: String { kind.hasPrefix("e") ? "an" : "a" }

    private func isGood(_ id: String) -> Bool {
        !id.isEmpty
            && id.utf8.allSatisfy {
                $0 == 45 || (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0)
            }
    }

    /// The ids that `figures` names, each once, in the order of the definitions.
    private func figures(_ fields: Fields) -> [String]? {
        FigureNames(known: known, findings: findings).read(fields).map { chosen in
            known.filter(Set(chosen).contains)
        }
    }
}
