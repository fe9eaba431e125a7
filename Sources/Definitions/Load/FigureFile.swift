import Tables

/// One document of a `kpis/*.yaml` file: figures with their defaults, or changes to ours.
struct FigureFile {
    let isLocal: Bool
    let defaults: [YamlValue.Entry]
    let figures: [Drafts.Figure]
    let changes: [Drafts.Change]

    init?(_ document: YamlValue, isLocal: Bool, findings: Findings) {
        let what = isLocal ? "a file of KPIs or changes" : "a file of KPIs"
        let keys = isLocal ? Keys.figureFile + Keys.changeFile : Keys.figureFile
        guard let file = Fields(document, what, keys: keys, findings: findings) else { return nil }
        self.isLocal = isLocal
        defaults =
            Fields(
                "`defaults`", at: document.location, entries: file.mapping("defaults"),
                keys: Keys.figure.filter { !["id", "name", "like"].contains($0) }, findings: findings
            ).entries
        figures = file.list("kpis").compactMap { item in
            guard let fields = Fields(item, "a KPI", keys: Keys.figure, findings: findings),
                let id = figureID(fields, findings: findings)
            else { return nil }
            return Drafts.Figure(id: id, entries: fields.entries, location: fields.location, isLocal: isLocal)
        }
        changes = file.list("changes").compactMap { item in
            guard let fields = Fields(item, "a change", keys: Keys.change, findings: findings),
                let id = fields.requiredText("id")
            else { return nil }
            return Drafts.Change(id: id, fields: fields)
        }
    }
}

/// The id of a figure, unless it is missing or cannot be one.
private func figureID(_ fields: Fields, findings: Findings) -> String? {
    guard let id = fields.requiredText("id"), let place = fields["id"]?.location else { return nil }
    let parts = id.utf8.split(separator: 46, omittingEmptySubsequences: false)
    let letters = parts[0].drop { (65...90).contains($0) }
    let digits = letters.drop { (48...57).contains($0) }
    let isGood =
        parts.count <= 2 && parts[0].count - letters.count == 1 && letters.count > digits.count
        && digits.allSatisfy { (97...122).contains($0) }
        && parts.dropFirst().allSatisfy {
            !$0.isEmpty && $0.allSatisfy { $0 == 95 || (97...122).contains($0) || (48...57).contains($0) }
        }
    guard isGood else {
        findings.error(
            .badName, "\(quoted(id)) is not an id of a KPI", at: place,
            help: "write a capital letter and a number, such as L01, L01b or L01.raw")
        return nil
    }
    return id
}
