import Tables

/// Plans one crime from its report to its end, however far that lies behind the last export.
enum CrimePlan {
    private static let delays = Curve(
        (0, 240), (5000, 7000), (8500, 40_000), (9280, 86_000), (9800, 260_000), (10_000, 900_000))

    /// When a report that comes in at `reported` is recorded.
    static func recording(of reported: Int, _ random: inout SplitMix64) -> Int {
        Migration.moved(reported + delays.draw(&random), &random)
    }

    static func crime(
        _ offence: Offence, reported: Int, recorded: Int, _ log: Log?, _ registry: inout Registry,
        _ random: inout SplitMix64
    ) -> Crime {
        let system = Migration.system(recorded: recorded)
        let place = log?.place ?? LogPlan.place(&random)
        var crime = Crime(
            system: system, id: registry.number(system, recorded: recorded), logID: log?.id, reported: reported,
            recorded: recorded, offence: offence, place: place, officer: registry.officer(place, &random))
        crime.isLogKnown = log?.isInExports ?? false
        crime.isDomestic = log?.isDomestic == true ? true : random.chance(9700) ? false : nil
        crime.isHate = random.chance(200) ? true : random.chance(9000) ? false : nil
        crime.isFraud = offence.isFraud ? true : random.chance(9000) ? false : nil
        crime.summary = random.pick(weighted: summaries)
        VictimPlan.plan(&crime, &random)
        // Nothing else happens to a crime that is none, or not ours.
        if random.chance(200) {
            crime.cancellation = Crime.Cancellation(
                time: atDesk(recorded + random.inside(86_400...2_600_000), &random),
                reason: random.pick(["C1", "C2", "C3", "C4"]), isApproved: random.chance(8600) ? true : nil)
        } else if random.chance(110) {
            crime.transferred = atDesk(recorded + random.inside(3600...600_000), &random)
        }
        InvestigationPlan.plan(&crime, &random)
        OutcomePlan.plan(&crime, &registry, &random)
        ClosingPlan.plan(&crime, &random)
        EventPlan.plan(&crime, registry, &random)
        crime.toWholeMinutes()
        crime.clearRepeatedHours()
        return crime
    }

    private static let summaries: [(String, Int)] = [
        ("", 270), ("no cctv", 6), ("entered via rear door", 4), ("known to each other", 6), ("cctv requested", 5),
        ("cash and phone taken", 4), ("suspect made off on foot", 5),
    ]
}

extension Log {
    /// There once the newest exports are read.
    fileprivate var isInExports: Bool {
        fate == .accepted && presence != .deletedBeforeLastExport && presence != .typedInNextNight
    }
}
