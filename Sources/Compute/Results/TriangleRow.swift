package import Tables

/// One cell of a maturity triangle: how far the rows of a month had come at the end of the k-th month after it. A cell
/// whose end is not over yet has no value.
package struct TriangleRow: Sendable, Hashable {
    package let kpi: String
    package let statistic: String
    /// The month whose rows are followed.
    package let cohort: Period
    package let monthsSince: Int
    package let value: Double?
    package let numerator: Int?
    package let denominator: Int?

    package init(
        kpi: String, statistic: String, cohort: Period, monthsSince: Int, value: Double?, numerator: Int?,
        denominator: Int?
    ) {
        self.kpi = kpi
        self.statistic = statistic
        self.cohort = cohort
        self.monthsSince = monthsSince
        self.value = value
        self.numerator = numerator
        self.denominator = denominator
    }
}
