import Tables

/// Lays the force's changes over our figures: a change names keys, the rest is inherited, and every change has a reason.
func applyChanges(_ drafts: Drafts, findings: Findings) -> ResolvedFigures {
    var result = ResolvedFigures(figures: drafts.figures.map { ResolvedFigure(figure: $0) })
    var changed: [String: Diagnostic.Location] = [:]
    for change in drafts.changes {
        let fields = change.fields
        let idPlace = fields["id"]?.location ?? fields.location
        guard let index = result.figures.firstIndex(where: { $0.figure.id == change.id && !$0.figure.isLocal }) else {
            let ours = drafts.figures.filter { !$0.isLocal }.map(\.id)
            findings.error(
                .unknownFigure, "there is no KPI `\(change.id)` of ours to change", at: idPlace,
                help: suggestion(change.id, ours))
            continue
        }
        if let first = changed[change.id] {
            let line = first.line.map { " (first on line \($0))" } ?? ""
            findings.error(
                .duplicateName, "`\(change.id)` is changed twice\(line)", at: idPlace,
                help: "write one change with all its keys")
            continue
        }
        changed[change.id] = idPlace
        let because = fields.requiredText("because")
        if fields.flag("leave_out") == true {
            if let set = fields.entry("set") {
                findings.error(
                    .incompleteChange, "`\(change.id)` is left out and changed at once", at: set.location,
                    help: "keep `leave_out` or `set`")
            }
            result.leftOut.append((result.figures.remove(at: index), because ?? ""))
        } else {
            apply(fields, because: because, to: &result.figures[index], findings: findings)
        }
    }
    result.leftOut.sort { $0.figure.figure.id < $1.figure.figure.id }
    return result
}

private func apply(_ fields: Fields, because: String?, to resolved: inout ResolvedFigure, findings: Findings) {
    let by = fields.requiredText("by")
    let on = fields.required("on").flatMap { _ in fields.date("on") }
    guard fields.required("set") != nil else { return }
    let keys = Keys.figure.filter { $0 != "id" && $0 != "like" }
    let set = Fields(
        "a change", at: fields.location, entries: fields.mapping("set"), keys: keys, findings: findings
    ).entries
    guard !set.isEmpty else {
        findings.error(.incompleteChange, "the change names no key", at: fields.entry("set")?.location)
        return
    }
    resolved.ours = resolved.figure
    resolved.figure.entries = merged(set, over: resolved.figure.entries)
    resolved.base = fields["base"]
    resolved.changeLocation = fields.location
    resolved.change = .init(
        because: because ?? "", by: by ?? "", on: on?.description ?? "", fields: set.map(\.key))
}
