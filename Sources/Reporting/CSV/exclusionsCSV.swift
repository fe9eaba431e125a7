package import Compute
import Tables

/// `exclusions.csv`: how many rows each declared reason left out, reasons in the order in which they were tried.
package func exclusionsCSV(_ rows: [ExclusionRow], byteOrderMark: Bool) -> CSVWriter {
    var table = CSVWriter(header: exclusionsTable.names, byteOrderMark: byteOrderMark)
    for row in rows {
        table.text(row.kpi)
        table.text(row.period.id)
        table.text(row.reason)
        table.integer(row.order)
        table.integer(row.count)
        table.endRecord()
    }
    return table
}
