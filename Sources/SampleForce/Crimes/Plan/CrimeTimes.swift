extension Crime {
    /// Changes every time alike.
    mutating func mapTimes(_ map: (Int) -> Int) {
        func mapped(_ time: Int?) -> Int? { time.map(map) }
        reported = mapped(reported)
        recorded = map(recorded)
        transferred = mapped(transferred)
        if let time = cancellation?.time { cancellation?.time = map(time) }
        if let time = withdrawal?.time { withdrawal?.time = map(time) }
        victim.acknowledged = mapped(victim.acknowledged)
        victim.needsAssessed = mapped(victim.needsAssessed)
        victim.referred = mapped(victim.referred)
        investigation.allocated = mapped(investigation.allocated)
        investigation.plan = mapped(investigation.plan)
        investigation.closingReview = mapped(investigation.closingReview)
        for place in outcomes.indices {
            outcomes[place].time = map(outcomes[place].time)
            outcomes[place].entered = map(outcomes[place].entered)
        }
        for place in events.indices {
            events[place].time = map(events[place].time)
            events[place].decision = mapped(events[place].decision)
        }
    }

    /// The old system knows no seconds.
    mutating func toWholeMinutes() {
        guard system == .connect else { return }
        mapTimes { $0 - $0 % 60 }
    }

    /// Takes every time out of the hours that the clocks of October repeat: what reads such a time is tried by planned
    /// crimes, not by chance.
    mutating func clearRepeatedHours() {
        for hours in UKClock.repeatedHours {
            var isTouched = false
            mapTimes { time in
                if hours.contains(time) { isTouched = true }
                return time
            }
            if isTouched { mapTimes { $0 < hours.lowerBound ? $0 : $0 + 7200 } }
        }
    }

    /// The crime as it stood at a moment: what had not happened yet is not in the export.
    func known(at moment: Int) -> Crime {
        func before(_ time: Int?) -> Int? { time.flatMap { $0 < moment ? $0 : nil } }
        var crime = self
        crime.transferred = before(transferred)
        if cancellation?.time ?? 0 >= moment { crime.cancellation = nil }
        crime.victim.acknowledged = before(victim.acknowledged)
        crime.victim.needsAssessed = before(victim.needsAssessed)
        crime.victim.referred = before(victim.referred)
        crime.investigation.allocated = before(investigation.allocated)
        crime.investigation.plan = before(investigation.plan)
        crime.investigation.closingReview = before(investigation.closingReview)
        crime.outcomes = outcomes.filter { $0.entered < moment }
        crime.events = events.filter { $0.time < moment }
        if crime.outcomes.isEmpty {
            crime.closing = ClosingNotes()
            if withdrawal?.time ?? moment >= moment { crime.withdrawal = nil }
        }
        if withdrawal?.time ?? 0 >= moment { crime.withdrawal?.time = nil }
        return crime
    }
}
