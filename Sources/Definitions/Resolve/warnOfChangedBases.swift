import Tables

/// A change was written against one definition of ours; when ours is another by now, the force should look again.
///
/// Our hash is of our keys with our own settings and rows, so that it is the same in every force.
func warnOfChangedBases(_ figures: [ResolvedFigure], context: FigureContext, drafts: Drafts, findings: Findings) {
    guard figures.contains(where: { $0.ours != nil }) else { return }
    let ours = ourFigures(Set(figures.compactMap { $0.ours?.id }), drafts, context: context)
    for resolved in figures {
        guard let original = resolved.ours, let hash = ours[original.id]?.figure.hash else { continue }
        let id = original.id
        guard let base = resolved.base, let text = base.text else {
            // While something is wrong there may be no change to review yet.
            guard !findings.hasErrors else { continue }
            findings.warning(
                .oursChanged, "\(id): the change does not say which definition of ours it was written against",
                at: resolved.changeLocation, help: "write `base: \(hash.prefix(6))`")
            continue
        }
        let isHash = text.utf8.count >= 6 && text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
        if !isHash {
            findings.error(
                .incompleteChange, "`base` is \(quoted(text)), but must be the first six or more digits of a hash",
                at: base.location, help: "write `base: \(hash.prefix(6))`")
        } else if !hash.hasPrefix(text) {
            findings.warning(
                .oursChanged, "\(id): ours changed; review your change (show \(id) --origin)", at: base.location,
                help: "then write `base: \(hash.prefix(6))`")
        }
    }
}

/// Our figures as we have them, with our own settings and rows, whatever a force says otherwise. Faults in our keys that
/// a change replaces are none of the force's. At least those of some ids.
func ourFigures(_ ids: Set<String>, _ drafts: Drafts, context: FigureContext) -> [String: CheckedFigure] {
    var own = context
    let quiet = Findings()
    own.findings = quiet
    own.typing = Typing(settings: context.typing.settings, sources: context.typing.sources, findings: quiet)
    own.typing.tables = context.typing.tables
    own.settings = resolveSettings(drafts.settings.filter { !$0.isLocal }, findings: quiet)
    own.references = buildReferenceTables(
        drafts.references.filter { !$0.isLocal }, force: context.force, base: context.base, findings: quiet)
    let all = drafts.figures.filter { !$0.isLocal }.map { ResolvedFigure(figure: $0) }
    let asked = all.filter { ids.contains($0.figure.id) }
    return own.build(asked.contains(where: \.isMadeOfOthers) ? all : asked)
}
