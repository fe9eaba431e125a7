package import Charts
import Compute
package import Definitions
import Tables

/// The months of a figure's bands, or of the values of its mix, side by side; nothing for any other figure.
package func bandTable(of figure: FigureDefinition, in rows: FigureRows) -> Markup? {
    switch figure.measure {
    case .bands, .mix: break
    default: return nil
    }
    let monthly = rows.totals(of: figure.id).filter { $0.period.kind == .month && $0.statistic.hasPrefix("share:") }
    var parts: [String] = []
    for row in monthly where parts.last != row.statistic && !parts.contains(row.statistic) {
        parts.append(row.statistic)
    }
    guard !parts.isEmpty else { return nil }
    let byMonth = Dictionary(grouping: monthly, by: \.period)
    var table = HTMLTable(
        id: partID("bands", figure.id), caption: "\(figure.name), by month",
        columns: [.init("Month"), .init("Rows", isNumber: true)]
            + parts.map { .init(statisticWords($0), isNumber: true) })
    for month in byMonth.keys.sorted(by: { $0.first < $1.first }) {
        let cells = Dictionary((byMonth[month] ?? []).map { ($0.statistic, $0) }) { first, _ in first }
        let count = cells.values.compactMap(\.denominator).max()
        table.add(
            [month.label, count.map(groupedText) ?? notAvailable]
                + parts.map { part in
                    guard let row = cells[part] else { return notApplicable }
                    let mark = row.value == nil ? nil : row.state.shorthand
                    let text = displayText(row, unit: figure.unit) ?? row.state.shorthand ?? notAvailable
                    return ([text] + [mark].compactMap { $0 }).joined(separator: " ")
                })
    }
    return table.markup
}
