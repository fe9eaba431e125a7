package import Compute
package import Definitions
package import Statistics
package import Tables

/// The months of one statistic of a figure with everything that pages say of them: limits, variation, assurance.
///
/// Limits are screened, and locked to the first twelve months of a segment.
package struct FigureSeries: Sendable {
    package let figure: FigureDefinition
    package let statistic: String
    package let months: MonthlySeries
    package let chart: IndividualsChart
    package let standard: StandardDefinition?
    /// The days from which the figure is not what it was before.
    package let breaks: [CalendarDefinition.Break]
    package let excluded: [CalendarDefinition.ExcludedPeriod]
    /// The figure's other quantiles, in the same unit.
    package let companions: [Companion]

    /// Another statistic of the figure, drawn beside it without limits.
    package struct Companion: Sendable {
        package let statistic: String
        private let rows: [Period: FigureRow]

        init(_ statistic: String, _ rows: [FigureRow]) {
            self.statistic = statistic
            self.rows = Dictionary(rows.map { ($0.period, $0) }) { first, _ in first }
        }

        package func row(in month: Period) -> FigureRow? { rows[month] }
    }

    /// Of the statistic that stands for the figure unless one is named; nothing for a figure without a monthly line.
    package init?(
        of figure: FigureDefinition, statistic: String? = nil, in rows: FigureRows, _ definition: PipelineDefinition
    ) {
        let monthly = rows.totals(of: figure.id).filter { $0.period.kind == .month }
        guard let name = statistic ?? figure.headlineStatistic(of: monthly) else { return nil }
        let mine = monthly.filter { $0.statistic == name }
        guard !mine.isEmpty else { return nil }
        self.figure = figure
        self.statistic = name
        breaks = definition.breaks(of: figure)
        excluded = definition.excludedPeriods(of: figure)
        months = MonthlySeries(mine, breaks: breaks)
        chart = IndividualsChart(months.values)
        standard = definition.standards.first { $0.name == figure.standard }
        companions = figure.companionStatistics.filter { statistic == nil && $0 != name }.map { other in
            Companion(other, monthly.filter { $0.statistic == other })
        }
    }

    /// The place of the newest month that limits may rest on.
    package var newest: Int? { chart.points.lastIndex { $0 != nil } }

    /// What the chart says of the newest month; nothing without limits.
    package var variation: VariationClass? {
        guard let newest, let point = chart.points[newest],
            let found = Variation(newestOf: chart, isHigherBetter: figure.isHigherBetter)
        else { return nil }
        return VariationClass(
            found, signal: point.signal, isUp: point.isUp, month: months.months[newest],
            isTrial: segment(of: newest)?.isTrial ?? false)
    }

    /// Whether the series meets its standard if it goes on as it is; nothing without a standard that is judged.
    package var assurance: AssuranceClass? {
        guard let newest, let limits = segment(of: newest)?.limits,
            let found = standard?.assurance(of: limits, on: months.months[newest].first)
        else { return nil }
        return AssuranceClass(found)
    }

    /// A month beside the same month a year before.
    package func yearBefore(of place: Int) -> YearBefore? {
        months.rows[place].map { YearBefore(of: $0, in: months, breaks: breaks) }
    }

    /// The segment of the chart that a month belongs to.
    package func segment(of place: Int) -> IndividualsChart.Segment? {
        chart.segments.first { $0.months.contains(place) }
    }
}

extension FigureDefinition {
    /// The statistic that stands for a figure: the first, of bands too; of the values of a mix the one that most rows of
    /// the newest month have.
    package func headlineStatistic(of rows: [FigureRow]) -> String? {
        guard let first = rows.first else { return nil }
        guard case .mix = measure else { return first.statistic }
        let newest = rows.map(\.period.first).max()
        let parts = rows.filter { $0.period.first == newest && $0.period.kind == first.period.kind }
        return parts.reduce(first) { best, row in
            best.period.first != newest || (row.value ?? 0) > (best.value ?? 0) ? row : best
        }.statistic
    }

    /// Quantiles that a chart has room for: the longest of all would flatten the others.
    fileprivate var companionStatistics: [String] {
        switch measure {
        case .quantiles(of: _, let quantiles):
            quantiles.filter { $0.numerator < $0.denominator }.prefix(4).map(\.name)
        case .per(key: _, let summaries):
            summaries.prefix(4).compactMap { summary in
                switch summary {
                case .quantile(let quantile): quantile.numerator < quantile.denominator ? quantile.name : nil
                case .mean(let name): name
                }
            }
        case .count, .countPerHour, .share, .mean, .sum, .bands, .difference, .mix, .survival, .ratioOf: []
        }
    }
}
