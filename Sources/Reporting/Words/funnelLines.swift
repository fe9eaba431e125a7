package import Compute
package import Definitions
import Statistics
import Tables

/// Where the force's share lies among those of many forces, a line for each span and statistic.
package func funnelLines(_ rows: [FunnelRow], _ figure: FigureDefinition) -> [String] {
    rows.filter { $0.side == .own }.map { row in
        let statistic = statisticWords(row.statistic)
        let value = displayText(row.value, unit: figure.unit)
        return "\(row.period.label)\(statistic.isEmpty ? "" : ", \(statistic)"): \(value), "
            + "all \(row.forces) forces together \(displayText(100 * row.funnel.average, unit: figure.unit)). "
            + sentence(row, .widened, figure) + " " + sentence(row, .plain, figure)
    }
}

private func sentence(_ row: FunnelRow, _ kind: Funnel.Limits, _ figure: FigureDefinition) -> String {
    let limits = row.limits(z: NormalQuantile.z95, kind)
    let range =
        "\(displayText(limits.lower, unit: figure.unit)) to \(displayText(limits.upper, unit: figure.unit))"
    let place = row.funnel.place(of: row.member, kind).words
    return switch kind {
    case .widened: "With limits widened for what forces differ by besides chance (95%: \(range)) it lies \(place)."
    case .plain: "By chance alone (95%: \(range)) it would lie \(place)."
    }
}

extension Funnel.Class {
    /// As it follows `lies`.
    package var words: String {
        switch self {
        case .lowBeyond999: "below the 99.8% limits"
        case .lowBeyond975: "below the 95% limits"
        case .inside: "inside the limits"
        case .highBeyond975: "above the 95% limits"
        case .highBeyond999: "above the 99.8% limits"
        }
    }
}
