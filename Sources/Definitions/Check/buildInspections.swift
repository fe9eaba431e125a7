import Tables

/// Reads `inspections.yaml`: what inspectors found, the KPIs that bear on it, and who closed what and when.
func buildInspections(
    _ file: Fields?, figures: FigureNames, frameworks: [Framework], findings: Findings
) -> [Inspection] {
    guard let file else { return [] }
    var seen: Set<String> = []
    let reader = FindingReader(
        figures: figures, questions: frameworks.flatMap { $0.questions.map(\.id) }, findings: findings)
    var ids: Set<String> = []
    return file.list("inspections").compactMap { item in
        guard let fields = Fields(item, "an inspection", keys: Keys.inspection, findings: findings) else { return nil }
        let id = readSlug("id", of: fields, unlike: &seen, findings: findings)
        let title = fields.requiredText("title")
        let day = fields.required("on").flatMap { _ in fields.date("on") }
        let source = fields.requiredText("source")
        _ = fields.required("findings")
        let found = fields.list("findings").compactMap { reader.read($0, after: day, unlike: &ids) }
        guard let id, let title, let day, let source else { return nil }
        return Inspection(
            id: id, title: title, on: day, source: source, isFictional: fields.flag("fictional") ?? false,
            findings: found)
    }
}

private struct FindingReader {
    let figures: FigureNames
    /// The ids of the questions of all frameworks.
    let questions: [String]
    let findings: Findings

    func read(_ value: YamlValue, after day: CivilDate?, unlike seen: inout Set<String>) -> Inspection.Finding? {
        guard let fields = Fields(value, "a finding", keys: Keys.finding, findings: findings) else { return nil }
        let id = readSlug("id", of: fields, unlike: &seen, findings: findings)
        _ = fields.required("kind")
        let kind = fields.choice("kind", Inspection.Kind.self)
        let text = fields.requiredText("text")
        let measured = figures.read(fields)
        let notShown = fields.requiredText("does_not_show")
        let question = fields.text("question")
        if let question, let place = fields["question"]?.location, !questions.contains(question) {
            findings.error(
                .badChoice, "no framework has a question \(quoted(question))", at: place,
                help: suggestion(question, questions))
        }
        let closure = fields["closed"].flatMap { readClosure($0, after: day) }
        guard let id, let kind, let text, let measured, let notShown else { return nil }
        return Inspection.Finding(
            id: id, kind: kind, text: text, figures: measured, question: question, notShown: notShown,
            closure: closure, location: fields.location)
    }

    private func readClosure(_ value: YamlValue, after day: CivilDate?) -> Inspection.Closure? {
        guard let fields = Fields(value, "`closed`", keys: Keys.closure, findings: findings) else { return nil }
        let by = fields.requiredText("by")
        let on = fields.required("on").flatMap { _ in fields.date("on") }
        let reference = fields.requiredText("ref")
        guard let by, let on, let reference else { return nil }
        if let day, on < day, let place = fields["on"]?.location {
            findings.error(
                .badValue, "the finding is closed on \(on), before its inspection of \(day)", at: place,
                help: "correct one of the two days")
        }
        return Inspection.Closure(by: by, on: on, reference: reference)
    }
}
