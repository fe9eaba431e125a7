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
        for figure in figures.filter({ !isMadeOfOthers($0) }) + figures.filter({ isMadeOfOthers($0) }) {
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

    private func isMadeOfOthers(_ figure: ResolvedFigure) -> Bool {
        figure.figure.entries.contains { ["difference", "ratio_of"].contains($0.key) && !$0.value.isNull }
    }
}
