/// Counts the figures that a crime takes part in, from what was meant to happen to it.
func countCrime(_ facts: CrimeFacts, in figures: inout Figures) {
    countArrests(of: facts.crime, in: &figures)
    guard facts.isOurs else { return }
    let crime = facts.crime
    let recorded = Month(of: crime.recorded)
    figures.share("R06.recorded", recorded, true, of: "count")
    if let cancelled = crime.cancellation?.time {
        figures.share("R06.cancelled", Month(of: cancelled), true, of: "count")
    }
    guard facts.isCounted else { return }
    figures.share("I29.crimes", recorded, true, of: "count")
    if let delay = facts.delay, let reported = crime.reported {
        figures.share("R01", Month(of: reported), delay <= 86_400)
    }
    // A plan may take 72 hours.
    if facts.isInvestigated, let allocated = crime.investigation.allocated, allocated + 259_200 < facts.moment {
        figures.share("I01", Month(of: allocated), crime.investigation.plan != nil)
    }
    if let hasOutcome = facts.hasOutcome {
        figures.share("I17", recorded, facts.isCharged)
        figures.share("I18", recorded, facts.isPositive)
        figures.share("I20", recorded, hasOutcome && facts.outcome == "18")
        figures.share("I22", recorded, !hasOutcome)
    }
    guard facts.isFinished, let time = facts.assigned else { return }
    let assigned = Month(of: time)
    figures.share("I17.closed", assigned, facts.isCharged)
    figures.share("I18.closed", assigned, facts.isPositive)
    figures.share("I19", assigned, facts.isWithoutVictim)
    figures.share("I19.sixteen", assigned, facts.outcome == "16")
    figures.share("I20.closed", assigned, facts.outcome == "18")
    if facts.isInvestigated { figures.share("I05", assigned, facts.isReviewed) }
    if facts.isWithoutVictim { figures.share("I14", assigned, facts.isAuditable) }
    if facts.isCharged { figures.share("I17.charges", assigned, true, of: "count") }
}

/// Arrests count whether or not their crime can be read.
func countArrests(of crime: Crime, in figures: inout Figures) {
    guard !crime.isCopy else { return }
    for event in crime.events where event.type == .arrest && event.fate == .accepted && event.label == nil {
        figures.share("I29", Month(of: event.time), true, of: "count")
    }
}
