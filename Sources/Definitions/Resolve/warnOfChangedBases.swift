import Tables

/// A change was written against one definition of ours; when ours is another by now, the force should look again.
///
/// Our hash is of our keys with our own settings, so that it is the same in every force.
func warnOfChangedBases(
    _ figures: [ResolvedFigure], typing: Typing, tables: [TableDefinition], drafts: Drafts, base: String,
    findings: Findings
) {
    let ours = ourSettings(drafts)
    for resolved in figures {
        guard let original = resolved.ours else { continue }
        let figure = ResolvedFigure(figure: original)
        // Faults in our own keys that the change replaces are none of the force's.
        let quiet = Findings()
        var silent = Typing(settings: typing.settings, sources: typing.sources, findings: quiet)
        silent.tables = typing.tables
        let built = FigureBuilder(
            figure, typing: silent, tables: tables, settings: ours, force: "", base: base, findings: quiet
        ).build()
        guard let hash = built?.figure.hash else { continue }
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

func ourSettings(_ drafts: Drafts) -> [SettingDefinition] {
    resolveSettings(drafts.settings.filter { !$0.isLocal }, findings: Findings())
}
