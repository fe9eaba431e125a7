package import Tables

/// A figure beside what another force, or all forces together, published for the same span of days.
package struct ComparisonRow: Sendable {
    package enum Benchmark: Sendable, Hashable {
        /// One row of the benchmarks, by its force or area.
        case row(force: String)
        /// The sums of numerators and denominators of the other members of the most similar group.
        case mostSimilarAverage(forces: Int)
    }

    package let kpi: String
    package let statistic: String
    package let period: Period
    package let own: FigureRow
    package let benchmark: Benchmark
    package let value: Double?
    package let numerator: Double?
    package let denominator: Double?
    /// Ours less theirs, points for shares.
    package let difference: Double?
    package let lower: Double?
    package let upper: Double?
    /// How they define it, and where it is published.
    package let basis: String
    package let source: String

    package init(
        kpi: String, statistic: String, period: Period, own: FigureRow, benchmark: Benchmark, value: Double?,
        numerator: Double?, denominator: Double?, difference: Double?, lower: Double?, upper: Double?, basis: String,
        source: String
    ) {
        self.kpi = kpi
        self.statistic = statistic
        self.period = period
        self.own = own
        self.benchmark = benchmark
        self.value = value
        self.numerator = numerator
        self.denominator = denominator
        self.difference = difference
        self.lower = lower
        self.upper = upper
        self.basis = basis
        self.source = source
    }
}
