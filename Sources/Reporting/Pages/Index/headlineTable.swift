import Charts
import Compute
import Definitions
import Tables

/// How many figures fit two sheets of paper.
let mostHeadlines = 24

/// The headline figures of a month with value, basis, standard, variation and assurance, those judged first; of many some
/// of each subject.
func headlineTable(_ all: [HeadlineFigure]) -> Markup {
    let figures = all.filter(\.hasPage)
    guard let first = figures.first else {
        return .paragraph("No headline figure has a line for the last complete month.")
    }
    var table = HTMLTable(
        id: "headline-table", caption: "Headline figures, \(first.row.period.label)",
        columns: [
            .init("KPI"), .init("Value", isNumber: true), .init("Out of"), .init("Standard"), .init("Variation"),
            .init("Assurance"), .init("24 months"),
        ])
    for found in figures.sharedOut(mostHeadlines) {
        let cells: [Markup] = [
            .link("\(found.figure.id) \(found.figure.name)", to: figurePath(found.figure.id)),
            Markup(valueText(found.row, found.figure)),
            Markup(outOfText(found.row, found.figure)),
            Markup(standardText(found.row, found.figure)),
            variationMarkup(found),
            found.series?.assurance.map { $0.icon.markup + Markup(" \($0.word)") } ?? Markup(notApplicable),
            found.series.map { $0.spark.drawing.markup } ?? Markup(notApplicable),
        ]
        table.add(cells)
    }
    let rest = figures.count - mostHeadlines
    var notes: [String] = []
    if rest > 0 { notes.append("\(rest) more headline figures are not shown here; Definitions leads to each.") }
    let absent = all.count - figures.count
    if absent > 0 { notes.append("\(absent) headline figures could not be computed; Definitions says why.") }
    return notes.isEmpty ? table.markup : table.markup + .paragraph(notes.joined(separator: " "))
}

/// Value with its shorthand, and the band it is about.
private func valueText(_ row: FigureRow, _ figure: FigureDefinition) -> String {
    let name = partName(row) ?? statisticWords(row.statistic)
    guard let value = displayText(row, unit: figure.unit) else { return row.state.shorthand ?? notAvailable }
    let marks = [row.state.shorthand, row.flags.contains(.small) ? lowReliability : nil].compactMap { $0 }
    return ([value] + marks + (name.isEmpty ? [] : ["(\(name))"])).joined(separator: " ")
}

private func outOfText(_ row: FigureRow, _ figure: FigureDefinition) -> String {
    basisText(row, figure) ?? (row.state == .empty ? notApplicable : notAvailable)
}

/// `>= 90% (national): met`.
private func standardText(_ row: FigureRow, _ figure: FigureDefinition) -> String {
    guard let standard = row.standard else { return notApplicable }
    let level = levelWords(standard, unit: figure.unit)
    guard let verdict = row.verdict else { return "\(level): not judged, \(row.state.words)" }
    return verdict == .referenceOnly ? level : "\(level): \(verdict.words)"
}

private func variationMarkup(_ found: HeadlineFigure) -> Markup {
    guard let variation = found.variation else { return Markup(notAvailable) }
    let month = variation.month == found.row.period ? "" : " (\(variation.month.label))"
    return variation.icon.markup + Markup(" \(variation.word)\(month)")
}

/// A level with its rule and whose it is: `>= 90% (national)`.
func levelWords(_ standard: FigureRow.Standard, unit: Unit) -> String {
    let value = levelText(standard.value, unit: unit)
    let range = standard.upper.map { "\(value) to \(levelText($0, unit: unit))" } ?? "\(standard.rule) \(value)"
    return "\(range) (\(standard.status))"
}
