import Tables

/// Tables whose rows are written in definitions, those of the force laid over ours: its rows replace ours, and what it
/// does not write is as ours.
func buildReferenceTables(
    _ drafts: [Drafts.Owned], force: String, base: String, findings: Findings
) -> [ReferenceTable] {
    var names: [String] = []
    var ours: [String: Fields] = [:]
    var theirs: [String: Fields] = [:]
    for draft in drafts {
        guard let name = draft.fields.requiredText("table"), let place = draft.fields["table"]?.location,
            isGoodName(name, of: "a table", at: place, findings: findings)
        else { continue }
        if (draft.isLocal ? theirs : ours)[name] != nil {
            findings.error(.duplicateName, "there are two tables named `\(name)`", at: place)
            continue
        }
        if draft.isLocal { theirs[name] = draft.fields } else { ours[name] = draft.fields }
        if !names.contains(name) { names.append(name) }
    }
    return names.compactMap { name in
        guard let given = theirs[name] ?? ours[name],
            let head = ReferenceHead(ours[name] ?? given, findings: findings)
        else { return nil }
        if ours[name] != nil, theirs[name] != nil { head.complainOfOther(given, findings: findings) }
        let rows = ReferenceRows(head: head, table: name, findings: findings).read(given)
        return ReferenceTable(
            name: name, key: head.key, validity: head.validity, columns: head.columns, rows: rows,
            owner: theirs[name] == nil ? base : force, authority: given.text("authority"),
            location: given.location)
    }
}
