import Synchronization

/// The ranks that quantile intervals of a run rest on, worked out once for each count: many groups have as many rows.
package final class QuantileRanks: Sendable {
    private struct Question: Hashable {
        let count: Int
        let numerator: Int
        let denominator: Int
    }

    private let known = Mutex<[Question: (lower: Int?, upper: Int?)]>([:])

    package init() {}

    func ranks(count: Int, numerator: Int, denominator: Int) -> (lower: Int?, upper: Int?) {
        let question = Question(count: count, numerator: numerator, denominator: denominator)
        if let found = known.withLock({ $0[question] }) { return found }
        let found = quantileRanks(count: count, numerator: numerator, denominator: denominator)
        known.withLock { $0[question] = found }
        return found
    }
}
