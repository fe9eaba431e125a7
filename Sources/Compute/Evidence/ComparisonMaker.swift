import Definitions
import Statistics

/// Sets one line of a figure beside a benchmark.
struct ComparisonMaker {
    let own: FigureRow
    let figure: FigureDefinition

    func row(
        _ benchmark: ComparisonRow.Benchmark, numerator: Double?, denominator: Double?, published: Double?,
        basis: String, source: String
    ) -> ComparisonRow {
        let value = published ?? quotient(numerator, denominator)
        let interval = interval(numerator, denominator)
        return ComparisonRow(
            kpi: own.kpi, statistic: own.statistic, period: own.period, own: own, benchmark: benchmark, value: value,
            numerator: numerator, denominator: denominator,
            difference: own.value.flatMap { mine in value.map { mine - $0 } }, lower: interval?.lower,
            upper: interval?.upper, basis: basis, source: source)
    }

    /// Their value from its parts, in the unit of the figure.
    private func quotient(_ numerator: Double?, _ denominator: Double?) -> Double? {
        guard let numerator, let denominator, denominator > 0 else { return nil }
        return numerator * Double(figure.unit == .percent ? 100 : figure.times) / denominator
    }

    /// Newcombe's, where both are shares of rows.
    private func interval(_ numerator: Double?, _ denominator: Double?) -> Interval? {
        guard let mine = own.share, let hits = numerator.flatMap({ Int(exactly: $0) }),
            let count = denominator.flatMap({ Int(exactly: $0) }), hits >= 0, hits <= count
        else { return nil }
        return mine.reading(minus: ShareCount(hits: hits, count: count))?.interval
    }
}
