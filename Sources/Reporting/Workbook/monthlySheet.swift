import Compute
import Definitions
import Spreadsheet
import Tables

/// The wide sheet: one row for each headline KPI, one column for each of the newest 24 months of the data.
func monthlySheet(_ material: PageMaterial, _ rows: FigureRows) -> Sheet {
    let headlines = material.definition.figures.filter(\.isHeadline)
    let chosen = standingRows(material, rows)
    var byKey: [String: FigureRow] = [:]
    var months: Set<Period> = []
    for row in material.results where row.period.kind == .month {
        months.insert(row.period)
        if chosen[row.kpi]?.statistic == row.statistic { byKey["\(row.kpi) \(row.period.id)"] = row }
    }
    let columns = months.sorted { $0.first < $1.first }.suffix(24)
    var maker = SheetMaker(
        "Monthly", title: "Headline KPIs by month", table: "headline_kpis_by_month",
        columns: [("KPI", 10), ("Name", 44), ("Statistic", 14), ("Unit", 12), ("Standard", 18)]
            + columns.map { ($0.label, 11) })
    for figure in headlines {
        let newest = chosen[figure.id]
        maker.add(
            [
                .text(figure.id), .text(figure.name), .words(newest?.statistic), .text(figure.unit.word),
                .words(newest?.standardText(figure.unit)),
            ]
                + columns.map { month in
                    byKey["\(figure.id) \(month.id)"]?.valueCell(figure.unit).cell ?? .absent("[x]")
                })
    }
    return maker.sheet(
        material,
        notes: [
            "One row for each headline KPI by its first statistic; the standard is the one of the newest whole month.",
            "Months that are part, immature or flagged are named in the sheet Results by month.",
        ])
}

/// The newest whole month of every headline KPI, one row each.
func headlineSheet(_ material: PageMaterial, _ rows: FigureRows) -> Sheet {
    let chosen = standingRows(material, rows)
    var maker = SheetMaker(
        "Headlines", title: "Headline KPIs in \(lastFullMonth(material.header.asOf).label)",
        table: "headline_kpis_newest_month",
        columns: [
            ("KPI", 10), ("Name", 44), ("Statistic", 14), ("Unit", 12), ("Value", 11), ("Numerator", 11),
            ("Denominator", 12), ("Lower 95%", 11), ("Upper 95%", 11), ("Lowest", 11), ("Highest", 11),
            ("Left out", 10), ("Not evidenced", 10), ("Standard", 18), ("Verdict", 22), ("State", 16), ("Flags", 16),
            ("In words", 70),
        ])
    for figure in material.definition.figures where figure.isHeadline {
        guard let row = chosen[figure.id] else { continue }
        let (value, decimals) = row.valueCell(figure.unit)
        maker.add([
            .text(figure.id), .text(figure.name), .text(row.statistic), .text(figure.unit.word), value,
            row.numeratorCell(decimals), row.denominatorCell, .number(row.lower, like: decimals, of: row),
            .number(row.upper, like: decimals, of: row), .number(row.lowest, like: decimals, of: row),
            .number(row.highest, like: decimals, of: row), row.leftOutCell, .count(row.notEvidenced),
            .words(row.standardText(figure.unit)), .words(row.verdict?.words), .text(row.state.words),
            .words(row.flags.names.joined(separator: ", ")), .text(verdictSentence(row, figure: figure)),
        ])
    }
    return maker.sheet(material, notes: ["One row for each headline KPI by its first statistic."])
}

/// By KPI, the row of the newest whole month that stands for it, as on the summary.
private func standingRows(_ material: PageMaterial, _ rows: FigureRows) -> [String: FigureRow] {
    let found = HeadlineFigure.all(material, rows, in: lastFullMonth(material.header.asOf))
    return Dictionary(found.map { ($0.figure.id, $0.row) }) { first, _ in first }
}
