/// Counts the attendance figures that a log takes part in.
func countAttendance(of facts: LogFacts, in figures: inout Figures, asOf: Int) {
    guard facts.isCounted else { return }
    let log = facts.log
    let month = Month(of: facts.received)
    if log.created + 900 < asOf { figures.share("A13", month, facts.isRaisedSoon) }
    if let isRemote = log.isRemote { figures.share("A17", month, isRemote) }
    if let requested = log.examinerRequested, requested + 86_400 < asOf {
        let isInTime = log.examinerArrived.map { (0...86_400).contains($0 - requested) } ?? false
        figures.share("A19.in_time", month, isInTime)
    }
    countAppointment(facts, &figures, asOf)
    countByOtherGrades(facts, month, &figures, asOf)
    guard facts.mustAttend, !facts.isCancelled(before: facts.due) else { return }
    countLate(facts, month, &figures, asOf)
    countAttended(facts, month, &figures)
    guard !facts.isAtScene, let due = facts.due, due < asOf else { return }
    let hit = facts.isInTime == true
    figures.share(log.isDomestic ? "A07" : "A07.others", month, hit)
    switch facts.judgedGrade {
    case 1:
        figures.share("A01", month, hit)
        if facts.hasResponseTime { figures.share("A01b", month, hit) }
    case 2:
        figures.share("A03", month, hit)
        if facts.hasResponseTime { figures.share("A03b", month, hit) }
    default: figures.share("A05", month, hit)
    }
}

/// The same by the grade at arrival, whatever came before, and by the first grade.
private func countByOtherGrades(_ facts: LogFacts, _ month: Month, _ figures: inout Figures, _ asOf: Int) {
    guard facts.mustAttend, !facts.isAtScene else { return }
    let names = [1: "A01", 2: "A03"]
    let grade = facts.gradeAtStop
    if let name = names[grade], let due = facts.dueByArrival, due < asOf, !facts.isCancelled(before: due) {
        figures.share("\(name).arrival", month, facts.isInTime(from: facts.start(grade), due: due) == true)
    }
    if let name = names[facts.log.grade], let due = facts.dueByFirst, due < asOf, !facts.isCancelled(before: due) {
        figures.share("\(name).first", month, facts.isInTime(from: facts.received, due: due) == true)
    }
}

private func countAppointment(_ facts: LogFacts, _ figures: inout Figures, _ asOf: Int) {
    guard let appointment = facts.log.appointment, facts.log.callerCancelled == nil else { return }
    let window = (appointment.lowerBound - 900)...(appointment.upperBound + 900)
    guard window.upperBound < asOf else { return }
    figures.share("A06", Month(of: appointment.lowerBound), facts.arrived.map { window.contains($0) } ?? false)
}

private func countLate(_ facts: LogFacts, _ month: Month, _ figures: inout Figures, _ asOf: Int) {
    figures.share("A12", month, facts.isDowngraded)
    figures.share("A12.late", month, facts.missedGrade != nil)
    guard facts.isLate, let due = facts.due else { return }
    if due + 1800 < asOf {
        let isTold = facts.entries.contains {
            $0.kind == .update && $0.time >= due - 900 && $0.time <= max(due + 1800, (facts.arrived ?? 0) - 1)
        }
        figures.share("A09", month, isTold)
    }
    guard due < asOf else { return }
    let isRechecked = facts.entries.contains { $0.kind == .rethrive && $0.time > due && $0.time < facts.stop }
    figures.share("A10", month, isRechecked)
    figures.share("A16", month, facts.log.delay == .noUnit)
}

private func countAttended(_ facts: LogFacts, _ month: Month, _ figures: inout Figures) {
    let log = facts.log
    if log.status == .closed { figures.share("A18", month, facts.attendedAny != true) }
    guard facts.attendedAny == true else { return }
    figures.share("A24", month, facts.arrived == nil)
    guard log.isDomestic else { return }
    figures.share("A22", month, log.bodyVideo == true)
    if log.dash != .notApplicable { figures.share("A21", month, log.dash == .completed) }
}
