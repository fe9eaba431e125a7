package import Compute
package import Definitions
import Reporting
import RunStore
package import Tables

/// What a published run says of one figure: read from its tables, nothing is computed again. Nothing where it says
/// nothing.
package func publishedFigure(
    _ figure: FigureDefinition, statistic: String, period: Period, dimension: String, member: String,
    inRun folder: String
) throws(Diagnostic) -> FigureRow? {
    let name = dimension == "all" ? "results.csv" : "breakdowns.csv"
    let table = readTable(try System.read("\(folder)/\(name)"))
    var rows: [FigureRow] = []
    for record in table.records where record.count == table.header.count {
        let cells = Dictionary(zip(table.header, record)) { first, _ in first }
        guard cells["kpi"] == figure.id, cells["statistic"] == statistic, cells["dimension"] == dimension,
            cells["member"] == member, let found = cells["period"].flatMap({ Period(parsing: $0) })
        else { continue }
        var row = FigureRow(
            kpi: figure.id, statistic: statistic, period: found, dimension: dimension, member: member)
        row.value = cells["value"].flatMap { Double($0) }
        row.numerator = cells["numerator"].flatMap { Double($0) }
        row.denominator = cells["denominator"].flatMap { Int($0) }
        row.state = cells["state"].flatMap { FigureRow.State(rawValue: $0) } ?? .ok
        rows.append(row)
    }
    let wanted = Release(
        kpi: figure.id, statistic: statistic, period: period, dimension: dimension, member: member, value: 0,
        numerator: nil, denominator: nil, unit: "", run: "", asOf: period.last, releasedOn: period.last, to: "",
        reference: "")
    return releasedFigure(wanted, among: rows)
}

/// The statistics and members that a published run has for a figure and period, for a message that names them.
package func publishedStatistics(of kpi: String, inRun folder: String) throws(Diagnostic) -> [String] {
    let table = readTable(try System.read("\(folder)/results.csv"))
    guard let id = table.header.firstIndex(of: "kpi"), let statistic = table.header.firstIndex(of: "statistic") else {
        return []
    }
    var found: [String] = []
    for record in table.records
    where record.count == table.header.count && record[id] == kpi && !found.contains(record[statistic]) {
        found.append(record[statistic])
    }
    return found
}
