/// A 101 call once a switchboard answers first.
enum BehindSwitchboard {
    static func legs(
        at time: Int, _ caller: String?, _ handlerWait: Int, _ rates: Rates, _ intent: inout Intent,
        _ random: inout SplitMix64
    ) -> [Leg] {
        let wait = rates.switchboardWait.draw(&random)
        var first = Handling.picked(.main, offered: time, wait: wait, by: .switchboard, caller: caller, &random)
        intent.wait = wait
        // One in ten wanted somebody else altogether.
        if random.chance(1000) { return [first] }
        first.disposition = .transferred
        first.transferTo = Queue.controlRoom.name
        var steps = 0
        let offered = first.ended + 1
        let newIdentifier = random.chance(4000)
        let behind = max(3, handlerWait - (offered - time))
        if random.chance(rates.lostBehindSwitchboard) {
            var lost = Handling.unpicked(
                .controlRoom, offered: offered, after: max(10, behind), .abandoned, caller: caller)
            Transfers.link(&lost, after: first, steps: &steps, newIdentifier: newIdentifier)
            intent.isLost = true
            return [first, lost]
        }
        var legs = Triage.legs(at: offered, caller, wait: behind, queue: .controlRoom, &intent, &random)
        // The intent's waits count from the first offer.
        intent.wait = wait
        intent.handlerWait = intent.handlerWait.map { $0 + offered - time }
        if legs[0].queue.number == Queue.triage.number { first.transferTo = Queue.triage.name }
        var previous = first
        for place in legs.indices {
            Transfers.link(
                &legs[place], after: previous, steps: &steps,
                newIdentifier: place == 0 ? newIdentifier : random.chance(5000))
            previous = legs[place]
        }
        return [first] + legs
    }
}
