package import Compute
import Reporting
import RunStore
import Tables

/// What a published run says of the findings of inspections: read from its `findings.csv`, nothing is computed again.
package func publishedEvidence(inRun folder: String) throws -> [FindingRow] {
    guard System.kind(of: "\(folder)/findings.csv") != nil else { return [] }
    return readEvidence(try System.read("\(folder)/findings.csv"))
}
