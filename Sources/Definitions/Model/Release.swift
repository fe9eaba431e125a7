package import Tables

/// A figure that the force has given to somebody, as a line of its `releases.csv` keeps it: what was said then, word for
/// word, so that what is said now can be held against it.
package struct Release: Sendable, Hashable {
    package let kpi: String
    package let statistic: String
    package let period: Period
    /// `all`, or a dimension's name.
    package let dimension: String
    package let member: String
    package let value: Double
    package let numerator: Double?
    package let denominator: Int?
    package let unit: String
    /// The published run that said it.
    package let run: String
    package let asOf: CivilDate
    package let releasedOn: CivilDate
    /// Who it was given to.
    package let to: String
    /// The force's own reference, such as the number of the request.
    package let reference: String
    package let line: Int

    package init(
        kpi: String, statistic: String, period: Period, dimension: String, member: String, value: Double,
        numerator: Double?, denominator: Int?, unit: String, run: String, asOf: CivilDate, releasedOn: CivilDate,
        to: String, reference: String, line: Int = 0
    ) {
        self.kpi = kpi
        self.statistic = statistic
        self.period = period
        self.dimension = dimension
        self.member = member
        self.value = value
        self.numerator = numerator
        self.denominator = denominator
        self.unit = unit
        self.run = run
        self.asOf = asOf
        self.releasedOn = releasedOn
        self.to = to
        self.reference = reference
        self.line = line
    }

    /// The columns of `releases.csv`, in their order.
    package static let columns = [
        "kpi", "statistic", "period", "dimension", "member", "value", "numerator", "denominator", "unit", "run",
        "as_of",
        "released_on", "to", "ref",
    ]

    /// The file's name in the folder of a force.
    package static let fileName = "releases.csv"
}
