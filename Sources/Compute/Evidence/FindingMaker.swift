import Definitions
import Statistics
import Tables

/// Makes what one statistic of a figure says of a finding from its lines of spans and months.
struct FindingMaker {
    let figure: FigureDefinition
    let months: FindingMonths
    let series: MonthlySeries
    let standard: StandardDefinition?

    func row(
        of inspection: String, _ finding: String, baseline: FindingRow.Span?, since: FindingRow.Span?
    ) -> FindingRow {
        let difference = since.flatMap { since in baseline.flatMap { RowDifference(since.row, minus: $0.row) } }
        let chart = IndividualsChart(series.values)
        let newest = chart.points.lastIndex { $0 != nil }.flatMap { place in
            months.after.contains(series.months[place]) ? place : nil
        }
        let limits = newest.flatMap { place in chart.segments.first { $0.months.contains(place) } }
        return FindingRow(
            inspection: inspection, finding: finding, kpi: figure.id,
            statistic: (since ?? baseline)?.row.statistic ?? "", baseline: baseline, since: since,
            difference: difference?.value, lower: difference?.interval?.lower, upper: difference?.interval?.upper,
            monthsMet: monthsMet,
            monthsSustained: monthsSustained, variation: limits.map { variation(chart, $0) } ?? "",
            assurance: newest.map { assurance(limits?.limits, on: series.months[$0].first) } ?? "")
    }

    /// Whether a month is at or beyond the standard; nothing where there is none that is judged. Months that are not
    /// finished are not at it.
    private func isMet(_ row: FigureRow) -> Bool? {
        guard let standard, let level = standard.judgedLevel(on: row.period.first) else { return nil }
        guard row.state == .ok, let value = row.value else { return false }
        return level.holds(standard.rule, value)
    }

    private var monthsMet: Int? {
        let since = Set(months.since)
        let judged = series.rows.compactMap { $0 }.filter { since.contains($0.period) }.compactMap(isMet)
        return judged.isEmpty ? nil : judged.count { $0 }
    }

    /// From the newest month back to the inspection or to what split the series since.
    private var monthsSustained: Int? {
        let after = Set(months.after)
        guard series.rows.contains(where: { $0.map { after.contains($0.period) && isMet($0) != nil } ?? false }) else {
            return nil
        }
        var count = 0
        for (row, month) in zip(series.rows, series.values).reversed() {
            guard let row, after.contains(row.period), isMet(row) == true else { break }
            count += 1
            if month.isBreak { break }
        }
        return count
    }

    private func variation(_ chart: IndividualsChart, _ segment: IndividualsChart.Segment) -> String {
        guard let found = Variation(newestOf: chart, isHigherBetter: figure.isHigherBetter) else { return "" }
        return found.rawValue + (segment.isTrial ? ", trial limits" : "")
    }

    private func assurance(_ limits: IndividualsLimits?, on day: CivilDate) -> String {
        limits.flatMap { standard?.assurance(of: $0, on: day) }?.rawValue ?? ""
    }
}
