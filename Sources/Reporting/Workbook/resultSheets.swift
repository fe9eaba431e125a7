import Compute
import Definitions
import Spreadsheet
import Tables

/// All totals by month, quarter, financial year and rolling twelve months, a sheet each; weeks are for programs.
func resultSheets(_ material: PageMaterial) -> [Sheet] {
    let figures = material.definition.reportedFiguresByID
    let kinds: [(PeriodKind, name: String, title: String, table: String)] = [
        (.month, "Results by month", "All KPIs by month", "results_by_month"),
        (.quarter, "Results by quarter", "All KPIs by quarter", "results_by_quarter"),
        (.financialYear, "Results by financial year", "All KPIs by financial year", "results_by_financial_year"),
        (
            .rollingTwelveMonths, "Results by rolling 12 months", "All KPIs by rolling 12 months",
            "results_by_rolling_12"
        ),
    ]
    return kinds.map { kind, name, title, table in
        var maker = SheetMaker(name, title: title, table: table, columns: resultSheetColumns)
        for row in material.results where row.period.kind == kind {
            guard let figure = figures[row.kpi] else { continue }
            maker.add(resultCells(row, figure))
        }
        return maker.sheet(material, notes: ["One row for each KPI, statistic and period. Weeks are in results.csv."])
    }
}

private let resultSheetColumns: [(String, Double)] = [
    ("KPI", 10), ("Name", 44), ("Statistic", 14), ("Unit", 12), ("Period", 24), ("Value", 11), ("Numerator", 11),
    ("Denominator", 12), ("Lower 95%", 11), ("Upper 95%", 11), ("Lowest", 11), ("Highest", 11), ("Left out", 10),
    ("Not evidenced", 10), ("Standard", 18), ("Verdict", 22), ("State", 16), ("Flags", 16),
]

private func resultCells(_ row: FigureRow, _ figure: FigureDefinition) -> [Cell] {
    let (value, decimals) = row.valueCell(figure.unit)
    return [
        .text(figure.id), .text(figure.name), .text(row.statistic), .text(figure.unit.word), .text(row.period.label),
        value, row.numeratorCell(decimals), row.denominatorCell, .number(row.lower, like: decimals, of: row),
        .number(row.upper, like: decimals, of: row), .number(row.lowest, like: decimals, of: row),
        .number(row.highest, like: decimals, of: row), row.leftOutCell, .count(row.notEvidenced),
        .words(row.standardText(figure.unit)), .words(row.verdict?.words), .text(row.state.words),
        .words(row.flags.names.joined(separator: ", ")),
    ]
}
