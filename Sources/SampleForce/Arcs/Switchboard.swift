import Tables

/// Arc 2: from 1 September 2025 a switchboard answers 101 first. Abandonment falls from 14% to 6%, the wait to a call
/// handler does not change, and the callers who now hang up in the second queue are counted nowhere but in C06.handler.
enum Switchboard {
    static let day = CivilDate(year: 2025, month: 9, day: 1)

    static func apply(to rates: inout Rates, on date: CivilDate) {
        guard date >= day else { return }
        rates.hasSwitchboard = true
        rates.abandoned = 600
        rates.lostBehindSwitchboard = 1000
    }

    static let arc = Arc(
        number: 2, name: "switchboard", first: day, last: CivilDate(year: 2026, month: 9, day: 30),
        what: "a switchboard answers 101 first: fewer calls count as abandoned, the wait to a handler is the same, "
            + "some callers are lost in the second queue",
        expected: [
            ("C06_percent_before", .number(14)), ("C06_percent_after", .number(6)),
            ("C06.handler_percent_after", .number(14)), ("C08.handler_change_seconds", .number(0)),
        ])
}
