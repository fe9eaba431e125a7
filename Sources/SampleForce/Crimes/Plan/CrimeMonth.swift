import Tables

/// The crimes that were reported in one month. Its logs name those recorded from them.
struct CrimeMonth {
    let month: Month
    var crimes: [Crime] = []
    /// Faults planted here, by the export that shows them.
    var planted: [(source: CrimeSource, fault: FileTruth.Planted)] = []
    /// Entries and outcomes of crimes that are in no export.
    var strays: [Crime] = []

    init(_ logs: inout IncidentMonth, _ volumes: Volumes, _ registry: inout Registry, seed: SplitMix64) {
        month = logs.month
        var random = seed.stream("crimes \(month.id)")
        let links = record(logs, &registry, &random)
        logs.close(links, &random)
        for _ in 0..<volumes.count(52, in: month, &random) {
            guard let time = HourProfile.nonEmergency.draw(in: month, &random) else { continue }
            let recorded = CrimePlan.recording(of: time, &random)
            let offence = random.pick(weighted: Offence.withoutLog)
            crimes.append(
                CrimePlan.crime(offence, reported: time, recorded: recorded, nil, &registry, &random))
        }
        if !volumes.isClean { vanish(&random) }
    }

    /// In ten-thousandths of closed logs by opening code: recorded as a crime.
    private static let rates = [
        "DOM": 3890, "VAP": 4710, "BUR": 5880, "ROB": 6340, "SEX": 6790, "THF": 5070, "DAM": 4710, "SHP": 6150,
        "DRG": 5610, "ASB": 320, "CFW": 230, "SUS": 180,
    ]

    /// Records crimes from logs. Returns what each log names, by its place.
    private mutating func record(_ logs: IncidentMonth, _ registry: inout Registry, _ random: inout SplitMix64)
        -> [Int: [CrimeLink]]
    {
        var links: [Int: [CrimeLink]] = [:]
        var last: [Area: CrimeLink] = [:]
        for (place, log) in logs.logs.enumerated() where log.isLikelyCrime {
            guard random.chance(CrimeMonth.rates[log.code.name] ?? 0) else {
                // The same crime was reported before.
                if log.code.isCrime, random.chance(1800), let link = last[log.place.area] { links[place] = [link] }
                continue
            }
            let reported = log.received ?? log.created
            for _ in 0..<(random.chance(400) ? 2 : 1) {
                let offence = random.pick(weighted: Offence.byOpening[log.code.name] ?? Offence.otherwise)
                let recorded = CrimePlan.recording(of: reported, &random)
                let crime = CrimePlan.crime(
                    offence, reported: reported, recorded: recorded, log, &registry, &random)
                crimes.append(crime)
                let link = CrimeLink(id: crime.id, recorded: crime.recorded)
                links[place, default: []].append(link)
                last[log.place.area] = link
            }
        }
        return links
    }

    /// One crime is deleted between the last two nights, one on the night after, and a few are corrected then.
    private mutating func vanish(_ random: inout SplitMix64) {
        guard month == Month(2026, 9) else { return }
        var places = crimes.indices.filter {
            crimes[$0].isPlain && (3...24).contains(UKClock.local(crimes[$0].recorded).day.components.day)
        }
        random.shuffle(&places)
        for (rank, place) in places.prefix(10).enumerated() {
            crimes[place].isStory = true
            switch rank {
            case 0, 1:
                crimes[place].presence = rank == 0 ? .deletedLastNight : .deletedNextNight
                crimes[place].outcomes = []
                crimes[place].events = []
            default: crimes[place].presence = .correctedNextNight
            }
        }
    }
}

extension Log {
    /// Closed, and nobody else's.
    fileprivate var isLikelyCrime: Bool {
        status == .closed && duplicateOf == nil && fate != .duplicate && summary != "test log, please ignore"
    }
}
