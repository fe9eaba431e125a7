package import Compute
import Statistics
import Tables

/// The lines of `funnels.csv` as they were computed.
package func readFunnels(_ bytes: [UInt8]) -> [FunnelRow] {
    var table = TableReader(bytes)
    var rows: [FunnelRow] = []
    while table.next() {
        if let row = funnelRow(table) { rows.append(row) }
    }
    return rows
}

private func funnelRow(_ table: TableReader) -> FunnelRow? {
    func words(_ name: String) -> String { table.words(table.column(name)) }
    func number(_ name: String) -> Double? { table.number(table.column(name)) }
    guard let first = CivilDate(words("period_start")), let last = CivilDate(words("period_end")),
        let period = Period.span(from: first, to: last), let side = FunnelRow.Side(rawValue: words("side")),
        let hits = number("numerator"), let count = number("denominator"),
        let member = Funnel.Member(hits: hits, count: count), let average = number("average"),
        let dispersion = number("dispersion"), let tau = number("tau")
    else { return nil }
    return FunnelRow(
        kpi: words("kpi"), statistic: words("statistic"), period: period, force: words("force"), side: side,
        member: member, forces: table.integer(table.column("forces")) ?? 0,
        funnel: Funnel(
            average: average / 100, dispersion: dispersion, addedVariance: (tau / 100) * (tau / 100)))
}
