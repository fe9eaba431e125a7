/// A 101 call's way from a queue to a call handler, for one in five by way of the triage desk.
enum Triage {
    private static let outcomes: [(TriageOutcome, Int)] = [
        (.advice, 30), (.incident, 27), (.signposted, 12), (.update, 14), (.selfServe, 7), (.partner, 6), (.other, 4),
    ]

    /// Legs linked to one another but not yet to any before them.
    static func legs(
        at time: Int, _ caller: String?, wait: Int, queue: Queue, _ intent: inout Intent, _ random: inout SplitMix64
    ) -> [Leg] {
        intent.wait = wait
        guard random.chance(2000) else {
            intent.handlerWait = wait
            var leg = Handling.picked(queue, offered: time, wait: wait, by: .handler, caller: caller, &random)
            leg.opensLog = random.chance(3500)
            return [leg]
        }
        let desk = queue.number == Queue.main.number ? queue : Queue.triage
        var first = Handling.picked(desk, offered: time, wait: wait, by: .triage, caller: caller, &random)
        first.triage = random.pick(weighted: outcomes)
        guard first.triage == .incident, random.chance(6000) else { return [first] }
        first.disposition = .transferred
        first.transferTo = Queue.controlRoom.name
        var legs = [first]
        var steps = 0
        let second = handler(after: first, &steps, &random)
        intent.handlerWait = second.answered.map { $0 - time }
        legs.append(second)
        if random.chance(1500) {
            legs[1].disposition = .transferred
            legs[1].opensLog = false
            legs[1].transferTo = Queue.emergency.name
            legs.append(handler(after: legs[1], &steps, &random))
        }
        return legs
    }

    private static func handler(after previous: Leg, _ steps: inout Int, _ random: inout SplitMix64) -> Leg {
        var leg = Handling.picked(
            .controlRoom, offered: previous.ended + 1, wait: random.inside(4...90), by: .handler,
            caller: previous.caller, &random)
        leg.opensLog = true
        Transfers.link(&leg, after: previous, steps: &steps, newIdentifier: true)
        return leg
    }
}
