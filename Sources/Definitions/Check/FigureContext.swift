/// What figures are built with: everything that they may name.
struct FigureContext {
    var typing: Typing
    let tables: [TableDefinition]
    var references: [ReferenceTable]
    var settings: [SettingDefinition]
    let force: String
    let base: String
    var findings: Findings

    /// Every figure that could be built, by id; those made of others after them.
    func build(_ figures: [ResolvedFigure]) -> [String: CheckedFigure] {
        var built: [String: CheckedFigure] = [:]
        for figure in figures.filter({ !$0.isMadeOfOthers }) + figures.filter(\.isMadeOfOthers) {
            // An id that is taken has been reported; the first keeps it.
            guard built[figure.figure.id] == nil else { continue }
            built[figure.figure.id] = build(figure, others: built)
        }
        return built
    }

    private func build(_ figure: ResolvedFigure, others: [String: CheckedFigure]) -> CheckedFigure? {
        FigureBuilder(
            figure, typing: typing, tables: tables, references: references, settings: settings, others: others,
            force: force, base: base, findings: findings
        ).build()
    }
}

extension ResolvedFigure {
    /// Whether it is a difference or a ratio of two others.
    var isMadeOfOthers: Bool {
        figure.entries.contains { ["difference", "ratio_of"].contains($0.key) && !$0.value.isNull }
    }
}
