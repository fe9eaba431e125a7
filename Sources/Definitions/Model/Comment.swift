package import Tables

/// What somebody of the force says of a figure in a period, with name and day: words of the force's, never the program's.
package struct Comment: Sendable, Hashable {
    package let kpi: String
    /// What it is about, and with which it expires.
    package let period: Period
    package let by: String
    package let on: CivilDate
    package let text: String

    package init(kpi: String, period: Period, by: String, on: CivilDate, text: String) {
        self.kpi = kpi
        self.period = period
        self.by = by
        self.on = on
        self.text = text
    }
}
