import Tables

/// Who is managed, by whom, when they were visited and when they are to be.
struct OffenderPlan {
    private(set) var offenders: [Offender] = []
    private(set) var visits: [OffenderVisit] = []
    private let today = CivilDate(year: 2026, month: 9, day: 30)

    init(scale: Int, seed: SplitMix64) {
        var random = seed.stream("offenders")
        for number in 0..<(168 * scale) {
            let risk: Offender.Risk = random.pick(
                weighted: [(.veryHigh, 4), (.high, 18), (.medium, 42), (.low, 36)])
            let management = random.pick(
                weighted: [("COMMUNITY", 82), ("CUSTODY", 12), ("REACTIVE", 4), ("ABROAD", 2)])
            let manager = random.below(6 * scale)
            var offender = Offender(
                id: "SO\(padded(20_000 + number * 13 % 70_000, 5))", risk: risk, management: management,
                manager: manager)
            if offender.isActive { plan(&offender, &random) }
            offenders.append(offender)
        }
        visits.sort { ($0.time, $0.offender) < ($1.time, $1.offender) }
    }

    private mutating func plan(_ offender: inout Offender, _ random: inout SplitMix64) {
        let interval = offender.risk.interval
        let late = OverdueVisits.late(offender.manager, &random)
        let due = late.map { today.adding(days: -$0) } ?? today.adding(days: 1 + random.below(interval * 9 / 10))
        offender.due = due
        var day = due.adding(days: -interval - random.below(9))
        offender.lastVisit = day
        if let late {
            // Somebody was there, and nobody opened.
            if late > 6, random.chance(4000) { visit(offender, due.adding(days: random.inside(1...5)), false, &random) }
        } else if due < today.adding(days: 12), random.chance(5000) {
            // Seen already, while the plan still has the old day.
            day = today.adding(days: -random.inside(1...10))
            offender.due = day
            offender.lastVisit = day
        }
        while day > CivilDate(year: 2024, month: 10, day: 1) {
            visit(offender, day, true, &random)
            if random.chance(1400) { visit(offender, day.adding(days: -random.inside(1...6)), false, &random) }
            day = day.adding(days: -interval - random.inside(-6...10))
        }
        offender.armsDue = today.adding(days: random.chance(9200) ? random.inside(0...340) : -random.inside(1...90))
        offender.supervised = today.adding(
            days: -(random.chance(8600) ? random.inside(2...90) : random.inside(91...210)))
    }

    private mutating func visit(_ offender: Offender, _ day: CivilDate, _ isSeen: Bool, _ random: inout SplitMix64) {
        let time = Moments.plain(UKClock.utc(day, random.inside(30_000...68_000)))
        guard time < Moments.asOf, day >= CivilDate(year: 2024, month: 10, day: 1) else { return }
        visits.append(
            OffenderVisit(
                offender: offender.id, time: time, isSeen: isSeen,
                kind: random.chance(8000) ? "HOME - UNANNOUNCED" : "HOME - ARRANGED"))
    }
}
