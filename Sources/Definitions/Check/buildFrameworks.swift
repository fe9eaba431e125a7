import Tables

/// Reads what inspection programmes ask, with the KPIs that bear on each question and what nothing measures.
func buildFrameworks(_ drafts: [Fields], figures: FigureNames, findings: Findings) -> [Framework] {
    var seen: Set<String> = []
    return drafts.compactMap { fields in
        let id = readSlug("framework", of: fields, unlike: &seen, findings: findings)
        let title = fields.requiredText("title")
        let source = fields.requiredText("source")
        let read = fields.required("read").flatMap { _ in fields.date("read") }
        _ = fields.required("questions")
        var ids: Set<String> = []
        let questions = fields.list("questions").compactMap {
            readQuestion($0, unlike: &ids, figures: figures, findings: findings)
        }
        guard let id, let title, let source, let read else { return nil }
        return Framework(
            id: id, title: title, source: source, read: read, note: fields.text("note"), questions: questions,
            location: fields.location)
    }
}

private func readQuestion(
    _ value: YamlValue, unlike seen: inout Set<String>, figures: FigureNames, findings: Findings
) -> Framework.Question? {
    guard let fields = Fields(value, "a question", keys: Keys.question, findings: findings) else { return nil }
    let id = readSlug("id", of: fields, unlike: &seen, findings: findings)
    let text = fields.requiredText("text")
    let measured = fields.entry("figures") == nil ? [] : figures.read(fields)
    let gaps = fields.list("gaps").compactMap { readGap($0, findings: findings) }
    if fields.entry("figures") == nil, fields.entry("gaps") == nil {
        findings.error(
            .missingKey, "a question needs `figures` or `gaps`", at: fields.location,
            help: "name the KPIs that bear on it, or say what nothing measures and why")
    }
    guard let id, let text, let measured else { return nil }
    return Framework.Question(id: id, text: text, figures: measured, gaps: gaps)
}

private func readGap(_ value: YamlValue, findings: Findings) -> Framework.Gap? {
    guard let fields = Fields(value, "a gap", keys: Keys.gap, findings: findings) else { return nil }
    guard let what = fields.requiredText("what"), let why = fields.requiredText("why"),
        let evidence = fields.requiredText("evidence")
    else { return nil }
    return Framework.Gap(what: what, why: why, evidence: evidence)
}
