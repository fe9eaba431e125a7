import Tables

/// Arc 8: the crime system is replaced on 1 December 2025. For five days nothing is recorded; what was reported then is
/// recorded when the new system is up.
enum Migration {
    static let last = CivilDate(year: 2025, month: 11, day: 30)
    static let first = CivilDate(year: 2025, month: 12, day: 6)

    static func system(recorded: Int) -> CrimeSystem {
        UKClock.local(recorded).day <= last ? .connect : .niche
    }

    /// The moment of recording, moved out of the days without a system.
    static func moved(_ recorded: Int, _ random: inout SplitMix64) -> Int {
        let day = UKClock.local(recorded).day
        guard day > last, day < first else { return recorded }
        return UKClock.utc(first, 25_200) + random.below(200_000)
    }

    static let arc = Arc(
        number: 8, name: "a new crime system", first: CivilDate(year: 2025, month: 12, day: 1), last: first,
        what: "crimes recorded until 30 November 2025 are in the old system, those recorded from 6 December in the new "
            + "one, with other labels and identifiers; from 1 to 5 December nothing is recorded",
        expected: [("days_without_a_recorded_crime", .number(5))])
}
