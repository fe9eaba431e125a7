/// Counts the figures that a contact takes part in, from what was meant to happen to it.
func countFigures(of call: Call, in figures: inout Figures, asOf: Int) {
    guard call.intent.isCounted else { return }
    countSegments(of: call, in: &figures, asOf: asOf)
    let intent = call.intent
    guard intent.direction == .inbound, !intent.isTest else { return }
    figures.add("C17.online", call.month, hit: intent.channel.isDigital)
    figures.add("C18", call.month, hit: true)
    switch intent.channel {
    case .emergency: countEmergency(intent, call.month, &figures)
    case .nonEmergency: countNonEmergency(intent, call.month, &figures)
    case .livechat: figures.add("C17.lost", call.month, hit: intent.abandonedAfter != nil)
    default: break
    }
}

private func countEmergency(_ intent: Intent, _ month: Month, _ figures: inout Figures) {
    if intent.callerKnown { figures.add("C11", month, hit: intent.isRepeat) }
    if intent.isAnswered, let wait = intent.wait {
        figures.add("C01", month, hit: wait < 10)
        figures.add("C01b", month, hit: wait < 10)
        figures.add("C02", month, seconds: wait)
        figures.add("C04 under 10 s", month, hit: wait < 10)
        figures.add("C04 10 s to under 60 s", month, hit: (10..<60).contains(wait))
        figures.add("C04 60 s or longer", month, hit: wait >= 60)
    }
    if intent.isAnswered, let wait = intent.networkWait { figures.add("C01n", month, hit: wait < 10) }
    switch intent.ending {
    case .neverQueued, .unknown: return
    default: break
    }
    let abandoned = intent.abandonedAfter
    figures.add("C05.raw", month, hit: abandoned != nil)
    if abandoned ?? .max >= 5 { figures.add("C05", month, hit: abandoned != nil) }
    if abandoned ?? .max >= 10 { figures.add("C05 short 10 s", month, hit: abandoned != nil) }
    if let abandoned, abandoned >= 5 { figures.add("C01b", month, hit: false) }
}

private func countNonEmergency(_ intent: Intent, _ month: Month, _ figures: inout Figures) {
    if intent.isAnswered, let wait = intent.wait {
        figures.add("C08.human", month, seconds: wait)
        figures.add("C09.long", month, hit: wait > 900)
        figures.add("C10", month, hit: wait <= 30)
        figures.add("C10.strict", month, hit: wait <= 30)
    }
    if let wait = intent.handlerWait { figures.add("C08.handler", month, seconds: wait) }
    switch intent.ending {
    case .neverQueued, .unknown: return
    default: break
    }
    let abandoned = intent.abandonedAfter
    figures.add("C07", month, hit: abandoned != nil)
    if abandoned ?? .max >= 5 {
        figures.add("C06", month, hit: abandoned != nil)
        figures.add("C06.handler", month, hit: intent.isLost)
    }
    if abandoned ?? .max >= 10 { figures.add("C06 short 10 s", month, hit: abandoned != nil) }
    guard let abandoned else { return }
    if abandoned > 30 { figures.add("C10", month, hit: false) }
    figures.add("C10.strict", month, hit: false)
    if intent.callerKnown {
        figures.add("C12", month, hit: intent.answeredAgain)
        figures.add("C12.to_999", month, hit: intent.rangEmergency)
    }
}

/// The figures that are taken over segments.
private func countSegments(of call: Call, in figures: inout Figures, asOf: Int) {
    for leg in call.legs {
        if let due = leg.callbackDue, due < asOf {
            figures.add("C14", Month(of: due), hit: leg.callbackMade.map { $0 <= due } ?? false)
        }
        guard leg.isHandled, let talk = leg.talk, let hold = leg.hold, let wrap = leg.wrap else { continue }
        figures.add("C15", Month(of: leg.offered), seconds: talk + hold + wrap)
        figures.add("C15.talk", Month(of: leg.offered), seconds: talk)
        figures.add("C15.wrap", Month(of: leg.offered), seconds: wrap)
        if leg.answeredBy == .triage, let triage = leg.triage {
            figures.add("C13", Month(of: leg.offered), hit: triage.isResolved)
        }
    }
}
