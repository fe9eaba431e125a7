package import Compute
import RunStore
import Tables

/// How every figure stands in a published run: the line of its first statistic for the newest month that the data cover
/// whole, by KPI. Read from its `results.csv`; nothing is computed again.
package func newestStates(inRun folder: String) throws -> [String: FigureRow] {
    guard System.kind(of: "\(folder)/results.csv") != nil else { return [:] }
    let table = readTable(try System.read("\(folder)/results.csv"))
    var places: [String: Int] = [:]
    for (place, name) in table.header.enumerated() { places[name] = place }
    var found: [String: FigureRow] = [:]
    for record in table.records where record.count == table.header.count {
        func cell(_ name: String) -> String { places[name].map { record[$0] } ?? "" }
        guard cell("period_type") == PeriodKind.month.rawValue, let period = Period(parsing: cell("period")),
            let state = FigureRow.State(rawValue: cell("state")), state != .part
        else { continue }
        let known = found[cell("kpi")]
        if let known, known.period.first >= period.first || known.statistic != cell("statistic") { continue }
        var row = FigureRow(
            kpi: cell("kpi"), statistic: cell("statistic"), period: period, dimension: "all", member: "all")
        row.state = state
        row.value = Double(cell("value"))
        row.numerator = Double(cell("numerator"))
        row.denominator = Int(cell("denominator"))
        row.verdict = FigureRow.Verdict(rawValue: cell("verdict"))
        found[row.kpi] = row
    }
    return found
}
