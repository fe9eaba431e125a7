/// Live chats and web forms.
enum DigitalPlan {
    private static let chatWait = Curve((0, 4), (5000, 42), (9000, 150), (10_000, 600))
    private static let chatPatience = Curve((0, 2), (2500, 10), (7000, 60), (10_000, 300))
    private static let formWait = Curve((0, 60), (5000, 1500), (10_000, 4500))
    private static let active = Curve((0, 60), (5000, 400), (10_000, 1500))
    private static let wrap = Curve((0, 5), (10_000, 240))
    private static let topics = [
        "Crime report", "Update on a case", "Traffic", "Anti-social behaviour", "Lost property",
    ]

    static func calls(_ volumes: Volumes, in month: Month, _ callers: inout Callers, _ random: inout SplitMix64)
        -> [Call]
    {
        var calls: [Call] = []
        for (channel, usual) in [(Channel.livechat, 190), (.online, 220)] {
            for _ in 0..<volumes.count(usual, in: month, &random) {
                guard let time = HourProfile.nonEmergency.draw(in: month, &random) else { continue }
                let caller = random.chance(5500) ? callers.digital.deal() : nil
                calls.append(call(channel, at: time, caller, &random))
            }
        }
        for _ in 0..<volumes.scale {
            guard let time = HourProfile.nonEmergency.draw(in: month, &random) else { continue }
            var test = call(.livechat, at: time, nil, &random)
            test.intent.isTest = true
            test.legs = [Handling.unpicked(.enquiries, offered: time, after: 20, .test, caller: nil)]
            calls.append(test)
        }
        return calls
    }

    static func call(_ channel: Channel, at time: Int, _ caller: String?, _ random: inout SplitMix64) -> Call {
        var intent = Intent(channel: channel, ending: .answered, callerKnown: caller != nil)
        if channel == .livechat, random.chance(1200) {
            let wait = chatPatience.draw(&random)
            intent.ending = .abandoned(after: wait)
            intent.isLost = true
            var leg = Handling.unpicked(.enquiries, offered: time, after: wait, .abandoned, caller: caller)
            leg.topic = random.pick(topics)
            return Call(intent: intent, legs: [leg], isStory: true)
        }
        let wait = (channel == .livechat ? chatWait : formWait).draw(&random)
        let talk = active.draw(&random)
        intent.wait = wait
        let leg = Leg(
            queue: .enquiries, offered: time, answered: time + wait, ended: time + wait + talk, talk: talk, hold: 0,
            wrap: wrap.draw(&random), disposition: .answered, answeredBy: .handler, agent: random.inside(2000...2060),
            caller: caller, topic: random.pick(topics))
        return Call(intent: intent, legs: [leg], isStory: true)
    }
}
