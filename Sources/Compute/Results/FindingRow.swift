/// What one figure says of one finding: before the inspection, since, and what lies between (CONTRACTS section 12).
package struct FindingRow: Sendable {
    /// A figure pooled from rows over whole months.
    package struct Span: Sendable, Hashable {
        package let row: FigureRow
        /// Whole months of it that the data cover.
        package let months: Int

        package init(row: FigureRow, months: Int) {
            self.row = row
            self.months = months
        }
    }

    package let inspection: String
    package let finding: String
    package let kpi: String
    package let statistic: String
    /// The twelve whole months before the inspection's month, or as many as the data cover; nothing when they cover none.
    package let baseline: Span?
    /// The whole months after the inspection's month, the last twelve if there are more; nothing before there is one.
    package let since: Span?
    /// Since less baseline; points for shares, else the figure's unit.
    package let difference: Double?
    package let lower: Double?
    package let upper: Double?
    /// Months of `since` at or beyond the standard; nothing without one that is judged.
    package let monthsMet: Int?
    /// The newest whole months in a row, back to the inspection at most, that are at or beyond the standard.
    package let monthsSustained: Int?
    /// What the chart of the months says of the newest: `special cause, improving`, `common cause`, … ; empty if it says
    /// nothing.
    package let variation: String
    /// Whether the months meet the standard if they go on as they are: `pass`, `fail`, `hit or miss`; empty without one
    /// that is judged.
    package let assurance: String

    package init(
        inspection: String, finding: String, kpi: String, statistic: String, baseline: Span?, since: Span?,
        difference: Double?, lower: Double?, upper: Double?, monthsMet: Int?, monthsSustained: Int?, variation: String,
        assurance: String
    ) {
        self.inspection = inspection
        self.finding = finding
        self.kpi = kpi
        self.statistic = statistic
        self.baseline = baseline
        self.since = since
        self.difference = difference
        self.lower = lower
        self.upper = upper
        self.monthsMet = monthsMet
        self.monthsSustained = monthsSustained
        self.variation = variation
        self.assurance = assurance
    }
}
