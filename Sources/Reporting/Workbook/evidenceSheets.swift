import Compute
import Definitions
import Spreadsheet
import Tables

/// What each figure says of each finding of the force's inspections, before and since.
func findingsSheet(_ material: PageMaterial) -> Sheet {
    var maker = SheetMaker(
        "Findings", title: "Findings of inspections and the figures that bear on them",
        table: "findings_of_inspections",
        columns: [
            ("Inspection", 16), ("Finding", 16), ("Finding in the force's words", 60), ("KPI", 10), ("Name", 44),
            ("Statistic", 14), ("Unit", 12), ("Before, period", 24), ("Before, value", 12), ("Before, of how many", 12),
            ("Since, period", 24), ("Since, value", 12), ("Since, of how many", 12), ("Difference", 12),
            ("Difference, lower 95%", 12), ("Difference, upper 95%", 12), ("Months at or beyond the standard", 14),
            ("Newest months in a row", 14), ("Variation", 24), ("What it does not show", 60),
            ("Closed, by whom and when", 40),
        ])
    let figures = material.definition.reportedFiguresByID
    for row in material.evidence {
        guard let inspection = material.definition.inspections.first(where: { $0.id == row.inspection }),
            let finding = inspection.findings.first(where: { $0.id == row.finding }), let figure = figures[row.kpi]
        else { continue }
        let since = spanCells(row.since, figure)
        let baseline = spanCells(row.baseline, figure)
        let pointed = row.since?.row ?? row.baseline?.row
        func gap(_ number: Double?) -> Cell { number.map { .number($0, decimals: 1) } ?? .absent("[z]") }
        maker.add(
            [
                .text(inspection.id), .text(finding.id), .text(finding.text), .text(row.kpi), .text(figure.name),
                .words(pointed?.statistic ?? row.statistic), .text(figure.unit.word),
            ] + baseline + since + [
                gap(row.difference), gap(row.lower), gap(row.upper), .count(row.monthsMet), .count(row.monthsSustained),
                .words(row.variation), .text(finding.notShown), .text(closureText(finding.closure)),
            ])
    }
    return maker.sheet(
        material,
        notes: ["A difference is in points for percentages. It says that figures differ before and after, not why."])
}

private func spanCells(_ span: FindingRow.Span?, _ figure: FigureDefinition) -> [Cell] {
    guard let span, span.months > 0 else { return [.absent("[x]"), .absent("[x]"), .absent("[x]")] }
    return [.text(span.row.period.label), span.row.valueCell(figure.unit).cell, span.row.denominatorCell]
}

/// Figures beside what others published for the same days, with both definitions.
func comparisonsSheet(_ material: PageMaterial) -> Sheet {
    var maker = SheetMaker(
        "Comparisons", title: "Figures beside what others published", table: "comparisons_with_others",
        columns: [
            ("KPI", 10), ("Name", 44), ("Statistic", 14), ("Unit", 12), ("Period", 24), ("Force's value", 12),
            ("Benchmark", 24), ("Forces behind it", 12), ("Benchmark's value", 12), ("Difference", 12),
            ("Difference, lower 95%", 12), ("Difference, upper 95%", 12), ("Force's definition", 60),
            ("Benchmark's definition", 60), ("Source", 60),
        ])
    let figures = material.definition.reportedFiguresByID
    for row in material.comparisons {
        guard let figure = figures[row.kpi] else { continue }
        let (own, decimals) = row.own.valueCell(figure.unit)
        maker.add([
            .text(row.kpi), .text(figure.name), .text(row.statistic), .text(figure.unit.word), .text(row.period.label),
            own, .text(row.benchmark.name), .count(row.benchmark.forces),
            .number(row.value, like: decimals, of: row.own),
            .number(row.difference, like: decimals, of: row.own), .number(row.lower, like: decimals, of: row.own),
            .number(row.upper, like: decimals, of: row.own), .text(figure.ownBasis), .words(row.basis),
            .words(row.source),
        ])
    }
    return maker.sheet(
        material, notes: ["The two sides are defined by different bodies: read both definitions before comparing."])
}

/// Figures that have no values in this run, with the reason.
func uncomputedSheet(_ material: PageMaterial) -> Sheet {
    var maker = SheetMaker(
        "Not computed", title: "KPIs without figures in this run", table: "kpis_not_computed",
        columns: [("KPI", 14), ("Name", 44), ("State", 18), ("Because", 90)])
    let names = Dictionary(material.definition.reportedFigures.map { ($0.id, $0.name) }) { first, _ in first }
    for figure in material.uncomputed {
        maker.add([
            .text(figure.kpi), .words(names[figure.kpi]), .text(figure.state.words), .text(figure.because),
        ])
    }
    return maker.sheet(material, notes: [])
}
