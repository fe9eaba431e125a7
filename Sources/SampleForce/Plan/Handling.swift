/// What agents do with a call once they have it.
enum Handling {
    private static let talk = Curve((0, 45), (5000, 200), (9000, 540), (10_000, 1300))
    private static let shortTalk = Curve((0, 15), (5000, 32), (10_000, 95))
    private static let hold = Curve((0, 0), (7000, 0), (9500, 60), (10_000, 180))
    private static let wrap = Curve((0, 8), (5000, 45), (9000, 150), (10_000, 300))

    /// A segment that somebody picks up after `wait` seconds.
    static func picked(
        _ queue: Queue, offered: Int, wait: Int, by type: AnsweredBy, caller: String?, _ random: inout SplitMix64
    ) -> Leg {
        let talk = (type == .switchboard ? shortTalk : Handling.talk).draw(&random)
        let hold = type == .switchboard ? 0 : Handling.hold.draw(&random)
        let answered = offered + wait
        return Leg(
            queue: queue, offered: offered, answered: answered, ended: answered + talk + hold, ring: min(wait, 3),
            talk: talk, hold: hold, wrap: type == .switchboard ? 0 : wrap.draw(&random), disposition: .answered,
            answeredBy: type, agent: random.inside(1000...1240), caller: caller, note: Notes.usual(&random))
    }

    /// A segment that the caller, the network or a recording ends without anybody having picked up.
    static func unpicked(
        _ queue: Queue, offered: Int, after wait: Int, _ disposition: Disposition, caller: String?
    ) -> Leg {
        Leg(
            queue: queue, offered: offered, abandoned: disposition == .abandoned ? offered + wait : nil,
            ended: offered + wait, disposition: disposition, caller: caller)
    }
}

/// What agents type about a call: mostly nothing.
enum Notes {
    private static let all: [(String, Int)] = [
        ("", 82), ("caller will ring back", 3), ("passed to sergeant", 3), ("see log", 4), ("no further contact", 3),
        ("repeat of earlier call", 2), ("line poor", 3),
    ]

    static func usual(_ random: inout SplitMix64) -> String {
        random.pick(weighted: all)
    }
}
