/// Everything that opens a log in one month, in order of creation.
func openings(of plan: MonthPlan, _ volumes: Volumes, _ random: inout SplitMix64) -> [Opening] {
    var all = openings(from: plan.calls, &random) + openings(fromDigital: plan.digital, &random)
    let lines: [(Origin, Int, HourProfile)] = [
        (.alarm, 70, .emergency), (.partner, 90, .nonEmergency), (.counter, 70, .nonEmergency),
        (.officer, 110, .emergency), (.planned, 25, .nonEmergency),
    ]
    for (origin, usual, profile) in lines {
        for _ in 0..<volumes.count(usual, in: plan.month, &random) {
            guard let time = profile.draw(in: plan.month, &random) else { continue }
            all.append(
                Opening(
                    origin: origin, received: origin.isOurs ? nil : time, created: time + random.inside(15...120)))
        }
    }
    return all.enumerated().sorted { ($0.element.created, $0.offset) < ($1.element.created, $1.offset) }
        .map(\.element)
}

/// A 999 call is received when it reaches the force, a 101 call when a handler takes it: before that the control room
/// does not know of it.
private func openings(from calls: [Call], _ random: inout SplitMix64) -> [Opening] {
    var openings: [Opening] = []
    for (place, call) in calls.enumerated() {
        for (number, leg) in call.legs.enumerated() where leg.opensLog {
            guard let answered = leg.answered else { continue }
            let isEmergency = call.intent.channel == .emergency
            openings.append(
                Opening(
                    origin: isEmergency ? .emergency : .nonEmergency, received: isEmergency ? call.started : answered,
                    created: answered + (isEmergency ? random.inside(15...75) : random.inside(40...200)),
                    callRef: leg.id, call: (place, number),
                    ringsAgain: leg.caller.map { $0.hasPrefix("01632960") || $0.hasPrefix("020794") } ?? false))
        }
    }
    return openings
}

private func openings(fromDigital contacts: [Call], _ random: inout SplitMix64) -> [Opening] {
    contacts.compactMap { contact in
        let leg = contact.legs[0]
        guard let answered = leg.answered, !contact.intent.isTest else { return nil }
        let isForm = contact.intent.channel == .online
        let reports = leg.topic == "Crime report" || leg.topic == "Anti-social behaviour"
        guard reports, random.chance(isForm ? 6000 : 4000) else { return nil }
        return Opening(
            origin: isForm ? .online : .chat, received: contact.started, created: answered + random.inside(30...300),
            callRef: leg.id)
    }
}
