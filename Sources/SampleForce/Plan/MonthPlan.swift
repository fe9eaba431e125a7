import Tables

/// All contacts of one month, in order of time, with their identifiers.
struct MonthPlan {
    let month: Month
    /// By telephone.
    var calls: [Call] = []
    var digital: [Call] = []

    init(_ month: Month, _ volumes: Volumes, _ callers: inout Callers, _ repeats: inout RepeatCallers, seed: SplitMix64)
    {
        self.month = month
        var random = seed.stream("101 \(month.id)")
        let attempts = planNonEmergency(volumes, &callers, &random)
        let secondCalls = tryAgain(attempts, &random)
        random = seed.stream("999 \(month.id)")
        planEmergency(volumes, secondCalls, &callers, &repeats, &random)
        random = seed.stream("other \(month.id)")
        calls += OtherPlan.calls(volumes, in: month, &callers, &random)
        digital += DigitalPlan.calls(volumes, in: month, &callers, &random)
        if month == Month.all[Month.all.count - 1] {
            for _ in 0..<5 { calls.append(CallBacks.notYetDue(on: month, callers.nonEmergency.deal(), &random)) }
        }
        calls += CallBacks.outgoing(for: calls, &random)
        MonthPlan.sort(&calls)
        MonthPlan.sort(&digital)
        giveIdentifiers(&calls, prefix: "01")
        giveIdentifiers(&digital, prefix: "W")
    }

    private mutating func planNonEmergency(
        _ volumes: Volumes, _ callers: inout Callers, _ random: inout SplitMix64
    ) -> [TriedAgain] {
        var attempts: [TriedAgain] = []
        for time in MonthPlan.times(volumes.count(2200, in: month, &random), .nonEmergency, month, &random) {
            let caller = random.chance(Callers.withheld) ? nil : callers.nonEmergency.deal()
            var call = NonEmergencyPlan.call(at: time, caller: caller, &random)
            if let attempt = TriedAgain(call, at: calls.count, in: month, &callers, &random) {
                call.isStory = true
                for place in call.legs.indices { call.legs[place].caller = attempt.caller }
                attempts.append(attempt)
            }
            calls.append(call)
        }
        return attempts
    }

    /// Makes the second contacts but for those to 999, which are returned.
    private mutating func tryAgain(_ attempts: [TriedAgain], _ random: inout SplitMix64) -> [TriedAgain] {
        for attempt in attempts where attempt.way != .emergency {
            var second =
                attempt.way == .chat
                ? DigitalPlan.call(.livechat, at: attempt.time, attempt.caller, &random)
                : NonEmergencyPlan.call(at: attempt.time, caller: attempt.caller, &random)
            second.isStory = true
            attempt.mark(&calls[attempt.follows].intent, second: second)
            if attempt.way == .chat { digital.append(second) } else { calls.append(second) }
        }
        return attempts.filter { $0.way == .emergency }
    }

    private mutating func planEmergency(
        _ volumes: Volumes, _ attempts: [TriedAgain], _ callers: inout Callers, _ repeats: inout RepeatCallers,
        _ random: inout SplitMix64
    ) {
        var requests = MonthPlan.times(volumes.count(1240, in: month, &random), .emergency, month, &random)
            .map { EmergencyRequest(time: $0) }
        for planned in repeats.plan(month, scale: volumes.scale, &callers, &random) {
            requests.append(
                EmergencyRequest(time: planned.time, caller: planned.caller, isRepeat: planned.isRepeat))
        }
        for (place, attempt) in attempts.enumerated() {
            requests.append(EmergencyRequest(time: attempt.time, caller: attempt.caller, follows: place))
        }
        if !volumes.isClean { requests += ClockChange.requests(in: month) }
        requests.sort { ($0.time, $0.caller ?? "") < ($1.time, $1.caller ?? "") }
        let made = EmergencyPlan.calls(requests, in: month, &callers, &random)
        for (request, call) in zip(requests, made) {
            guard let place = request.follows else { continue }
            attempts[place].mark(&calls[attempts[place].follows].intent, second: call)
        }
        calls += made
    }

    private static func times(
        _ count: Int, _ profile: HourProfile, _ month: Month, _ random: inout SplitMix64
    ) -> [Int] {
        (0..<count).compactMap { _ in profile.draw(in: month, &random) }.sorted()
    }

    /// By start; contacts of one second keep the order they were planned in.
    private static func sort(_ calls: inout [Call]) {
        calls = calls.enumerated().sorted { ($0.element.started, $0.offset) < ($1.element.started, $1.offset) }
            .map(\.element)
    }

    private func giveIdentifiers(_ calls: inout [Call], prefix: String) {
        var given = 0
        func identifier(_ step: Int) -> String {
            "\(prefix)\(padded(month.year % 100, 2))\(padded(month.month, 2))\(padded(given + step, 6))"
        }
        for place in calls.indices {
            var steps = 0
            for leg in calls[place].legs.indices {
                calls[place].legs[leg].id = identifier(calls[place].legs[leg].idStep)
                calls[place].legs[leg].parentID = calls[place].legs[leg].parentStep.map(identifier)
                steps = max(steps, calls[place].legs[leg].idStep)
            }
            given += steps + 1
        }
    }
}
