import Tables

/// Gives every figure of one owner the keys it takes from `like` and `defaults`, and complains of ids that are taken.
///
/// `like` copies every key but id, name, headline, note, examples and `variant_of`; a given measure replaces the measure.
func expandFigures(_ files: [FigureFile], ours: [Drafts.Figure], findings: Findings) -> [Drafts.Figure] {
    var written: [String: Drafts.Figure] = [:]
    for figure in ours { written[figure.id] = figure }
    var names: [String: Drafts.Figure] = [:]
    for figure in ours { names[figure.id.lowercased()] = figure }
    var order: [Drafts.Figure] = []
    var defaults: [String: [YamlValue.Entry]] = [:]
    for file in files {
        for figure in file.figures {
            complainOfLetter(figure, findings: findings)
            if let other = names[figure.id.lowercased()] {
                let change = figure.isLocal && !other.isLocal
                findings.error(
                    .duplicateName, "the id `\(figure.id)` is taken\(line(other, unless: change))",
                    at: place(figure, "id"),
                    help: change ? "to change our KPI write it under `changes:`" : "give every KPI its own id")
                continue
            }
            defaults[figure.id] = file.defaults
            names[figure.id.lowercased()] = figure
            written[figure.id] = figure
            order.append(figure)
        }
    }
    var expanded: [String: Drafts.Figure] = [:]
    for figure in ours { expanded[figure.id] = figure }
    return order.map {
        expand($0, written: written, defaults: defaults, expanded: &expanded, path: [], findings: findings)
    }
}

private func expand(
    _ figure: Drafts.Figure, written: [String: Drafts.Figure], defaults: [String: [YamlValue.Entry]],
    expanded: inout [String: Drafts.Figure], path: [String], findings: Findings
) -> Drafts.Figure {
    if let done = expanded[figure.id] { return done }
    var result = figure
    if let like = figure.entries.first(where: { $0.key == "like" }) {
        let name = like.value.text ?? ""
        if path.contains(figure.id) {
            findings.error(
                .cycle, "`like` goes round in a circle: \((path + [figure.id]).joined(separator: " → "))",
                at: like.value.location)
        } else if let model = written[name] {
            let copied = expand(
                model, written: written, defaults: defaults, expanded: &expanded, path: path + [figure.id],
                findings: findings)
            result.entries = merged(figure.entries.filter { $0.key != "like" }, over: copied.entries.filter(isCopied))
            if !result.entries.contains(where: { $0.key == "variant_of" }) {
                result.entries.append(.init(key: "variant_of", location: like.location, value: like.value))
            }
        } else {
            findings.error(
                .unknownFigure, "there is no KPI `\(name)` to be like", at: like.value.location,
                help: suggestion(name, written.keys.sorted()))
        }
    }
    result.entries = merged(result.entries, over: defaults[figure.id] ?? [])
    expanded[figure.id] = result
    return result
}

private func isCopied(_ entry: YamlValue.Entry) -> Bool {
    !["id", "name", "headline", "note", "examples", "variant_of"].contains(entry.key)
}

/// Keys as written, then the inherited ones that are not written; a measure replaces a measure, and what
/// does not suit the new one goes with it. A count that is written anew is not of each hour unless it says so.
func merged(_ entries: [YamlValue.Entry], over inherited: [YamlValue.Entry]) -> [YamlValue.Entry] {
    let given = Set(entries.map(\.key))
    let measures = given.intersection(Keys.measures)
    func isReplaced(_ key: String) -> Bool {
        guard !measures.isEmpty else { return false }
        if Keys.measures.contains(key) || key == "each" { return true }
        return Keys.suiting.contains { $0.key == key && measures.isDisjoint(with: $0.measures) }
    }
    return entries
        + inherited.filter { !given.contains($0.key) && !isReplaced($0.key) }
}

private func place(_ figure: Drafts.Figure, _ key: String) -> Diagnostic.Location {
    figure.entries.first { $0.key == key }?.value.location ?? figure.location
}

private func line(_ other: Drafts.Figure, unless change: Bool) -> String {
    guard !change else { return " by our KPI" }
    guard let line = other.location.line else { return "" }
    return " (\(other.location.file):\(line))"
}

/// L is the force's for ever; the other letters are ours.
private func complainOfLetter(_ figure: Drafts.Figure, findings: Findings) {
    let isTheirs = figure.id.hasPrefix("L")
    if figure.isLocal && !isTheirs {
        findings.error(
            .wrongLetter, "`\(figure.id)` begins with a letter that is ours", at: place(figure, "id"),
            help: "give a local KPI an id that begins with L, such as L01")
    } else if !figure.isLocal && isTheirs {
        findings.error(
            .wrongLetter, "`\(figure.id)` begins with L, which belongs to the forces", at: place(figure, "id"))
    }
}
