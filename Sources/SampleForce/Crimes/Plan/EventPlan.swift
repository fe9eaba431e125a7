import Tables

/// The dated entries of a crime.
enum EventPlan {
    /// Nothing after this is in any export.
    private static let horizon = UKClock.utc(CivilDate(year: 2026, month: 10, day: 3), 0)

    static func plan(_ crime: inout Crime, _ registry: Registry, _ random: inout SplitMix64) {
        let end = min(horizon, ended(crime))
        var events: [CrimeEvent] = []
        if let allocated = crime.investigation.allocated {
            reviews(crime, allocated, end, registry, &events, &random)
            if crime.victim.type == .individual { contacts(crime, allocated, end, &events, &random) }
        }
        if crime.investigation.isRequired == false {
            if random.chance(8000) {
                let time = atDesk(crime.recorded + random.inside(600...200_000), &random)
                events.append(CrimeEvent(type: .noInvestigation, time: time, officer: crime.officer))
            }
        } else if random.chance(crime.isDomestic == true ? 3600 : crime.offence.arrested) {
            arrest(crime, registry, &events, &random)
        }
        if let charge = crime.outcomes.first(where: { OutcomeCode.folded($0.code) == "1" }) {
            let time = max(crime.recorded, charge.time - 1800)
            events.append(
                CrimeEvent(type: .charge, time: time, officer: crime.officer, person: registry.nominal(&random)))
        }
        if crime.victim.type == .individual { notices(crime, &events, &random) }
        crime.events = events.filter { $0.time < horizon }.enumerated()
            .sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }.map(\.element)
    }

    private static func ended(_ crime: Crime) -> Int {
        crime.outcomes.first?.time ?? crime.cancellation?.time ?? crime.transferred ?? horizon
    }

    private static func reviews(
        _ crime: Crime, _ allocated: Int, _ end: Int, _ registry: Registry, _ events: inout [CrimeEvent],
        _ random: inout SplitMix64
    ) {
        let supervisor = registry.supervisor(crime.place, &random)
        var due = allocated + 2_419_200
        while due - 900_000 < end {
            let time = atDesk(due - random.inside(-200_000...900_000), &random)
            if random.chance(PlanTemplate.reviewed(time)), time > allocated, time < end {
                events.append(CrimeEvent(type: .review, time: time, officer: supervisor))
            }
            due += 2_419_200
        }
        var month = Month(of: allocated)
        while true {
            let time = PlanTemplate.burst(supervisor, month) + random.below(50)
            if time >= end { break }
            if time > allocated, random.chance(PlanTemplate.inBurst(month)) {
                events.append(CrimeEvent(type: .review, time: time, officer: supervisor))
            }
            month = month.next
        }
    }

    private static func contacts(
        _ crime: Crime, _ allocated: Int, _ end: Int, _ events: inout [CrimeEvent], _ random: inout SplitMix64
    ) {
        let every = (crime.victim.updateDays ?? 28) * 86_400
        var due = allocated + every
        while due - every / 3 < end {
            if random.chance(6600) {
                let time = atDesk(due - random.inside((-every / 6)...(every / 2)), &random)
                if time < end { events.append(CrimeEvent(type: .contact, time: time, officer: crime.officer)) }
            }
            due += every
        }
    }

    /// In custody for hours; released on bail that is then changed, or under investigation.
    private static func arrest(
        _ crime: Crime, _ registry: Registry, _ events: inout [CrimeEvent], _ random: inout SplitMix64
    ) {
        for _ in 0..<(random.chance(900) ? 2 : 1) {
            let person = registry.nominal(&random)
            func add(_ type: CrimeEventType, _ time: Int) {
                events.append(CrimeEvent(type: type, time: time, officer: crime.officer, person: person))
            }
            let isSoon = random.chance(6500)
            let time = crime.recorded + (isSoon ? random.inside(-3600...80_000) : random.inside(80_000...2_600_000))
            add(.arrest, time)
            if random.chance(9000) { add(.interview, time + random.inside(10_000...60_000)) }
            guard random.chance(8500) else { continue }
            let release = time + random.inside(62_000...84_000)
            add(.release, release)
            if random.chance(3000) { add(.bail, atDesk(release + random.inside(600_000...2_500_000), &random)) }
        }
    }

    private static let telling = Curve((0, 900), (4000, 70_000), (7000, 300_000), (9000, 700_000), (10_000, 1_500_000))
    private static let tellingEntitled = Curve((0, 600), (6000, 40_000), (8500, 120_000), (10_000, 700_000))

    /// Most decisions are told to the victim, some of these without saying which.
    private static func notices(_ crime: Crime, _ events: inout [CrimeEvent], _ random: inout SplitMix64) {
        for decision in events where decision.type.isDecision && random.chance(8600) {
            let wait = (crime.victim.isEnhanced == true ? tellingEntitled : telling).draw(&random)
            events.append(
                CrimeEvent(
                    type: .notice, time: atDesk(decision.time + wait, &random),
                    decision: random.chance(8500) ? decision.time : nil, officer: crime.officer))
        }
    }
}
