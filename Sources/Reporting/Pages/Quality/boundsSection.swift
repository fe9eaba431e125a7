import Charts
import Compute
import Definitions
import Tables

/// The figures of the newest whole month that missing or rejected rows could move, those whose verdict they could turn
/// first.
func boundsSection(_ material: PageMaterial, _ rows: FigureRows, _ links: FigureLinks) -> Markup {
    let month = lastFullMonth(material.header.asOf)
    var table = HTMLTable(
        id: "bounds-table", caption: "Figures that unknown rows could move, \(month.label)",
        columns: [
            .init("KPI"), .init("Value", isNumber: true), .init("Lowest", isNumber: true),
            .init("Highest", isNumber: true), .init("Missing", isNumber: true),
            .init("Counted against", isNumber: true), .init("Verdict at both ends"),
        ])
    let open = material.definition.figures.flatMap { figure in
        representatives(rows.totals(of: figure.id, in: month)).filter(isOpen).map { (figure, $0) }
    }
    for (figure, row) in open.filter({ $0.1.isRobust == false }) + open.filter({ $0.1.isRobust != false }) {
        func text(_ value: Double?) -> String { value.map { displayText($0, unit: figure.unit) } ?? notApplicable }
        let statistic = partName(row) ?? (["share", "value", "count"].contains(row.statistic) ? nil : row.statistic)
        table.add([
            links.named(figure.id) + Markup(statistic.map { " (\($0))" } ?? ""),
            Markup(displayText(row, unit: figure.unit) ?? row.state.shorthand ?? notAvailable),
            Markup(text(row.lowest)), Markup(text(row.highest)),
            Markup(row.missing.map(groupedText) ?? notApplicable),
            Markup(row.notEvidenced.map(groupedText) ?? notApplicable), Markup(robustText(row)),
        ])
    }
    guard table.count > 0 else {
        return .paragraph("In \(month.label) no row is missing or rejected that could move a figure.")
    }
    return .paragraph(
        "Rows without a value that is needed are missing, or counted against the force where the definition says so; "
            + "rejected records might have been rows. Lowest and highest are what the figure could be with all of them known."
    )
        + table.markup
}

private func isOpen(_ row: FigureRow) -> Bool {
    row.missing ?? 0 > 0 || row.notEvidenced ?? 0 > 0 || row.lowest != row.highest
}

private func robustText(_ row: FigureRow) -> String {
    guard let isRobust = row.isRobust else { return notApplicable }
    if isRobust { return "the same" }
    let ends = row.verdictsAtBounds.map { ": \($0.lowest.words), \($0.highest.words)" }
    return "not the same\(ends ?? "")"
}
