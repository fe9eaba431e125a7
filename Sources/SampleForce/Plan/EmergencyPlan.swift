/// One 999 call to be made, and why.
struct EmergencyRequest {
    let time: Int
    /// Nothing: an ordinary caller, whose number is dealt when the call is made.
    var caller: String?
    var isRepeat = false
    /// The abandoned 101 call, by its place in the month, that this caller hung up on.
    var follows: Int?
    /// Planted at a clock change: answered, and by one handler.
    var isPlanted = false
    var clockUnadjusted = false
    var isStory: Bool { caller != nil || isPlanted }
}

/// Makes a month's 999 calls from the requests for them.
struct EmergencyPlan {
    private static let fastWaits = [(1, 8), (2, 18), (3, 24), (4, 20), (5, 13), (6, 9), (7, 5), (8, 2), (9, 1)]
    private static let networkLeads = [(1, 60), (2, 30), (3, 10)]
    private static let patience = Curve((0, 6), (6000, 20), (10_000, 90))

    private enum Fate { case answered, abandoned, short, blocked, overflow }

    /// Calls in the order of the requests.
    static func calls(
        _ requests: [EmergencyRequest], in month: Month, _ callers: inout Callers, _ random: inout SplitMix64
    ) -> [Call] {
        let fates = requests.map { $0.isPlanted ? .answered : fate(at: $0.time, &random) }
        let fast = fastFlags(requests, fates, month, &random)
        var calls: [Call] = []
        for (place, request) in requests.enumerated() {
            let usual = random.chance(Callers.withheld) ? nil : callers.emergency.deal()
            let caller = request.caller ?? usual
            var call = make(request, fates[place], isFast: fast[place], caller, &random)
            call.isStory = request.isStory
            call.intent.isRepeat = request.isRepeat
            calls.append(call)
        }
        return calls
    }

    private static func rates(at time: Int) -> Rates {
        let (day, second) = UKClock.local(time)
        return Rates(on: day, hour: second / 3600)
    }

    private static func fate(at time: Int, _ random: inout SplitMix64) -> Fate {
        let abandoned = rates(at: time).abandonedEmergency
        return random.pick(weighted: [
            (.answered, 9870 - abandoned), (.abandoned, abandoned), (.short, 80), (.blocked, 20), (.overflow, 30),
        ])
    }

    /// Which calls, if answered, are answered in under ten seconds: by chance, but in one month dealt exactly.
    private static func fastFlags(
        _ requests: [EmergencyRequest], _ fates: [Fate], _ month: Month, _ random: inout SplitMix64
    ) -> [Bool] {
        guard month == NewRota.exact.month else {
            return requests.map { random.chance(rates(at: $0.time).fastEmergency) }
        }
        let answered = fates.indices.filter { fates[$0] == .answered }
        let count = (answered.count * NewRota.exact.share + 5000) / 10_000
        var dealt = answered.indices.map { $0 < count }
        random.shuffle(&dealt)
        var flags = requests.map { _ in false }
        for (place, flag) in zip(answered, dealt) { flags[place] = flag }
        return flags
    }

    private static func make(
        _ request: EmergencyRequest, _ fate: Fate, isFast: Bool, _ caller: String?, _ random: inout SplitMix64
    ) -> Call {
        let lead = random.pick(weighted: networkLeads)
        let queue = random.chance(150) ? Queue.neighbour : Queue.emergency
        var intent = Intent(channel: .emergency, ending: .answered, callerKnown: caller != nil)
        var legs: [Leg]
        switch fate {
        case .answered:
            let wait = isFast ? random.pick(weighted: fastWaits) : rates(at: request.time).slowEmergency.draw(&random)
            var leg = Handling.picked(queue, offered: request.time, wait: wait, by: .handler, caller: caller, &random)
            leg.opensLog = random.chance(6000)
            intent.wait = wait
            intent.networkWait = wait + lead
            intent.handlerWait = wait
            legs = [leg]
            if request.isPlanted {
                // Its log would have times that occur twice; planned logs try those.
                legs[0].opensLog = false
            } else {
                legs += Transfers.afterEmergency(&legs[0], &random)
            }
        case .abandoned, .short:
            let wait = fate == .short ? random.inside(1...4) : patience.draw(&random)
            intent.ending = .abandoned(after: wait)
            intent.isLost = true
            legs = [Handling.unpicked(queue, offered: request.time, after: wait, .abandoned, caller: caller)]
        case .blocked:
            intent.ending = .neverQueued
            legs = [Handling.unpicked(queue, offered: request.time, after: 0, .blocked, caller: caller)]
        case .overflow:
            intent.ending = .elsewhere
            legs = [Handling.unpicked(queue, offered: request.time, after: 30, .overflow, caller: caller)]
            legs[0].transferTo = "Barsetshire Police"
        }
        legs[0].networkConnected = request.time - lead
        for place in legs.indices { legs[place].clockUnadjusted = request.clockUnadjusted }
        return Call(intent: intent, legs: legs)
    }
}
