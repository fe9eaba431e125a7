import Tables

/// Logs that somebody is sent to.
enum Attendance {
    /// Of the target, in ten-thousandths.
    private static let inTime = Curve((0, 2000), (5000, 5600), (9000, 8800), (10_000, 9950))
    private static let late = Curve((0, 10_150), (6000, 13_000), (9000, 18_000), (10_000, 29_000))

    static func attend(_ log: inout Log, _ random: inout SplitMix64) {
        let date = UKClock.local(log.created).day
        log.isRemote = random.chance(9800) ? false : nil
        if log.grade > 3, random.chance(4000) { log.mustAttend = true }
        let clock = Clock(&log, &random)
        let isMissing = random.chance(MissingArrivals.rate(clock.grade, on: date))
        let arrival: Int
        if clock.grade == 3, random.chance(2500) {
            arrival = appointment(&log, &random)
        } else {
            arrival = self.arrival(log, clock, &random)
        }
        clock.lowerLate(&log, arrival: arrival, &random)
        log.attended = true
        log.arrival = arrival
        log.visits = Units.visits(log, arrival: arrival, &random)
        if log.grade == 1, random.chance(400) { arm(&log, arrival, &random) }
        let cleared = log.visits.compactMap(\.cleared).max() ?? arrival
        log.closed = cleared + random.inside(60...3600)
        if !isMissing, log.regrades.count < 2, random.chance(1200) {
            let last = log.regrades.last?.to ?? log.grade
            let lower = last == 5 ? 4 : last + (last > 1 && random.chance(2500) ? -1 : 1)
            Regrades.change(&log, to: lower, at: random.inside((arrival + 60)...cleared), &random)
        }
        if isMissing {
            for place in log.visits.indices where log.visits[place].type != .examiner {
                log.visits[place].arrived = nil
            }
        }
        atScene(&log, arrival, &random)
        if random.chance(20) {
            log.closed = nil
            log.status = .open
        } else {
            Endings.reopen(&log, &random)
        }
    }

    private static func arrival(_ log: Log, _ clock: Clock, _ random: inout SplitMix64) -> Int {
        let date = UKClock.local(log.created).day
        let target = Targets.seconds(clock.grade, isRural: log.place.isRural) ?? 250_000
        let isInTime = log.luck < DomesticGap.inTime(clock.grade, isDomestic: log.isDomestic, on: date)
        let response = target / 100 * (isInTime ? inTime : late).draw(&random) / 100
        let earliest = (log.regrades.last?.time ?? log.created) + 80
        return max(clock.start + response, earliest + random.below(20))
    }

    /// Two hours on one of the next days, mostly kept.
    private static func appointment(_ log: inout Log, _ random: inout SplitMix64) -> Int {
        let day = UKClock.local(log.created).day.adding(days: random.inside(1...2))
        let start = UKClock.utc(day, random.inside(9...18) * 3600)
        log.appointment = start...(start + 7200)
        let isKept = random.chance(8200)
        return isKept ? start + random.inside(-800...8000) : start + random.inside(8200...30_000)
    }

    private static func arm(_ log: inout Log, _ arrival: Int, _ random: inout SplitMix64) {
        log.isArmed = true
        let authorised = log.created + random.inside(60...400)
        log.armedAuthorised = authorised
        var visit = Units.visit(log, 20, &random)
        visit.type = .armed
        visit.callsign = "TRV\(random.inside(1...6))"
        visit.assigned = authorised + random.inside(5...40)
        let there = max(arrival, authorised + random.inside(300...1500))
        visit.arrived = there
        visit.cleared = there + random.inside(1200...9000)
        log.visits.append(visit)
    }

    private static func atScene(_ log: inout Log, _ arrival: Int, _ random: inout SplitMix64) {
        if log.isDomestic {
            log.dash = random.pick(weighted: [
                (.completed, 82), (.declined, 8), (.notApplicable, 5), (.notDone, 3), (nil, 2),
            ])
            log.bodyVideo = random.pick(weighted: [(true, 78), (false, 17), (nil, 5)])
        } else if random.chance(3000) {
            log.bodyVideo = random.chance(6000)
        }
        if random.chance(log.code.examined), let closed = log.closed {
            let request = arrival + random.inside(300...3600)
            log.examinerRequested = request
            if random.chance(8800) {
                let came =
                    request + (random.chance(8200) ? random.inside(3600...80_000) : random.inside(87_000...200_000))
                log.examinerArrived = came
                var visit = Units.visit(log, 30, &random)
                visit.type = .examiner
                visit.callsign = "CSI\(random.inside(1...9))"
                visit.assigned = request + random.inside(300...1800)
                visit.arrived = came
                visit.cleared = came + random.inside(1800...7200)
                log.visits.append(visit)
                log.closed = max(closed, (visit.cleared ?? came) + 600)
            }
        }
    }
}
