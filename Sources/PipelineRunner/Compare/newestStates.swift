package import Compute
import Reporting
import RunStore
import Tables

/// How every figure stands in a published run: the line of its first statistic for the newest month that the data cover
/// whole, by KPI. Read from its `results.csv`; nothing is computed again.
package func newestStates(inRun folder: String) throws -> [String: FigureRow] {
    guard System.kind(of: "\(folder)/results.csv") != nil else { return [:] }
    var found: [String: FigureRow] = [:]
    for row in readFigureRows(try System.read("\(folder)/results.csv")) {
        guard row.period.kind == .month, row.state != .part else { continue }
        let known = found[row.kpi]
        if let known, known.period.first >= row.period.first || known.statistic != row.statistic { continue }
        found[row.kpi] = row
    }
    return found
}
