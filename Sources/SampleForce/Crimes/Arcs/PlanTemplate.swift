import Tables

/// Arc 7: from June 2025 a template writes the plan. Nearly every investigation then has one, and supervisors review
/// their open cases in one go on the last day of the month.
enum PlanTemplate {
    static let day = CivilDate(year: 2025, month: 6, day: 1)

    /// In ten-thousandths of allocated investigations: a plan is recorded.
    static func planned(allocated: Int) -> Int { UKClock.local(allocated).day >= day ? 9600 : 6200 }

    /// In ten-thousandths of a month's open cases: reviewed in the burst at its end, and on its own.
    static func inBurst(_ month: Month) -> Int { month.first >= day ? 5200 : 0 }
    static func reviewed(_ time: Int) -> Int { UKClock.local(time).day >= day ? 3200 : 5600 }

    /// The minute in which a supervisor enters them.
    static func burst(_ supervisor: String, _ month: Month) -> Int {
        let hash = supervisor.utf8.reduce(month.month) { ($0 * 31 + Int($1)) % 9973 }
        return UKClock.utc(month.last, 57_600 + hash % 50 * 60)
    }

    static let arc = Arc(
        number: 7, name: "presence is not quality", first: day, last: CivilDate(year: 2026, month: 9, day: 30),
        what:
            "investigation plans rise from 62% to 96% with a template; from then on supervisors enter many reviews within "
            + "a minute on the last day of each month (Q09)",
        expected: [
            ("I01_percent_before", .number(62)), ("I01_percent_after", .number(96)),
            ("Q09_percent_before_at_most", .number(2)), ("Q09_percent_after_at_least", .number(30)),
        ])
}
