/// Reads the name of a header in an export, or alternatives for it: `{ any_of: [Segment Start, Seg Start] }`.
struct HeaderNames {
    /// The key that names it, for messages.
    let what: String
    let findings: Findings

    func read(_ value: YamlValue) -> [String]? {
        switch value.kind {
        case .text(let text, _): return [text]
        case .list:
            findings.error(
                .mapping, "\(what) is one header, not a list", at: value.location,
                help: what == "`from`"
                    ? "write `join: […]` to put cells together, or `from: { any_of: […] }` for alternative headers"
                    : "write `{ any_of: […] }` for alternative headers")
            return nil
        case .mapping:
            guard let fields = Fields(value, what, keys: Keys.anyOf, findings: findings),
                fields.required("any_of") != nil
            else { return nil }
            let names = fields.texts("any_of") ?? []
            return names.isEmpty ? nil : names
        }
    }
}
