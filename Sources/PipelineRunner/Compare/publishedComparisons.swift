package import Compute
import Reporting
import RunStore
import Tables

/// What a published run says of a figure beside benchmarks: read from its `comparisons.csv`, nothing is computed again.
package func publishedComparisons(of kpi: String, inRun folder: String) throws -> [ComparisonRow] {
    guard System.kind(of: "\(folder)/comparisons.csv") != nil else { return [] }
    return readComparisons(try System.read("\(folder)/comparisons.csv")).filter { $0.kpi == kpi }
}
