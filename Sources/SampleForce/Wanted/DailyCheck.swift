import Tables

/// Arc 15: from June 2025 somebody compares the warrants with the Police National Computer every morning.
enum DailyCheck {
    static let day = CivilDate(year: 2025, month: 6, day: 2)

    private static let usual = Curve((0, 1), (3000, 18), (6000, 40), (9000, 200), (10_000, 700))
    private static let checked = Curve((0, 0), (5000, 8), (9200, 22), (9700, 40), (10_000, 200))

    /// When somebody was circulated; nothing where nobody did.
    static func circulated(_ wanted: Int, _ random: inout SplitMix64) -> Int? {
        let begins = UKClock.utc(day, 0)
        let minutes = random.inside(1...59) * 60
        if wanted >= begins {
            return random.chance(150) ? nil : wanted + checked.draw(&random) * 3600 + minutes
        }
        let isMissed = random.chance(1400)
        let usual = wanted + usual.draw(&random) * 3600 + minutes
        // The first checks find most of those who had been forgotten.
        let found = begins + random.inside(30_000...500_000)
        if isMissed { return random.chance(8000) ? found : nil }
        return usual < begins ? usual : min(usual, found)
    }

    static let arc = Arc(
        number: 15, name: "daily check of circulation", first: day, last: CivilDate(year: 2026, month: 9, day: 30),
        what: "wanted people circulated within a day rise from about a third to nine in ten; nearly all who "
            + "are wanted are circulated",
        expected: [("S03.in_time_percent_before", .number(32)), ("S03.in_time_percent_after", .number(90))])
}
