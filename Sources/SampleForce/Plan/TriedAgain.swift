import Tables

/// A caller who hung up on 101 and tries again, mostly within the hour.
struct TriedAgain {
    enum Way { case nonEmergency, emergency, chat }

    private static let soon = Curve((0, 60), (7000, 600), (10_000, 1500))
    private static let hour = 3600

    /// The abandoned call's place in the month.
    let follows: Int
    let gaveUp: Int
    let caller: String
    let way: Way
    let time: Int

    /// Nothing for most: they do not try again, or the number is withheld.
    init?(_ call: Call, at place: Int, in month: Month, _ callers: inout Callers, _ random: inout SplitMix64) {
        guard let after = call.intent.abandonedAfter, call.intent.callerKnown, random.chance(3000) else { return nil }
        gaveUp = call.started + after
        let delay = random.chance(8000) ? TriedAgain.soon.draw(&random) : random.inside(4000...7000)
        time = gaveUp + delay
        let day = UKClock.local(gaveUp).day
        guard Month(of: time + 14_400) == month, !UKClock.changes(on: day), !UKClock.changes(on: day.adding(days: 1))
        else { return nil }
        follows = place
        caller = callers.again.deal()
        way = random.pick(weighted: [(.nonEmergency, 80), (.emergency, 9), (.chat, 11)])
    }

    /// What the second contact means for the first.
    func mark(_ intent: inout Intent, second: Call) {
        let sooner = second.intent.wait.map { second.started + $0 <= gaveUp + TriedAgain.hour } ?? false
        if second.intent.isAnswered && sooner { intent.answeredAgain = true }
        if way == .emergency && second.started <= gaveUp + TriedAgain.hour { intent.rangEmergency = true }
    }
}
