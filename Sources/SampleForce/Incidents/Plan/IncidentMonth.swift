import Tables

/// The logs that were created in one month, in order of creation.
struct IncidentMonth {
    let month: Month
    var logs: [Log] = []
    /// Records of logs that there are not, and records that come twice.
    var strays = Strays()
    /// Faults planted here, by the export that shows them.
    var planted: [(source: LogSource, fault: FileTruth.Planted)] = []

    /// Numbers the logs, and names them in the calls that opened them.
    init(_ plan: inout MonthPlan, _ volumes: Volumes, seed: SplitMix64) {
        month = plan.month
        var random = seed.stream("logs \(month.id)")
        let openings = openings(of: plan, volumes, &random)
        var next: [CivilDate: Int] = [:]
        var luck = Luck(&random)
        func number(_ created: Int) -> LogID {
            let day = UKClock.local(created).day
            next[day, default: 0] += 1
            return LogID(day: day, number: next[day] ?? 1)
        }
        for opening in openings {
            let id = number(opening.created)
            logs.append(LogPlan.log(opening, id, &luck, &random))
            guard let (place, leg) = opening.call else { continue }
            plan.calls[place].legs[leg].logID = id
        }
        copies(&random)
        for place in logs.indices { logs[place].clearRepeatedHour() }
        for _ in 0..<(3 * volumes.scale) { test(&random, number) }
        if !volumes.isClean {
            for log in ClockChangeLogs.logs(in: month, number) { logs.append(log) }
            vanish(volumes.scale, &random)
        }
    }

    /// Callers who tell of what is already known: their logs repeat one of the last minutes.
    private mutating func copies(_ random: inout SplitMix64) {
        var last: [Area: Int] = [:]
        for place in logs.indices {
            let log = logs[place]
            guard log.callRef != nil, log.status == .closed, log.reopened == nil else { continue }
            if let parent = last[log.place.area], log.created - logs[parent].created < 1500,
                logs[parent].visits.count > 0, random.chance(2200)
            {
                copy(place, of: parent, &random)
            } else {
                last[log.place.area] = place
            }
        }
    }

    private mutating func copy(_ place: Int, of parent: Int, _ random: inout SplitMix64) {
        logs[parent].copies.append(place)
        var copy = logs[place]
        copy.status = .duplicate
        copy.duplicateOf = logs[parent].id
        copy.code = logs[parent].code
        copy.place = logs[parent].place
        copy.attended = nil
        copy.isRemote = nil
        copy.mustAttend = nil
        copy.regrades = []
        copy.finalGrade = copy.grade
        copy.dash = nil
        copy.bodyVideo = nil
        copy.delay = nil
        copy.appointment = nil
        copy.isArmed = false
        copy.armedAuthorised = nil
        copy.examinerRequested = nil
        copy.examinerArrived = nil
        copy.arrival = nil
        copy.closed = copy.created + random.inside(60...900)
        // Some had a unit sent already, which then goes to the same place.
        let sent = copy.visits.prefix(1).filter { $0.cleared ?? .max < logs[parent].closed ?? 0 }
        copy.visits = random.chance(4000) ? sent : []
        for unit in copy.visits.indices {
            copy.visits[unit].type = .neighbourhood
            copy.visits[unit].callsign = "\(copy.place.area.short)D\(padded(random.below(100), 2))"
        }
        copy.entries = copy.entries.filter { $0.time < copy.closed ?? 0 }
        logs[place] = copy
    }

    private mutating func test(_ random: inout SplitMix64, _ number: (Int) -> LogID) {
        guard let time = HourProfile.nonEmergency.draw(in: month, &random) else { return }
        let opening = Opening(origin: .officer, received: nil, created: time)
        var luck = Luck(&random)
        var log = LogPlan.log(opening, number(time), &luck, &random)
        log = Log(
            day: log.day, number: log.number, origin: log.origin, created: log.created, grade: log.grade,
            finalGrade: log.grade, code: log.code, place: log.place)
        log.status = .test
        log.closed = time + 120
        log.summary = "test log, please ignore"
        logs.append(log)
    }

    /// A few logs are deleted after the older export, or are typed in only after the newest.
    private mutating func vanish(_ scale: Int, _ random: inout SplitMix64) {
        let (first, last, presence, count): (CivilDate, CivilDate, Log.Presence, Int)
        switch month {
        case Month(2025, 12), Month(2026, 1):
            (first, last, presence, count) = (month.first, month.last, .deletedBeforeLastExport, 6)
        case Month(2026, 9):
            (first, last, presence, count) = (month.last.adding(days: -4), month.last, .typedInNextNight, 6)
        default: return
        }
        var places = logs.indices.filter { place in
            logs[place].isPlain && logs[place].callRef == nil && (first...last).contains(logs[place].day)
        }
        random.shuffle(&places)
        for place in places.prefix(count) { logs[place].presence = presence }
        guard presence == .typedInNextNight else { return }
        for place in places.dropFirst(count).prefix(1) { logs[place].presence = .deletedNextNight }
    }
}

/// Records of units, regrades and entries whose log is not in the exports.
struct Strays {
    var visits: [(id: LogID, visit: Log.Visit)] = []
    var regrades: [(id: LogID, regrade: Log.Regrade)] = []
    var entries: [(id: LogID, entry: Log.Entry)] = []
}
