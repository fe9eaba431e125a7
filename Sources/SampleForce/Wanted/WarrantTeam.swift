import Tables

/// Arc 14: from February 2026 a warrant team halves the number of people who are wanted.
enum WarrantTeam {
    static let day = CivilDate(year: 2026, month: 2, day: 2)

    private static let wait = Curve((0, 1), (2500, 6), (5000, 30), (7500, 110), (9300, 230), (10_000, 330))

    /// When somebody is found, or no longer wanted.
    static func found(_ wanted: Int, _ random: inout SplitMix64) -> Int {
        let seconds = wait.draw(&random) * 86_400 + random.inside(600...80_000)
        let begins = UKClock.utc(day, 0)
        if wanted >= begins { return wanted + seconds * 38 / 100 }
        let usual = wanted + seconds
        return usual < begins ? usual : begins + (usual - begins) * 35 / 100
    }

    static let arc = Arc(
        number: 14, name: "warrant team", first: day, last: CivilDate(year: 2026, month: 9, day: 30),
        what: "people wanted at the end of the month fall by half in the half year after a warrant team begins",
        expected: [("wanted_after_of_before_at_most", .decimal("0.55"))])
}
