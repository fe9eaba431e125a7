/// What a run said of one figure in one period: a total of `results.csv`, as the history keeps it.
package struct KeptFigure: Sendable, Hashable {
    /// Names what is said, whoever says it.
    package struct Key: Sendable, Hashable {
        package let kpi: String
        package let statistic: String
        package let period: String

        package init(kpi: String, statistic: String, period: String) {
            self.kpi = kpi
            self.statistic = statistic
            self.period = period
        }
    }

    /// The state of a figure that a run no longer says although it reaches its period.
    package static let absent = "absent"

    package let key: Key
    package let state: String
    package let value: Double?
    package let numerator: Double?
    package let denominator: Int?
    package let verdict: String
    /// The hash of the definition that made it; empty where nobody knows.
    package let definition: String

    package init(
        key: Key, state: String, value: Double?, numerator: Double?, denominator: Int?, verdict: String,
        definition: String
    ) {
        self.key = key
        self.state = state
        self.value = value
        self.numerator = numerator
        self.denominator = denominator
        self.verdict = verdict
        self.definition = definition
    }

    /// Whether both say the same, whatever definition made them.
    func says(thatOf other: KeptFigure) -> Bool {
        state == other.state && value == other.value && numerator == other.numerator
            && denominator == other.denominator && verdict == other.verdict
    }
}
