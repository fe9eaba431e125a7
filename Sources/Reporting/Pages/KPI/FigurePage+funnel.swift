import Charts
import Compute
import Definitions
import Statistics
import Tables

extension FigurePage {
    /// The force's share among those of many forces, for the newest span that benchmarks are of.
    var funnel: Markup? {
        let all = material.funnels.filter { $0.kpi == figure.id }
        guard let newest = all.map(\.period.last).max() else { return nil }
        let rows = all.filter { $0.period.last == newest }
        var statistics: [String] = []
        for row in rows where !statistics.contains(row.statistic) { statistics.append(row.statistic) }
        var content = Markup.paragraph(
            "Forces differ by more than chance, in how they record as well. Limits widened for that say which shares are "
                + "unusual even so; which force is better they do not say.")
        for statistic in statistics {
            let lines = rows.filter { $0.statistic == statistic }
            guard let chart = funnelChart(of: figure, lines)?.drawing else { continue }
            let table = partID("funnel-table", figure.id, statistic)
            let own = lines.first { $0.side == .own }
            content.append(
                chartFigure(
                    chart,
                    headline: own.map { "\($0.force) lies \($0.funnel.place(of: $0.member, .widened).words)" }
                        ?? figure.name,
                    subtitle: chart.title, table: table))
            content.append(funnelTable(lines, id: table, caption: chart.title))
        }
        return content
    }

    private func funnelTable(_ rows: [FunnelRow], id: String, caption: String) -> Markup {
        var table = HTMLTable(
            id: id, caption: caption,
            columns: [
                .init("Force"), .init("Group"), .init("Value", isNumber: true), .init("Rows", isNumber: true),
                .init("Widened 95% limits", isNumber: true), .init("Lies"), .init("By chance alone"),
            ])
        for row in rows.sorted(by: { ($1.value, $0.force) < ($0.value, $1.force) }) {
            let limits = row.limits(z: NormalQuantile.z95, .widened)
            table.add([
                row.force, row.side.rawValue, number(row.value), decimalText(row.member.count),
                "\(number(limits.lower)) to \(number(limits.upper))", row.funnel.place(of: row.member, .widened).words,
                row.funnel.place(of: row.member, .plain).words,
            ])
        }
        return table.markup
    }
}
