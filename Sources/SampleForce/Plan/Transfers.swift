/// Further segments of a call: some under its own identifier, some under a new one, up to three hops.
enum Transfers {
    /// A later segment: under a new identifier that names the one it came from, or as the next segment of the same one.
    static func link(_ leg: inout Leg, after previous: Leg, steps: inout Int, newIdentifier: Bool) {
        if newIdentifier {
            steps += 1
            leg.idStep = steps
            leg.parentStep = previous.idStep
        } else {
            leg.idStep = previous.idStep
            leg.parentStep = previous.parentStep
            leg.seq = previous.seq + 1
        }
    }

    /// A few emergency calls go on to a second handler, and in a few the handler consults a colleague.
    static func afterEmergency(_ first: inout Leg, _ random: inout SplitMix64) -> [Leg] {
        var steps = 0
        if random.chance(400) {
            first.disposition = .transferred
            first.transferTo = Queue.controlRoom.name
            first.opensLog = false
            var second = Handling.picked(
                .controlRoom, offered: first.ended + 1, wait: random.inside(2...25), by: .handler,
                caller: first.caller, &random)
            second.opensLog = true
            link(&second, after: first, steps: &steps, newIdentifier: random.chance(5000))
            return [second]
        }
        guard random.chance(350), let answered = first.answered, let talk = first.talk else { return [] }
        var consult = Handling.picked(
            .staff, offered: answered + talk / 2, wait: random.inside(1...6), by: .handler, caller: nil, &random)
        consult.direction = .internal
        link(&consult, after: first, steps: &steps, newIdentifier: true)
        return [consult]
    }
}
