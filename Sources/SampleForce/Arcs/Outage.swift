import Tables

/// Arc 11: the telephone system is down from 14 to 16 May 2026.
enum Outage {
    static let first = CivilDate(year: 2026, month: 5, day: 14)
    static let last = CivilDate(year: 2026, month: 5, day: 16)

    static func apply(to rates: inout Rates, on date: CivilDate) {
        guard (first...last).contains(date) else { return }
        rates.turnedAway = 6000
        rates.fastEmergency = 3500
        rates.slowEmergency = Curve((0, 30), (5000, 90), (9000, 200), (10_000, 420))
        rates.abandonedEmergency = 1200
        rates.abandoned = 3500
        rates.switchboardWait = Curve((0, 120), (5000, 600), (10_000, 1500))
        rates.switchboardPatience = Curve((0, 60), (6000, 300), (10_000, 1200))
    }

    static let arc = Arc(
        number: 11, name: "telephone outage", first: first, last: last,
        what: "about 60% of calls never arrive, those that do wait long; to be excluded with authority and shown with "
            + "and without",
        expected: [("C01_percent", .number(35)), ("C06_percent", .number(35))])
}
