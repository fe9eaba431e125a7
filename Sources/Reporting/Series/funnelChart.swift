import Charts
import Compute
import Definitions
import Statistics
import Tables

/// The shares of many forces for one span as a funnel, with the limits that are widened for overdispersion.
///
/// - Parameter rows: lines of one statistic and span.
func funnelChart(of figure: FigureDefinition, _ rows: [FunnelRow]) -> FunnelChart? {
    guard let own = rows.first(where: { $0.side == .own }) else { return nil }
    let counts = rows.map(\.member.count)
    guard let least = counts.min(), let most = counts.max() else { return nil }
    let limits = (0...steps).map { step -> FunnelChart.Limits in
        let count = least + (most - least) * Double(step) / Double(steps)
        let inner = own.funnel.limits(count: count, z: NormalQuantile.z95, .widened)
        let outer = own.funnel.limits(count: count, z: NormalQuantile.z998, .widened)
        let plain = own.funnel.limits(count: count, z: NormalQuantile.z95, .plain)
        return FunnelChart.Limits(
            count: count, inner: 100 * inner.lower...100 * inner.upper, outer: 100 * outer.lower...100 * outer.upper,
            plain: own.funnel.addedVariance > 0 ? 100 * plain.lower...100 * plain.upper : nil)
    }
    func text(_ value: Double) -> String { displayText(value, unit: figure.unit) }
    let beyond = rows.filter { $0.funnel.place(of: $0.member, .widened) != .inside }
    let statistic = statisticWords(own.statistic)
    return FunnelChart(
        id: partID("funnel", figure.id, own.statistic),
        title: "\(figure.name)\(statistic.isEmpty ? "" : ", \(statistic)"), by force, \(own.period.label)",
        points: rows.map {
            FunnelChart.Point(
                name: $0.force, count: $0.member.count, amount: Amount($0.value, text($0.value)),
                side: $0.side == .own ? .own : $0.side == .mostSimilar ? .similar : .other)
        }, average: Amount(100 * own.funnel.average, text(100 * own.funnel.average)), limits: limits,
        limitsName: own.funnel.addedVariance > 0 ? "widened for overdispersion" : "by chance alone",
        description: "Shares of \(rows.count) forces by their number of rows. All together "
            + "\(text(100 * own.funnel.average)). \(own.force): \(text(own.value)), "
            + "\(own.funnel.place(of: own.member, .widened).words). Outside the 95% limits: "
            + "\(beyond.isEmpty ? "none" : beyond.map(\.force).joined(separator: ", ")).")
}

/// Points of a curve between the smallest and the largest force.
private let steps = 120
