package import Compute
package import Definitions
import Tables

/// Writes figures as a result table, in the order given.
package func resultsCSV(_ rows: [FigureRow], figures: [FigureDefinition], byteOrderMark: Bool = false) -> CSVWriter {
    var table = CSVWriter(header: resultColumns, byteOrderMark: byteOrderMark)
    let byID = Dictionary(figures.map { ($0.id, $0) }) { first, _ in first }
    var periods = PeriodCells()
    for (place, row) in rows.enumerated() {
        write(row, figure: byID[row.kpi], periods.cells(of: row.period), to: &table)
        // By what the first rows took: growing step by step would copy tens of millions of bytes again and again.
        if place == 999 { table.reserve(table.bytes.count / 1000 * (rows.count + rows.count / 8)) }
    }
    return table
}

/// The cells of periods, each written once: every figure has lines of the same ones.
private struct PeriodCells {
    private struct Days: Hashable {
        let kind: PeriodKind
        let first: CivilDate
        let last: CivilDate
    }

    private var known: [Days: (period: Period, cells: WrittenCells)] = [:]

    mutating func cells(of period: Period) -> WrittenCells {
        let days = Days(kind: period.kind, first: period.first, last: period.last)
        if let found = known[days], found.period == period { return found.cells }
        let cells = WrittenCells([
            period.kind.rawValue, period.id, period.label, "\(period.first)", "\(period.last)",
        ])
        known[days] = (period, cells)
        return cells
    }
}

private func write(
    _ row: FigureRow, figure: FigureDefinition?, _ period: WrittenCells, to table: inout CSVWriter
) {
    table.text(row.kpi)
    table.text(figure?.name ?? "")
    table.text(figure?.isHeadline == true ? "yes" : "no")
    table.text(row.statistic)
    table.cells(period)
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
