/// When a source's export is expected, and what of it is too old or too little (CONTRACTS section 8): declared as
/// `freshness:`, because only the force knows when its systems write and how busy its days are.
package struct Freshness: Sendable, Hashable {
    /// Where a finding begins to warn and where it stops the run; either may be left out.
    package struct Limit<Value: Sendable & Hashable>: Sendable, Hashable {
        package let warn: Value?
        package let fail: Value?

        package init(warn: Value? = nil, fail: Value? = nil) {
            self.warn = warn
            self.fail = fail
        }
    }

    /// Minutes after midnight, by the clocks of the morning after the as-of.
    package let expectedBy: Int?
    /// Milliseconds from the newest record to the end of the as-of day.
    package let newestRecord: Limit<Int64>
    /// Milliseconds from the newest file's arrival to the start of the run.
    package let arrival: Limit<Int64>
    /// Accepted rows of the newest export.
    package let minimumRows: Limit<Int>
    /// Rows of the as-of day as a share of those a week before, 0 to 1.
    package let sameWeekday: Limit<Double>
    /// Local days without a row among the last 28.
    package let daysMissing: Limit<Int>

    package init(
        expectedBy: Int? = nil, newestRecord: Limit<Int64> = .init(), arrival: Limit<Int64> = .init(),
        minimumRows: Limit<Int> = .init(), sameWeekday: Limit<Double> = .init(), daysMissing: Limit<Int> = .init()
    ) {
        self.expectedBy = expectedBy
        self.newestRecord = newestRecord
        self.arrival = arrival
        self.minimumRows = minimumRows
        self.sameWeekday = sameWeekday
        self.daysMissing = daysMissing
    }
}
