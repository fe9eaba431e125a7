package import Charts
package import Compute
package import Definitions
import Tables

/// The members of one dimension in one period as bars, the most rows first where there are more than fit.
///
/// - Parameter rows: lines of one statistic, dimension and period.
package func memberChart(of figure: FigureDefinition, _ rows: [FigureRow]) -> MemberChart? {
    let valued = rows.filter { $0.value != nil }
    guard let first = valued.first else { return nil }
    let largest = valued.enumerated().sorted { left, right in
        (right.element.denominator ?? 0, left.offset) < (left.element.denominator ?? 0, right.offset)
    }.prefix(mostBars)
    let kept = largest.map(\.element).sorted { left, right in
        (right.value ?? 0, left.member) < (left.value ?? 0, right.member)
    }
    let bars = kept.compactMap { row -> MemberChart.Bar? in
        guard let value = row.value, let text = displayText(row, unit: figure.unit) else { return nil }
        return MemberChart.Bar(
            name: row.member, amount: Amount(value, text), lower: row.lower, upper: row.upper,
            isPale: row.state != .ok || row.flags.contains(.small))
    }
    let target = first.standard.map { Amount($0.value, levelText($0.value, unit: figure.unit)) }
    let most: Double? =
        switch figure.measure {
        case .share, .bands, .mix: 100
        default: nil
        }
    let left = valued.count - bars.count
    let rest = left > 0 ? ", the \(bars.count) with most rows of \(valued.count)" : ""
    return MemberChart(
        id: partID("members", figure.id, first.dimension, first.statistic),
        title: "\(figure.name), by \(first.dimension.split(separator: "_").joined(separator: " ")), "
            + "\(first.period.label)\(rest)",
        unit: ChartUnit(figure.unit), bars: bars, target: target,
        targetName: first.standard?.status == "reference" ? "reference" : "standard", most: most)
}

/// As many bars as a reader compares.
private let mostBars = 30
