/// Promises to ring back: most kept, some late, some forgotten.
enum CallBacks {
    /// Promises a call back within two or four hours; none at all when that would run into the next month.
    static func promise(_ leg: inout Leg, _ random: inout SplitMix64) {
        let due = leg.ended + random.pick([7200, 14_400])
        let made = random.pick(weighted: [
            (due - random.inside(60...6000), 84), (due + random.inside(60...9000), 9), (Int.max, 7),
        ])
        let latest = made == Int.max ? due : max(due, made)
        guard Month(of: latest) == Month(of: leg.offered) else {
            leg.disposition = .voicemail
            return
        }
        leg.callbackDue = due
        leg.callbackMade = made == Int.max ? nil : made
    }

    /// A call of the last evening, to be rung back after midnight: not yet due at the as-of.
    static func notYetDue(on month: Month, _ caller: String?, _ random: inout SplitMix64) -> Call {
        let time = UKClock.utc(month.last, 72_000 + random.below(5000))
        var leg = Handling.unpicked(.main, offered: time, after: random.inside(40...120), .callback, caller: caller)
        leg.callbackDue = UKClock.utc(month.last, 86_399) + random.inside(1800...10_000)
        let intent = Intent(channel: .nonEmergency, ending: .elsewhere, callerKnown: caller != nil)
        return Call(intent: intent, legs: [leg], isStory: true)
    }

    /// The outgoing calls that keep the promises.
    static func outgoing(for calls: [Call], _ random: inout SplitMix64) -> [Call] {
        calls.compactMap { call in
            guard let made = call.legs[0].callbackMade else { return nil }
            return outgoing(at: made, &random)
        }
    }

    /// A call that the force makes.
    static func outgoing(at time: Int, _ random: inout SplitMix64) -> Call {
        var leg = Handling.picked(
            .staff, offered: time, wait: random.inside(4...20), by: .handler, caller: nil, &random)
        leg.direction = .outbound
        var intent = Intent(channel: .other, ending: .answered, callerKnown: false)
        intent.direction = .outbound
        return Call(intent: intent, legs: [leg])
    }
}
