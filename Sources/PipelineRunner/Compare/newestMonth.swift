package import Compute
import Reporting
import RunStore
import Tables

/// What a published run says of some figures for the newest whole month of the first: read from its `results.csv`,
/// nothing is computed again. In the order asked for; empty where the run does not have them.
package func newestMonth(of kpis: [String], inRun folder: String) throws -> [FigureRow] {
    guard System.kind(of: "\(folder)/results.csv") != nil else { return [] }
    let rows = readFigureRows(try System.read("\(folder)/results.csv"), of: Set(kpis)).filter {
        $0.period.kind == .month && $0.state == .ok
    }
    guard let newest = rows.filter({ $0.kpi == kpis.first }).map(\.period.first).max() else { return [] }
    return kpis.flatMap { kpi in rows.filter { $0.kpi == kpi && $0.period.first == newest } }
}
