import Tables

/// Arc 13: from March 2026 a daily meeting goes through high-risk suspects who have not been found.
enum HighRiskPursuit {
    static let day = CivilDate(year: 2026, month: 3, day: 2)

    private static let usual = Curve((0, 1), (3500, 4), (6500, 16), (8500, 60), (9500, 170), (10_000, 420))
    private static let pursued = Curve((0, 0), (5000, 3), (9000, 9), (10_000, 40))

    /// Days until somebody who was not arrested at once is dealt with.
    static func days(named: Int, _ risk: Suspect.Risk, _ random: inout SplitMix64) -> Int {
        let usual = usual.draw(&random)
        guard risk == .high else { return usual }
        let begins = UKClock.utc(day, 0)
        let quick = pursued.draw(&random)
        if named >= begins { return min(usual, quick) }
        // Those who are still out when the meeting begins are found in the weeks after.
        let waited = max(0, (begins - named) / 86_400)
        return min(usual, waited + 2 * quick)
    }

    static let arc = Arc(
        number: 13, name: "pursuit of high-risk suspects", first: day, last: CivilDate(year: 2026, month: 9, day: 30),
        what: "outstanding high-risk suspects fall to less than a third after a daily meeting begins; others do not",
        expected: [("S01_high_after_of_before_at_most", .decimal("0.35"))])
}
