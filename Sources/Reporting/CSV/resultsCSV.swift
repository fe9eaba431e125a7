package import Compute
package import Definitions
import Tables

/// Writes figures as a result table, in the order given.
package func resultsCSV(_ rows: [FigureRow], figures: [FigureDefinition], byteOrderMark: Bool = false) -> CSVWriter {
    var table = CSVWriter(header: resultColumns, byteOrderMark: byteOrderMark)
    write(rows.span, figures: figures, to: &table)
    return table
}

/// The same without a header: a stretch of a longer table.
func resultLines(_ rows: Span<FigureRow>, figures: [FigureDefinition]) -> CSVWriter {
    var table = CSVWriter()
    write(rows, figures: figures, to: &table)
    return table
}

private func write(_ rows: Span<FigureRow>, figures: [FigureDefinition], to table: inout CSVWriter) {
    var cells = KnownCells(figures)
    for place in rows.indices {
        write(rows[place], &cells, to: &table)
        // By what the first rows took: growing step by step would copy the same bytes again and again.
        if place == 99 { table.reserve(table.bytes.count / 100 * (rows.count + rows.count / 8)) }
    }
}

/// Cells that many lines have, each written once: what a figure is, and its periods, which every figure has the same of.
private struct KnownCells {
    private struct Days: Hashable {
        let kind: PeriodKind
        let first: CivilDate
        let last: CivilDate
    }

    /// The cells of one figure and statistic.
    final class Figure {
        fileprivate let kpi: String
        fileprivate let statistic: String
        /// Those that a line begins with.
        let beginning: WrittenCells
        let unit: WrittenCells

        fileprivate init(_ line: FigureRow.Line, of figure: FigureDefinition?) {
            kpi = line.kpi
            statistic = line.statistic
            beginning = WrittenCells([
                line.kpi, figure?.name ?? "", figure?.isHeadline == true ? "yes" : "no", line.statistic,
            ])
            unit = WrittenCells([figure?.unit.word ?? ""])
        }
    }

    private let figures: [String: FigureDefinition]
    private var last: Figure?
    private var periods: [Days: (period: Period, cells: WrittenCells)] = [:]
    /// Members of one period follow each other.
    private var lastPeriod: (period: Period, cells: WrittenCells)?

    init(_ figures: [FigureDefinition]) {
        self.figures = Dictionary(figures.map { ($0.id, $0) }) { first, _ in first }
    }

    mutating func figure(of line: FigureRow.Line) -> Figure {
        if let last, last.kpi == line.kpi, last.statistic == line.statistic { return last }
        let made = Figure(line, of: figures[line.kpi])
        last = made
        return made
    }

    mutating func cells(of period: Period) -> WrittenCells {
        if let lastPeriod, lastPeriod.period == period { return lastPeriod.cells }
        let cells = foundCells(of: period)
        lastPeriod = (period, cells)
        return cells
    }

    private mutating func foundCells(of period: Period) -> WrittenCells {
        let days = Days(kind: period.kind, first: period.first, last: period.last)
        if let found = periods[days], found.period == period { return found.cells }
        let cells = WrittenCells([
            period.kind.rawValue, period.id, period.label, "\(period.first)", "\(period.last)",
        ])
        periods[days] = (period, cells)
        return cells
    }
}

private func write(_ row: borrowing FigureRow, _ known: inout KnownCells, to table: inout CSVWriter) {
    let figure = known.figure(of: row.line)
    table.cells(figure.beginning)
    table.cells(known.cells(of: row.period))
    table.text(row.dimension)
    table.text(row.member)
    table.number(row.value)
    table.cells(figure.unit)
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
    if let standard = row.standard {
        table.text(standard.name)
        table.text(standard.rule)
        table.number(standard.value)
        table.text(standard.status)
    } else {
        table.empty(4)
    }
    table.text(row.verdict?.rawValue)
    table.text(row.state.rawValue)
    table.text(row.marker?.rawValue)
    table.text(row.flags.isEmpty ? nil : row.flags.names.joined(separator: ";"))
    table.text(row.isRobust.map { $0 ? "yes" : "no" })
    table.number(row.boundary?.value)
    table.integer(row.boundary?.rows)
    table.number(row.openShare)
    table.number(row.withExcluded?.value)
    table.number(row.withExcluded?.numerator)
    table.integer(row.withExcluded?.denominator)
    table.number(row.standard?.upper)
    table.text(row.verdictsAtBounds?.lowest.rawValue)
    table.text(row.verdictsAtBounds?.highest.rawValue)
    table.number(row.immatureAbove)
    table.endRecord()
}
