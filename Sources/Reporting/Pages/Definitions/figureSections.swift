import Charts
import Compute
import Definitions

/// Every figure by the letters that its id begins with, those left out included, each with its state.
func figureSections(
    _ material: PageMaterial, _ reach: FaultReach, _ links: FigureLinks, _ sql: SQLWords
) -> Markup {
    let figures = material.definition.reportedFigures
    guard !figures.isEmpty else { return .paragraph("No figure is defined.") }
    var families: [(letters: String, figures: [FigureDefinition])] = []
    for figure in figures {
        let letters = String(figure.id.prefix { $0.isLetter })
        if let place = families.firstIndex(where: { $0.letters == letters }) {
            families[place].figures.append(figure)
        } else {
            families.append((letters, [figure]))
        }
    }
    let contents = families.map { family in
        Markup.element("p", ["class": "ids"], family.figures.map { links.definition($0.id, words: $0.id) }.listed)
    }.joined
    let states = FigureStates(material)
    return .element("nav", ["class": "contents", "aria-label": "Figures"], contents)
        + families.flatMap(\.figures).map { figureSection($0, material, reach, states, sql) }.joined
}

/// Why figures have no value in this run, by id.
private struct FigureStates {
    private let reasons: [String: String]

    init(_ material: PageMaterial) {
        let found = material.uncomputed.map { ($0.kpi, "\($0.state.words): \($0.because)") }
        let left = material.definition.leftOut.map { ($0.id, "left out: \($0.because)") }
        reasons = Dictionary(found + left) { _, last in last }
    }

    func reason(_ id: String) -> String? { reasons[id] }
}

private func figureSection(
    _ figure: FigureDefinition, _ material: PageMaterial, _ reach: FaultReach, _ states: FigureStates, _ sql: SQLWords
) -> Markup {
    let title = Markup.element("h3", ["id": "\(figure.id)-title"], Markup("\(figure.id) \(figure.name)"))
    let state =
        states.reason(figure.id).map { Markup("No value in this run, \($0).") }
        ?? .link("Its figures", to: figurePath(figure.id))
    let lines = definitionLines(
        figure, material.definition, on: material.header.asOf, reads: reach.reads(of: figure.id))
    let change = figure.change.map { change in
        [
            LabelledLine("changed", "\(change.fields.joined(separator: ", ")), by \(change.by), \(change.on)"),
            LabelledLine("because", change.because),
        ]
    }
    return .element(
        "section", ["id": figure.id, "aria-labelledby": "\(figure.id)-title"],
        title + .paragraph(state) + terms(lines + (change ?? [])) + exampleMarkup(of: figure, in: material.definition)
            + sql.statement(of: figure.id))
}
