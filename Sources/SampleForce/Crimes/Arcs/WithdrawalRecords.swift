import Tables

/// Arc 10: after the inspection's finding of 22 April 2025 victims' withdrawals are recorded so that they can be audited
/// in 80% of cases instead of 48%.
enum WithdrawalRecords {
    static let day = CivilDate(year: 2025, month: 4, day: 22)

    /// In ten-thousandths.
    static func complete(assigned: Int) -> Int { UKClock.local(assigned).day >= day ? 8000 : 4800 }

    static let arc = Arc(
        number: 10, name: "a finding is acted on", first: day, last: CivilDate(year: 2026, month: 9, day: 30),
        what:
            "the record of a victim's withdrawal is complete in 48% of outcomes 14 and 16, after the finding of 22 April "
            + "2025 in 80%",
        expected: [("I14_percent_before", .number(48)), ("I14_percent_after", .number(80))])
}
