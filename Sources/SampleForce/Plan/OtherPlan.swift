/// Calls on other lines: headquarters' switchboard, alarms, partners, enquiry offices, tests, staff.
enum OtherPlan {
    private static let wait = Curve((0, 2), (7000, 12), (10_000, 45))

    static func calls(_ volumes: Volumes, in month: Month, _ callers: inout Callers, _ random: inout SplitMix64)
        -> [Call]
    {
        var calls: [Call] = []
        let lines: [(Channel, Queue, AnsweredBy, Int)] = [
            (.switchboard, .headquarters, .switchboard, 250), (.alarm, .alarms, .handler, 40),
            (.partner, .partners, .handler, 60), (.other, .enquiries, .handler, 20),
        ]
        for (channel, queue, type, usual) in lines {
            for _ in 0..<volumes.count(usual, in: month, &random) {
                guard let time = HourProfile.nonEmergency.draw(in: month, &random) else { continue }
                calls.append(inbound(channel, queue, type, at: time, callers.nonEmergency.deal(), &random))
            }
        }
        for _ in 0..<volumes.count(60, in: month, &random) {
            guard let time = HourProfile.nonEmergency.draw(in: month, &random) else { continue }
            calls.append(CallBacks.outgoing(at: time, &random))
        }
        for (channel, queue, usual) in [(Channel.emergency, Queue.emergency, 4), (.nonEmergency, .main, 2)] {
            for _ in 0..<(usual * volumes.scale) {
                guard let time = HourProfile.nonEmergency.draw(in: month, &random) else { continue }
                calls.append(test(channel, queue, at: time))
            }
        }
        return calls
    }

    private static func inbound(
        _ channel: Channel, _ queue: Queue, _ type: AnsweredBy, at time: Int, _ caller: String,
        _ random: inout SplitMix64
    ) -> Call {
        var intent = Intent(channel: channel, ending: .answered, callerKnown: true)
        let seconds = wait.draw(&random)
        if channel == .switchboard, random.chance(400) {
            intent.ending = .abandoned(after: seconds)
            intent.isLost = true
            let leg = Handling.unpicked(queue, offered: time, after: seconds, .abandoned, caller: caller)
            return Call(intent: intent, legs: [leg], isStory: true)
        }
        intent.wait = seconds
        let leg = Handling.picked(queue, offered: time, wait: seconds, by: type, caller: caller, &random)
        return Call(intent: intent, legs: [leg], isStory: true)
    }

    private static func test(_ channel: Channel, _ queue: Queue, at time: Int) -> Call {
        var intent = Intent(channel: channel, ending: .elsewhere, callerKnown: false)
        intent.isTest = true
        let leg = Handling.unpicked(queue, offered: time, after: 10, .test, caller: nil)
        return Call(intent: intent, legs: [leg], isStory: true)
    }
}
