extension Log {
    /// Takes every time of a log out of the hour that the clocks of October repeat, by moving all that comes after its
    /// beginning by two hours: what reads such a time is tried by planned logs, not by chance.
    mutating func clearRepeatedHour() {
        let hours = UKClock.repeatedHours.filter { $0.contains(created) || eventTimes.contains(where: $0.contains) }
        guard let from = hours.first?.lowerBound else { return }
        func moved(_ time: Int) -> Int { time < from ? time : time + 7200 }
        func moved(_ time: Int?) -> Int? { time.map { moved($0) } }
        received = moved(received)
        created = moved(created)
        thrive = moved(thrive)
        arrival = moved(arrival)
        examinerRequested = moved(examinerRequested)
        examinerArrived = moved(examinerArrived)
        armedAuthorised = moved(armedAuthorised)
        callerCancelled = moved(callerCancelled)
        closed = moved(closed)
        reopened = moved(reopened)
        for place in visits.indices {
            visits[place].assigned = moved(visits[place].assigned)
            visits[place].mobile = moved(visits[place].mobile)
            visits[place].arrived = moved(visits[place].arrived)
            visits[place].cleared = moved(visits[place].cleared)
        }
        for place in regrades.indices { regrades[place].time = moved(regrades[place].time) }
        for place in entries.indices { entries[place].time = moved(entries[place].time) }
    }

    private var eventTimes: [Int] {
        let own = [
            received, thrive, arrival, examinerRequested, examinerArrived, armedAuthorised, callerCancelled, closed,
            reopened,
        ]
        let sent = visits.flatMap { [$0.assigned, $0.mobile, $0.arrived, $0.cleared] }
        return (own + sent).compactMap(\.self) + regrades.map(\.time) + entries.map(\.time)
    }
}

extension Log {
    /// The log as it stood at a moment: what had not happened yet is not in the export.
    ///
    /// - Parameter children: the moment for a unit, regrade or entry of the given time, which may come with a later
    ///   export than the log itself.
    func known(at moment: Int, children: (Int) -> Int) -> Log {
        func before(_ time: Int?, _ end: Int) -> Int? { time.flatMap { $0 < end ? $0 : nil } }
        var log = self
        log.thrive = before(thrive, moment)
        log.examinerRequested = before(examinerRequested, moment)
        log.examinerArrived = before(examinerArrived, moment)
        log.armedAuthorised = before(armedAuthorised, moment)
        log.callerCancelled = before(callerCancelled, moment)
        log.closed = before(closed, moment)
        log.reopened = before(reopened, moment)
        log.crimes = crimes.filter { $0.recorded < moment }
        if log.closed == nil { log.closingCodes = "" }
        if log.closed == nil && closed != nil || log.callerCancelled == nil && callerCancelled != nil {
            log.status = .open
            log.isRemote = nil
            log.attended = nil
        }
        if let arrival {
            log.attended = arrival < moment ? attended : nil
            if arrival >= moment {
                log.dash = nil
                log.bodyVideo = nil
                log.arrival = nil
            }
        }
        if reopened != nil && log.reopened == nil && log.closed != nil { log.status = .closed }
        log.visits = visits.compactMap { visit in
            let end = children(visit.assigned ?? created)
            guard visit.assigned ?? created < end else { return nil }
            var visit = visit
            visit.mobile = before(visit.mobile, end)
            visit.arrived = before(visit.arrived, end)
            visit.cleared = before(visit.cleared, end)
            return visit
        }
        log.regrades = regrades.filter { $0.time < children($0.time) }
        log.entries = entries.filter { $0.time < children($0.time) }
        if !regrades.isEmpty, finalGrade == regrades[regrades.count - 1].to {
            log.finalGrade = regrades.last { $0.time < moment }?.to ?? grade
        }
        return log
    }
}
