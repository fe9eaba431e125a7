package import Compute
import RunStore
import Tables

/// What a published run says of some figures for the newest whole month of the first: read from its `results.csv`,
/// nothing is computed again. In the order asked for; empty where the run does not have them.
package func newestMonth(of kpis: [String], inRun folder: String) throws -> [FigureRow] {
    guard System.kind(of: "\(folder)/results.csv") != nil else { return [] }
    let table = readTable(try System.read("\(folder)/results.csv"))
    let rows = table.records.compactMap { record -> FigureRow? in
        guard record.count == table.header.count else { return nil }
        return wholeMonth(Dictionary(zip(table.header, record)) { first, _ in first }, of: kpis)
    }
    guard let newest = rows.filter({ $0.kpi == kpis.first }).map(\.period.first).max() else { return [] }
    return kpis.flatMap { kpi in rows.filter { $0.kpi == kpi && $0.period.first == newest } }
}

private func wholeMonth(_ cells: [String: String], of kpis: [String]) -> FigureRow? {
    guard let kpi = cells["kpi"], kpis.contains(kpi), cells["period_type"] == PeriodKind.month.rawValue,
        cells["state"] == FigureRow.State.ok.rawValue, let statistic = cells["statistic"],
        let period = cells["period"].flatMap({ Period(parsing: $0) })
    else { return nil }
    func number(_ name: String) -> Double? { cells[name].flatMap { Double($0) } }
    var row = FigureRow(kpi: kpi, statistic: statistic, period: period, dimension: "all", member: "all")
    row.value = number("value")
    row.numerator = number("numerator")
    row.denominator = cells["denominator"].flatMap { Int($0) }
    if let value = number("standard_value") {
        row.standard = FigureRow.Standard(
            name: cells["standard"] ?? "", rule: cells["standard_rule"] ?? "", value: value, upper: nil,
            status: cells["standard_status"] ?? "")
    }
    row.openShare = number("open_share")
    if let value = number("value_with_excluded") {
        row.withExcluded = FigureRow.WithExcluded(
            value: value, numerator: number("numerator_with_excluded"),
            denominator: cells["denominator_with_excluded"].flatMap { Int($0) })
    }
    if let rows = cells["boundary_rows"].flatMap({ Int($0) }) {
        row.boundary = FigureRow.Boundary(value: number("boundary_value"), rows: rows)
    }
    return row
}
