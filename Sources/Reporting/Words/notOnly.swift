package import Compute
import Tables

extension [ComparisonRow] {
    /// The benchmarks that a reader wants to see one by one: forces that are in a funnel only to show how much forces differ
    /// are left to it.
    package func notOnly(in funnels: [FunnelRow]) -> [ComparisonRow] {
        if isEmpty { return [] }
        let others = Set(funnels.filter { $0.side == .other }.map { Place($0.kpi, $0.statistic, $0.period, $0.force) })
        return filter { row in
            guard case .row(let force) = row.benchmark else { return true }
            return !others.contains(Place(row.kpi, row.statistic, row.period, force))
        }
    }
}

private struct Place: Hashable {
    let kpi: String
    let statistic: String
    let period: Period
    let force: String

    init(_ kpi: String, _ statistic: String, _ period: Period, _ force: String) {
        self.kpi = kpi
        self.statistic = statistic
        self.period = period
        self.force = force
    }
}
