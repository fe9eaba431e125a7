import Charts
import Compute
import Definitions
import Statistics
import Tables

extension FigurePage {
    /// Every month, then quarters, financial years and twelve months: the numbers behind the charts.
    var tables: Markup {
        monthTable + spanTable + .paragraph("Weeks and every member by month are in results.csv and breakdowns.csv.")
    }

    /// A period's name, and which statistic where there are several.
    private func name(_ row: FigureRow) -> [String] {
        hasStatistics ? [row.period.label, statisticTitle(row.statistic)] : [row.period.label]
    }

    private func columns(_ first: String) -> [HTMLTable.Column] {
        var columns = [HTMLTable.Column(first)]
        if hasStatistics { columns.append(HTMLTable.Column("Statistic")) }
        return columns + numberColumns
    }

    private var monthTable: Markup {
        let months = totals.filter { $0.period.kind == .month }
        guard !months.isEmpty else { return Markup() }
        let hasOther = months.contains { $0.withExcluded != nil }
        var columns = self.columns("Month")
        if hasOther { columns.append(HTMLTable.Column("With excluded periods", isNumber: true)) }
        columns += ["Mean", "Lower limit", "Upper limit"].map { HTMLTable.Column($0, isNumber: true) }
        columns.append(HTMLTable.Column("Rule fired"))
        var table = HTMLTable(id: FigurePage.monthTable, caption: "\(figure.name), by month", columns: columns)
        var charts: [String: FigureSeries] = [:]
        for statistic in Set(months.map(\.statistic)) {
            charts[statistic] =
                statistic == series?.statistic
                ? series : FigureSeries(of: figure, statistic: statistic, in: rows, definition)
        }
        for row in newestFirst(months) {
            var cells = name(row) + numbers(row)
            if hasOther {
                cells.append(row.withExcluded.map { $0.value.map { number($0) } ?? notApplicable } ?? notApplicable)
            }
            table.add(cells + limits(row, charts[row.statistic]))
        }
        return table.markup
    }

    private var spanTable: Markup {
        let kinds: [PeriodKind] = [.quarter, .financialYear, .rollingTwelveMonths]
        let newest = totals.last { $0.period.kind == .rollingTwelveMonths }?.period.last
        // Thirteen months' worth of moving years: the newest and the one it replaced.
        let from = newest?.adding(days: -396)
        var content = Markup()
        for (kind, title) in zip(kinds, ["by quarter", "by financial year", "for twelve months"]) {
            let lines = totals.filter { row in
                row.period.kind == kind && (kind != .rollingTwelveMonths || from.map { row.period.last > $0 } ?? true)
            }
            guard !lines.isEmpty else { continue }
            var table = HTMLTable(
                id: partID("table", kind.rawValue), caption: "\(figure.name), \(title)",
                columns: columns("Period"))
            for row in newestFirst(lines) {
                table.add(name(row) + numbers(row))
            }
            content.append(table.markup)
        }
        return content
    }

    /// Periods from the newest on, the statistics of each in their order.
    private func newestFirst(_ lines: [FigureRow]) -> [FigureRow] {
        lines.enumerated().sorted {
            ($1.element.period.last, $0.offset) < ($0.element.period.last, $1.offset)
        }.map(\.element)
    }

    private var numberColumns: [HTMLTable.Column] {
        [
            .init(valueHeader, isNumber: true), .init("Numerator", isNumber: true),
            .init("Denominator", isNumber: true), .init("95% interval", isNumber: true),
            .init("Lowest", isNumber: true), .init("Highest", isNumber: true), .init("Standard"), .init("Verdict"),
            .init("State"), .init("Flags"),
        ]
    }

    private func numbers(_ row: FigureRow) -> [String] {
        let absent = row.state.shorthand ?? notApplicable
        let interval = row.lower.flatMap { lower in row.upper.map { "\(number(lower)) to \(number($0))" } }
        return [
            cell(row), numerator(row) ?? absent, row.denominator.map(groupedText) ?? notAvailable,
            interval ?? notApplicable, row.lowest.map { number($0) } ?? notApplicable,
            row.highest.map { number($0) } ?? notApplicable,
            row.standard.map { levelWords($0, unit: figure.unit) } ?? notApplicable,
            row.verdict?.words ?? notApplicable, row.state.words, row.flags.isEmpty ? "none" : flagText(row),
        ]
    }

    private func numerator(_ row: FigureRow) -> String? {
        row.numerator.map { value in
            Int(exactly: value).map(groupedText) ?? displayText(value, unit: .number(of: "")).filter { $0 != " " }
        }
    }

    /// The limits of a month and the rule that names it special.
    private func limits(_ row: FigureRow, _ series: FigureSeries?) -> [String] {
        guard let series, let place = series.months.months.firstIndex(where: { $0.first == row.period.first }),
            let limits = series.segment(of: place)?.limits
        else { return [notApplicable, notApplicable, notApplicable, notApplicable] }
        let rule: String =
            series.chart.points[place].map { point in
                point.signal.map { "\($0.words), \(point.isUp == true ? "higher" : "lower")" } ?? "none"
            } ?? notApplicable
        return [number(limits.mean), number(limits.lower), number(limits.upper), rule]
    }
}
