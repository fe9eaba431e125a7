package import Compute
package import Definitions
import Tables

/// The columns of `findings.csv`, in their order for ever.
package let findingColumns = [
    "inspection", "inspection_on", "finding", "kind", "text", "question", "kpi", "name", "statistic", "unit",
    "standard", "standard_rule", "standard_value", "baseline_from", "baseline_to", "baseline_months", "baseline_value",
    "baseline_numerator", "baseline_denominator", "since_from", "since_to", "since_months", "since_value",
    "since_numerator", "since_denominator", "since_lowest", "since_highest", "since_state", "difference", "lower",
    "upper", "months_met", "months_sustained", "variation", "does_not_show", "closed_by", "closed_on", "closed_ref",
    "assurance", "baseline_state", "baseline_value_with_excluded", "since_value_with_excluded",
]

/// `findings.csv`: what each figure says of each finding of the force's inspections, before and since.
package func findingsCSV(_ rows: [FindingRow], _ definition: PipelineDefinition, byteOrderMark: Bool) -> CSVWriter {
    var table = CSVWriter(header: findingColumns, byteOrderMark: byteOrderMark)
    for row in rows {
        guard let inspection = definition.inspections.first(where: { $0.id == row.inspection }),
            let finding = inspection.findings.first(where: { $0.id == row.finding })
        else { continue }
        write(row, finding, of: inspection, definition.reportedFigures.first { $0.id == row.kpi }, to: &table)
    }
    return table
}

private func write(
    _ row: FindingRow, _ finding: Inspection.Finding, of inspection: Inspection, _ figure: FigureDefinition?,
    to table: inout CSVWriter
) {
    for cell in [
        inspection.id, "\(inspection.on)", finding.id, finding.kind.rawValue, finding.text, finding.question ?? "",
        row.kpi, figure?.name ?? "", row.statistic, figure?.unit.word ?? "",
    ] { table.text(cell) }
    let standard = (row.since?.row.standard ?? row.baseline?.row.standard)
    table.text(standard?.name ?? "")
    table.text(standard?.rule ?? "")
    table.number(standard?.value)
    write(row.baseline, to: &table)
    write(row.since, to: &table)
    table.number(row.since?.row.lowest)
    table.number(row.since?.row.highest)
    table.text(row.since?.row.state.rawValue ?? "")
    table.number(row.difference)
    table.number(row.lower)
    table.number(row.upper)
    table.integer(row.monthsMet)
    table.integer(row.monthsSustained)
    table.text(row.variation)
    table.text(finding.notShown)
    table.text(finding.closure?.by ?? "")
    table.text(finding.closure.map { "\($0.on)" } ?? "")
    table.text(finding.closure?.reference ?? "")
    table.text(row.assurance)
    table.text(row.baseline?.row.state.rawValue ?? "")
    table.number(row.baseline?.row.withExcluded?.value)
    table.number(row.since?.row.withExcluded?.value)
    table.endRecord()
}

/// A span without months has neither ends nor values.
private func write(_ span: FindingRow.Span?, to table: inout CSVWriter) {
    let row = span.flatMap { $0.months > 0 ? $0.row : nil }
    table.text(row.map { "\($0.period.first)" } ?? "")
    table.text(row.map { "\($0.period.last)" } ?? "")
    table.integer(span?.months ?? 0)
    table.number(row?.value)
    table.number(row?.numerator)
    table.integer(row?.denominator)
}
