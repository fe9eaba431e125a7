package import Compute
package import Definitions
import Tables

/// `triangles.csv`: how far the rows of each month had come at the end of each month since; months that are not over yet
/// have no line.
package func trianglesCSV(_ rows: [TriangleRow], figures: [FigureDefinition], byteOrderMark: Bool) -> CSVWriter {
    var table = CSVWriter(header: trianglesTable.names, byteOrderMark: byteOrderMark)
    let names = Dictionary(figures.map { ($0.id, $0.name) }) { first, _ in first }
    for row in rows {
        table.text(row.kpi)
        table.text(names[row.kpi] ?? "")
        table.text(row.statistic)
        table.text(row.cohort.id)
        table.text(row.cohort.label)
        table.integer(row.monthsSince)
        table.number(row.value)
        table.integer(row.numerator)
        table.integer(row.denominator)
        table.endRecord()
    }
    return table
}
