import Tables

/// Arc 3: in July and August 2026 the 101 line fails from 18:00 to 21:00.
enum SummerEvenings {
    static let first = CivilDate(year: 2026, month: 7, day: 1)
    static let last = CivilDate(year: 2026, month: 8, day: 31)

    static func apply(to rates: inout Rates, on date: CivilDate, hour: Int) {
        guard (first...last).contains(date), (18..<21).contains(hour) else { return }
        rates.abandoned = 2200
        rates.switchboardWait = Curve((0, 10), (5000, 60), (10_000, 400))
        rates.switchboardPatience = Curve((0, 12), (6000, 90), (10_000, 420))
    }

    static let arc = Arc(
        number: 3, name: "summer evenings", first: first, last: last,
        what: "101 calls offered from 18:00 to 21:00 are abandoned more than three times as often as in other hours",
        expected: [("C06_percent_18_to_21", .number(22)), ("C06_percent_other_hours", .number(6))])
}
