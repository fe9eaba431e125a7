package import Compute
package import Definitions
import Tables

/// `findings.csv`: what each figure says of each finding of the force's inspections, before and since.
package func findingsCSV(_ rows: [FindingRow], _ definition: PipelineDefinition, byteOrderMark: Bool) -> CSVWriter {
    var table = CSVWriter(header: findingColumns, byteOrderMark: byteOrderMark)
    let figures = definition.reportedFiguresByID
    for row in rows {
        guard let inspection = definition.inspections.first(where: { $0.id == row.inspection }),
            let finding = inspection.findings.first(where: { $0.id == row.finding })
        else { continue }
        write(row, finding, of: inspection, figures[row.kpi], to: &table)
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
    table.number(standard?.upper)
    table.text(standard?.status ?? "")
    writeDetail(of: row.baseline, to: &table)
    table.number(row.baseline?.row.lowest)
    table.number(row.baseline?.row.highest)
    writeDetail(of: row.since, to: &table)
    table.endRecord()
}

/// What sentences about a span need beside its value.
private func writeDetail(of span: FindingRow.Span?, to table: inout CSVWriter) {
    let row = span?.row
    table.text(row?.verdict?.rawValue ?? "")
    table.number(row?.lower)
    table.number(row?.upper)
    for count in [row?.considered, row?.missing, row?.notEvidenced, row?.notDue, row?.excluded] { table.integer(count) }
    table.number(row?.openShare)
    table.number(row?.immatureAbove)
    table.number(row?.withExcluded?.numerator)
    table.integer(row?.withExcluded?.denominator)
    table.text(row?.flags.names.joined(separator: ";") ?? "")
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
