import Tables

/// Who became wanted since January 2024, when they were circulated, and when they were found.
enum WantedPlan {
    private static let reasons = [
        ("FTA CRT", 34), ("FTA BAIL", 22), ("RECALL", 16), ("ARR SUSP", 22), ("FINE DEF", 6),
    ]

    static func people(scale: Int, _ random: inout SplitMix64) -> [WantedPerson] {
        var people: [WantedPerson] = []
        var month = Month(2024, 1)
        while month.id <= "2026-09" {
            for _ in 0..<(60 + random.inside(-5...5)) * scale {
                people.append(person(in: month, people.count, &random))
            }
            month = month.next
        }
        return people.sorted { ($0.wanted, $0.person) < ($1.wanted, $1.person) }
    }

    private static func person(in month: Month, _ number: Int, _ random: inout SplitMix64) -> WantedPerson {
        let wanted = Moments.plain(
            UKClock.utc(month.first.adding(days: random.below(month.days)), random.inside(28_800...79_200)))
        var person = WantedPerson(
            person: "U\(padded(number * 37 % 90_000 + 10_000, 5))\(padded(number / 90_000, 2))", wanted: wanted,
            why: random.pick(weighted: reasons),
            risk: random.pick(weighted: [("H", 18), ("M", 47), ("S", 35)]))
        let found = Moments.plain(WarrantTeam.found(wanted, &random))
        let circulated = DailyCheck.circulated(wanted, &random).map(Moments.plain)
        // Nobody circulates a person who has been found.
        person.circulated = circulated.flatMap { $0 < min(found, Moments.asOf) ? $0 : nil }
        person.cleared = found < Moments.asOf ? found : nil
        person.review = review(wanted, until: min(found, Moments.asOf), &random)
        return person
    }

    /// Every case is to be looked at every four weeks; one in six has not been for longer.
    private static func review(_ wanted: Int, until end: Int, _ random: inout SplitMix64) -> Int? {
        let ago = random.chance(8300) ? random.inside(3600...2_300_000) : random.inside(2_600_000...9_000_000)
        let time = Moments.plain(end - ago)
        return time > wanted ? time : nil
    }
}
