package import Compute
import Reporting
import RunStore
import Tables

/// What a published run says of a figure beside benchmarks and among many forces: read from its `comparisons.csv` and
/// `funnels.csv`, nothing is computed again.
package func publishedComparisons(
    of kpi: String, inRun folder: String
) throws -> (comparisons: [ComparisonRow], funnels: [FunnelRow]) {
    func bytes(_ table: TableShape) throws -> [UInt8] {
        let path = "\(folder)/\(table.path)"
        return System.kind(of: path) == nil ? [] : try System.read(path)
    }
    let funnels = readFunnels(try bytes(funnelsTable)).filter { $0.kpi == kpi }
    return (readComparisons(try bytes(comparisonsTable)).filter { $0.kpi == kpi }.notOnly(in: funnels), funnels)
}
