import Tables

extension TableRules {
    /// What one crime fails. What a rejected crime leaves behind names a crime that is not there.
    mutating func count(_ facts: CrimeFacts) {
        let crime = facts.crime
        guard crime.fate == .accepted else {
            if crime.fate == .rejected, !crime.isCopy { countOrphans(of: crime) }
            return
        }
        if let reported = crime.reported, crime.recorded < reported - 60 { add("DQ18", "crimes") }
        if crime.status == .open, let code = facts.code, code != "0" { add("DQ19b", "crimes") }
        if let time = facts.outcomeTime, UKClock.local(time).day < UKClock.local(crime.recorded).day {
            add("DQ19c", "crimes")
        }
        if crime.status == .closed, facts.code == "0" { add("DQ19d", "crimes") }
        if facts.code?.hasSuffix("A") == true { add("DQ20", "crimes") }
        if let allocated = crime.investigation.allocated {
            if let plan = crime.investigation.plan, plan < allocated - 86_400 { add("DQ21a", "crimes") }
            let early = crime.events.count { $0.type == .review && $0.time < allocated && $0.label == nil }
            add("DQ21b", "reviews", early)
        }
        if facts.isWithoutVictim, let withdrawn = crime.withdrawal?.time, let assigned = facts.assigned,
            UKClock.local(withdrawn).day > UKClock.local(assigned).day
        {
            add("DQ22", "crimes")
        }
        if crime.logID != nil, !crime.isLogKnown { add("DQ23f", "crimes") }
    }

    /// Decisions and outcomes of a crime that is not there.
    mutating func countOrphans(of crime: Crime) {
        let decisions = crime.events.filter { $0.type.isDecision && $0.label == nil && $0.fate == .accepted }
        add("DQ23g", "decisions", decisions.count)
        add("DQ23h", "outcome_history", crime.outcomes.count { $0.fate == .accepted })
    }
}
