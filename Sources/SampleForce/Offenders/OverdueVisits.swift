import Tables

/// Arc 17: since July 2026 the offenders of one manager have not been visited when they were due.
enum OverdueVisits {
    /// The manager's number.
    static let manager = 4

    /// Days since the visit was due, where it was not made.
    static func late(_ manager: Int, _ random: inout SplitMix64) -> Int? {
        let days = (usual: random.inside(1...25), absent: random.inside(3...88))
        if manager == OverdueVisits.manager { return random.chance(5800) ? days.absent : nil }
        return random.chance(450) ? days.usual : nil
    }

    static let arc = Arc(
        number: 17, name: "one manager's visits", first: CivilDate(year: 2026, month: 7, day: 1),
        last: CivilDate(year: 2026, month: 9, day: 30),
        what: "more than half of the active offenders of one manager of six are overdue, and most of all who are",
        expected: [("share_of_overdue_with_the_manager_at_least", .decimal("0.5"))])
}
