/// Makes 101 calls: before September 2025 one queue, from then on a switchboard and a second queue behind it.
enum NonEmergencyPlan {
    private static let patience = Curve((0, 10), (2500, 45), (6000, 120), (9000, 400), (10_000, 1500))

    /// A call's legs never have gone on longer than the handler wait's limit and what agents take.
    static func call(at time: Int, caller: String?, _ random: inout SplitMix64) -> Call {
        let (day, second) = UKClock.local(time)
        let rates = Rates(on: day, hour: second / 3600)
        var intent = Intent(channel: .nonEmergency, ending: .answered, callerKnown: caller != nil)

        func ended(_ disposition: Disposition, after wait: Int, _ ending: Intent.Ending) -> Call {
            intent.ending = ending
            intent.isLost = disposition == .abandoned
            let leg = Handling.unpicked(.main, offered: time, after: wait, disposition, caller: caller)
            return Call(intent: intent, legs: [leg])
        }

        if random.chance(300) { return ended(.selfServed, after: random.inside(20...90), .neverQueued) }
        if random.chance(30) { return ended(.blocked, after: 0, .neverQueued) }
        if random.chance(150) {
            let wait = random.inside(1...4)
            return ended(.abandoned, after: wait, .abandoned(after: wait))
        }
        if random.chance(rates.abandoned) {
            let usual = rates.hasSwitchboard ? rates.switchboardPatience : patience
            let wait = random.chance(700) ? random.inside(5...9) : usual.draw(&random)
            return ended(.abandoned, after: wait, .abandoned(after: wait))
        }
        if random.chance(100) { return ended(.voicemail, after: random.inside(30...120), .elsewhere) }
        if !rates.hasSwitchboard || random.chance(4000), random.chance(300) {
            let wait = random.inside(30...200)
            var call = ended(.callback, after: wait, .elsewhere)
            CallBacks.promise(&call.legs[0], &random)
            return call
        }
        let handlerWait = rates.handlerWait.draw(&random)
        let legs =
            rates.hasSwitchboard
            ? BehindSwitchboard.legs(at: time, caller, handlerWait, rates, &intent, &random)
            : Triage.legs(at: time, caller, wait: handlerWait, queue: .main, &intent, &random)
        return Call(intent: intent, legs: legs)
    }
}
