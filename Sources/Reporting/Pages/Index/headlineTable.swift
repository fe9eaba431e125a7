import Charts
import Compute
import Definitions
import Tables

/// The headline figures of a month, those held against a standard first, at most 24.
func headlineTable(_ material: PageMaterial, _ rows: FigureRows, in month: Period) -> Markup {
    var table = HTMLTable(
        id: "headline-table", caption: "Headline figures, \(month.label)",
        columns: [.init("KPI"), .init("Value", isNumber: true), .init("Out of"), .init("Standard")])
    for (figure, row) in headlineFigures(material, rows, in: month) {
        table.add([
            .link("\(figure.id) \(figure.name)", to: figurePath(figure.id)),
            Markup(displayText(row, unit: figure.unit) ?? row.state.shorthand ?? notAvailable),
            Markup(basisText(row, figure) ?? notAvailable),
            Markup(row.standard.map { levelText($0.value, unit: figure.unit) } ?? notApplicable),
        ])
    }
    return table.markup
}

func headlineFigures(_ material: PageMaterial, _ rows: FigureRows, in month: Period) -> [(FigureDefinition, FigureRow)]
{
    material.definition.figures.filter(\.isHeadline).compactMap { figure in
        rows.totals(of: figure.id, in: month).first.map { (figure, $0) }
    }
}
