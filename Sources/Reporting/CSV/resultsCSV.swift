package import Compute
package import Definitions
import Tables

/// Writes figures as a result table, in the order given.
package func resultsCSV(_ rows: [FigureRow], figures: [FigureDefinition], byteOrderMark: Bool = false) -> CSVWriter {
    var table = CSVWriter(header: resultColumns, byteOrderMark: byteOrderMark)
    let byID = Dictionary(figures.map { ($0.id, $0) }) { first, _ in first }
    for row in rows { write(row, figure: byID[row.kpi], to: &table) }
    return table
}

private func write(_ row: FigureRow, figure: FigureDefinition?, to table: inout CSVWriter) {
    table.text(row.kpi)
    table.text(figure?.name ?? "")
    table.text(figure?.isHeadline == true ? "yes" : "no")
    table.text(row.statistic)
    table.text(row.period.kind.rawValue)
    table.text(row.period.id)
    table.text(row.period.label)
    table.text("\(row.period.first)")
    table.text("\(row.period.last)")
    table.text(row.dimension)
    table.text(row.member)
    table.number(row.value)
    table.text(figure?.unit.word ?? "")
    table.number(row.numerator)
    table.integer(row.denominator)
    table.number(row.lower)
    table.number(row.upper)
    table.number(row.lowest)
    table.number(row.highest)
    table.integer(row.considered)
    table.integer(row.missing)
    table.integer(row.notEvidenced)
    table.integer(row.notDue)
    table.integer(row.excluded)
    table.text(row.standard?.name ?? "")
    table.text(row.standard?.rule ?? "")
    table.number(row.standard?.value)
    table.text(row.standard?.status ?? "")
    table.text(row.verdict?.rawValue ?? "")
    table.text(row.state.rawValue)
    table.text(row.marker)
    table.text(row.flags.joined(separator: ";"))
    table.text(row.isRobust.map { $0 ? "yes" : "no" } ?? "")
    table.number(row.boundary?.value)
    table.integer(row.boundary?.rows)
    table.number(row.openShare)
    table.number(row.withExcluded?.value)
    table.number(row.withExcluded?.numerator)
    table.integer(row.withExcluded?.denominator)
    table.number(row.standard?.upper)
    table.text(row.verdictsAtBounds?.lowest.rawValue ?? "")
    table.text(row.verdictsAtBounds?.highest.rawValue ?? "")
    table.number(row.immatureAbove)
    table.endRecord()
}
