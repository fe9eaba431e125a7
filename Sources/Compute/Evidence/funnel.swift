import Definitions
import Statistics
import Tables

/// As few forces as a funnel says anything of. Ours: the method's own examples have ten and more.
package let fewestForcesOfFunnel = 10

/// A share among those of other forces for the same span; nothing where too few of them have both parts.
///
/// - Parameter benchmarks: rows for the line's figure, statistic and span.
func funnel(of row: FigureRow, force: String, _ benchmarks: [Benchmark]) -> [FunnelRow] {
    guard let own = row.share.flatMap({ Funnel.Member(hits: Double($0.hits), count: Double($0.count)) }) else {
        return []
    }
    let others = benchmarks.filter { !$0.isArea && $0.force.lowercased() != force.lowercased() }.compactMap {
        other -> (force: String, side: FunnelRow.Side, member: Funnel.Member)? in
        guard let top = other.numerator, let bottom = other.denominator,
            let member = Funnel.Member(hits: top, count: bottom)
        else { return nil }
        return (other.force, other.isMostSimilar ? .mostSimilar : .other, member)
    }
    let members = [(force: force, side: FunnelRow.Side.own, member: own)] + others
    guard members.count >= fewestForcesOfFunnel, let funnel = Funnel(members.map(\.member)) else { return [] }
    return members.map {
        FunnelRow(
            kpi: row.kpi, statistic: row.statistic, period: row.period, force: $0.force, side: $0.side,
            member: $0.member, forces: members.count, funnel: funnel)
    }
}
