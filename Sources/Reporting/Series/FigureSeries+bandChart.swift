package import Charts
import Compute
package import Definitions
import Tables

/// A figure's bands or the values of its mix as stacked columns; nothing for any other figure.
///
/// A mix of more values than patterns shows those that most rows have, over all its months, and the rest together.
package func bandChart(of figure: FigureDefinition, in rows: FigureRows) -> BandChart? {
    let isMix: Bool
    switch figure.measure {
    case .bands: isMix = false
    case .mix: isMix = true
    default: return nil
    }
    let monthly = rows.totals(of: figure.id).filter { $0.period.kind == .month && $0.statistic.hasPrefix("share:") }
    var statistics: [String] = []
    for row in monthly where statistics.last != row.statistic && !statistics.contains(row.statistic) {
        statistics.append(row.statistic)
    }
    let byPart = Dictionary(grouping: monthly, by: \.statistic)
    if isMix {
        let sizes = byPart.mapValues { part in part.reduce(0) { $0 + ($1.numerator ?? 0) } }
        statistics.sort { (sizes[$1] ?? 0, $0) < (sizes[$0] ?? 0, $1) }
    }
    guard let longest = statistics.compactMap({ byPart[$0] }).max(by: { $0.count < $1.count }) else { return nil }
    let months = MonthlySeries(longest, breaks: [])
    let shown = statistics.count <= BandChart.mostParts ? statistics : Array(statistics.prefix(BandChart.mostParts - 1))
    let rest = statistics.dropFirst(shown.count)
    func shares(_ parts: [String]) -> [Amount?] {
        let mine = parts.flatMap { byPart[$0] ?? [] }
        let found = Dictionary(grouping: mine.filter { $0.value != nil }, by: \.period)
        return months.months.map { month in
            guard let values = found[month], let first = values.first else { return nil }
            let sum = values.reduce(0) { $0 + ($1.value ?? 0) }
            let text = values.count == 1 ? displayText(first, unit: figure.unit) : nil
            return Amount(sum, text ?? displayText(sum, unit: figure.unit))
        }
    }
    var parts = shown.map { BandChart.Part(name: statisticWords($0), shares: shares([$0])) }
    if !rest.isEmpty { parts.append(BandChart.Part(name: "all \(rest.count) others", shares: shares(Array(rest)))) }
    let unfinished = months.rows.indices.filter { place in
        months.rows[place].map { $0.state == .part || $0.state == .immature } ?? false
    }
    let span = months.months.last.map { ", \(months.months[0].label) to \($0.label)" } ?? ""
    return BandChart(
        id: partID("chart", figure.id), title: "\(figure.name), by month\(span)",
        first: ChartMonth(months.months[0]), parts: parts, unfinished: Set(unfinished))
}
