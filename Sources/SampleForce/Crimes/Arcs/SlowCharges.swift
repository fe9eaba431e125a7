import Tables

/// Arc 9: the charge rate of every month's crimes is the same once they are finished, but a charge takes from a day to a
/// year: that of the last months seems to fall.
enum SlowCharges {
    /// Days from recording to charge.
    static let days = Curve((0, 1), (1500, 5), (4000, 45), (6500, 120), (8500, 230), (10_000, 390))

    static let arc = Arc(
        number: 9, name: "a charge takes its time", first: CivilDate(year: 2026, month: 4, day: 1),
        last: CivilDate(year: 2026, month: 9, day: 30),
        what: "by month of recording the charge rate falls in the last months, because a charge comes weeks to a year "
            + "after the crime; by months since recording every cohort is on the same curve",
        expected: [("I17_percent_finished_at_least", .number(6)), ("I17_percent_last_quarter_at_most", .number(4))])
}
