import Tables

/// The shifts of call handlers from June to September 2026, state by state.
enum ShiftPlan {
    /// Local hours of arrival and leaving, and how many work them.
    private static let shifts: [(first: Int, hours: Int, people: Int)] = [(7, 8, 2), (14, 8, 2), (22, 9, 1)]

    static func states(in month: Month, scale: Int, _ random: inout SplitMix64) -> [AgentState] {
        var states: [AgentState] = []
        for place in 0..<month.days {
            let day = month.first.adding(days: place)
            for (rank, shift) in shifts.enumerated() {
                for person in 0..<(shift.people * scale) {
                    // Five teams take turns, so that nobody works twice in two days.
                    let number = 1000 + ((day.days % 5) * 3 + rank) * 10 * scale + person
                    let skill = random.pick(weighted: [("EMERGENCY", 40), ("NON-EMERGENCY", 60)])
                    states += work(
                        "A\(number)", skill, day, shift.first, shift.hours, &random)
                }
            }
        }
        return states.filter { $0.start < Moments.asOf && $0.end ?? $0.start < Moments.asOf }
            .sorted { ($0.start, $0.agent) < ($1.start, $1.agent) }
    }

    private static func work(
        _ agent: String, _ skill: String, _ day: CivilDate, _ first: Int, _ hours: Int, _ random: inout SplitMix64
    ) -> [AgentState] {
        var states: [AgentState] = []
        var time = UKClock.utc(day, first * 3600) + random.inside(0...240)
        let leaves = UKClock.utc(day, first * 3600) + hours * 3600 + random.inside(0...300)
        func add(_ state: AgentState.State, _ seconds: Int) {
            let end = min(leaves, time + seconds)
            guard end > time else { return }
            states.append(AgentState(agent: agent, state: state, start: time, end: end, skill: skill))
            time = end
        }
        let pause = leaves - hours * 1800
        var hasPaused = false
        while time < leaves {
            if !hasPaused, time >= pause {
                add(.pause, random.inside(1800...2700))
                hasPaused = true
            }
            let handling = random.inside(900...2100)
            let wrap = random.inside(200...500)
            let share = BusyEvenings.occupancy(UKClock.local(time)) + random.inside(-6...6)
            add(.available, (handling + wrap) * (100 - share) / share)
            add(.handling, handling)
            add(.wrap, wrap)
        }
        // Until the agent is there again.
        states.append(AgentState(agent: agent, state: .offline, start: leaves, skill: skill))
        return states
    }
}
