/// Counts the figures that a contact takes part in, from what was meant to happen to it.
///
/// - Parameter shortAbandon: callers who hang up in fewer seconds did not wait.
func countFigures(of call: Call, in figures: inout Figures, asOf: Int, shortAbandon: Int) {
    guard call.intent.isCounted else { return }
    countSegments(of: call, in: &figures, asOf: asOf)
    let intent = call.intent
    guard intent.direction == .inbound, !intent.isTest else { return }
    figures.share("C18", call.month, true, of: "count_per_hour")
    switch intent.channel {
    case .emergency: countEmergency(intent, call.month, &figures, shortAbandon)
    case .nonEmergency: countNonEmergency(intent, call.month, &figures, shortAbandon)
    case .livechat:
        figures.share("C17.lost", call.month, intent.abandonedAfter != nil)
        if intent.isAnswered, let wait = intent.wait { figures.quantiles("C17", call.month, wait) }
    default: break
    }
}

private func countEmergency(_ intent: Intent, _ month: Month, _ figures: inout Figures, _ shortAbandon: Int) {
    if intent.callerKnown { figures.share("C11", month, intent.isRepeat) }
    if intent.isAnswered, let wait = intent.wait {
        for id in ["C01", "C01b", "C01b.raw"] { figures.share(id, month, wait < 10) }
        figures.mean("C02", month, wait)
        figures.quantiles("C03", month, wait)
        countBands("C04", wait, month, &figures)
    }
    if intent.isAnswered, let wait = intent.networkWait {
        figures.share("C01n", month, wait < 10)
        figures.mean("C02n", month, wait)
        figures.quantiles("C03n", month, wait)
        countBands("C04n", wait, month, &figures)
    }
    guard intent.waitedInQueue else { return }
    let abandoned = intent.abandonedAfter
    figures.share("C05.raw", month, abandoned != nil)
    if abandoned != nil { figures.share("C01b.raw", month, false) }
    guard abandoned ?? .max >= shortAbandon else { return }
    figures.share("C05", month, abandoned != nil)
    if abandoned != nil { figures.share("C01b", month, false) }
}

private func countBands(_ figure: String, _ wait: Int, _ month: Month, _ figures: inout Figures) {
    figures.share(figure, month, wait < 10, of: "share:under 10 s")
    figures.share(figure, month, (10..<60).contains(wait), of: "share:10 s to under 60 s")
    figures.share(figure, month, wait >= 60, of: "share:60 s or more")
}

private func countNonEmergency(_ intent: Intent, _ month: Month, _ figures: inout Figures, _ shortAbandon: Int) {
    if intent.isAnswered, let wait = intent.wait {
        figures.mean("C08.human", month, wait)
        figures.quantiles("C09", month, wait)
        figures.share("C09.long", month, wait > 900)
        figures.share("C10", month, wait <= 30)
        figures.share("C10.strict", month, wait <= 30)
    }
    if let wait = intent.handlerWait {
        figures.mean("C08.handler", month, wait)
        figures.quantiles("C09.handler", month, wait)
    }
    guard intent.waitedInQueue else { return }
    let abandoned = intent.abandonedAfter
    figures.share("C07", month, abandoned != nil)
    if abandoned ?? .max >= shortAbandon {
        figures.share("C06", month, abandoned != nil)
        figures.share("C06.handler", month, intent.isLost)
    }
    guard let abandoned else { return }
    if abandoned > 30 { figures.share("C10", month, false) }
    figures.share("C10.strict", month, false)
    if intent.callerKnown {
        figures.share("C12", month, intent.answeredAgain)
        figures.share("C12.to_999", month, intent.rangEmergency)
    }
}

/// The figures that are taken over segments.
private func countSegments(of call: Call, in figures: inout Figures, asOf: Int) {
    for leg in call.legs {
        if let due = leg.callbackDue, due < asOf {
            figures.share("C14", Month(of: due), leg.callbackMade.map { $0 <= due } ?? false)
        }
        guard leg.isHandled, let talk = leg.talk, let hold = leg.hold, let wrap = leg.wrap else { continue }
        figures.mean("C15", Month(of: leg.offered), talk + hold + wrap)
        figures.mean("C15.talk", Month(of: leg.offered), talk)
        figures.mean("C15.wrap", Month(of: leg.offered), wrap)
        if leg.answeredBy == .triage, let triage = leg.triage {
            figures.share("C13", Month(of: leg.offered), triage.isResolved)
        }
    }
}
