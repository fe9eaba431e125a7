import Tables

/// Cases referred since April 2024. Arc 18: from April 2026 half of the team is lent to another operation,
/// and cases wait longer.
enum EnforcementPlan {
    static let lent = CivilDate(year: 2026, month: 4, day: 1)

    private static let wait = Curve((0, 3), (3000, 18), (7000, 52), (9500, 110), (10_000, 200))
    private static let longer = Curve((0, 5), (2000, 40), (6000, 140), (9500, 220), (10_000, 300))
    /// The Kent Internet Risk Assessment Tool's levels.
    private static let levels = [("High", 14), ("Medium", 36), ("Low", 50)]

    static func cases(scale: Int, _ random: inout SplitMix64) -> [EnforcementCase] {
        var cases: [EnforcementCase] = []
        var month = Month(2024, 4)
        while month.id <= "2026-09" {
            for _ in 0..<((15 + random.inside(-2...2)) * scale) {
                let referred = atDesk(
                    UKClock.utc(month.first.adding(days: random.below(month.days)), random.inside(28_800...62_000)),
                    &random)
                cases.append(plan(referred, &random))
            }
            month = month.next
        }
        // The last day has one, so that September is seen to be whole.
        cases.append(plan(Moments.midnight(2026, 9, 30) + 40_360, &random))
        cases.sort { ($0.referred, $0.risk) < ($1.referred, $1.risk) }
        return cases.enumerated().map { place, planned in
            EnforcementCase(
                id: "OCAG-\(padded(place + 1041, 6))", referred: planned.referred, state: planned.state,
                review: planned.review, risk: planned.risk, enforced: planned.enforced)
        }
    }

    private static func plan(_ referred: Int, _ random: inout SplitMix64) -> EnforcementCase {
        let risk = random.pick(weighted: levels)
        let isLate = UKClock.local(referred).day >= lent
        let days = (isLate ? longer : wait).draw(&random)
        let acted = atDesk(
            referred + (risk == "High" ? days / 3 : days) * 86_400 + random.inside(3600...50_000), &random)
        let isEnforced = acted < Moments.asOf
        let end = min(acted, Moments.asOf)
        let looked =
            end
            - (random.chance(isLate ? 5200 : 8600)
                ? random.inside(7200...2_300_000) : random.inside(2_500_000...6_000_000))
        return EnforcementCase(
            id: "", referred: referred, state: isEnforced ? .enforced : .waiting,
            review: looked > referred ? looked : nil, risk: risk, enforced: isEnforced ? acted : nil)
    }

    static let arc = Arc(
        number: 18, name: "a team lent elsewhere", first: lent, last: CivilDate(year: 2026, month: 9, day: 30),
        what:
            "with half of the team lent elsewhere cases awaiting enforcement more than double by September 2026; fewer of "
            + "them have fresh intelligence",
        expected: [
            ("E01_end_of_September_of_March_2026_at_least", .number(2)), ("E01.fresh_percent_at_most", .number(70)),
        ])
}
