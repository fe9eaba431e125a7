import Tables

/// Callers who ring 999 many times in a few days, and one who never stops.
struct RepeatCallers {
    /// A planned call: whether it is its caller's third or later in 28 days is known as soon as it is planned.
    struct Planned {
        let time: Int
        let caller: String
        let isRepeat: Bool
    }

    private static let window = 28 * 86_400
    private var persistentTimes: [Int] = []

    mutating func plan(_ month: Month, scale: Int, _ callers: inout Callers, _ random: inout SplitMix64) -> [Planned] {
        var planned: [Planned] = []
        for _ in 0..<(3 * scale) {
            let start = UKClock.utc(month.first.adding(days: random.inside(3...14)), random.below(80_000))
            let times = spread(from: start, calls: random.inside(4...7), gap: 3600...170_000, &random)
            planned += label(times, caller: callers.repeating.deal(), earlier: [])
        }
        let start = UKClock.utc(month.first, 36_000 + random.below(20_000))
        let times = spread(from: start, calls: 7, gap: 280_000...340_000, &random)
        planned += label(times, caller: callers.persistent, earlier: persistentTimes)
        persistentTimes = times
        return planned
    }

    private func spread(from start: Int, calls: Int, gap: ClosedRange<Int>, _ random: inout SplitMix64) -> [Int] {
        var times = [start]
        while times.count < calls { times.append(clearOfChange(times[times.count - 1] + random.inside(gap))) }
        return times
    }

    private func clearOfChange(_ time: Int) -> Int {
        let (day, second) = UKClock.local(time)
        return UKClock.changes(on: day) && second < 14_400 ? time + 21_600 : time
    }

    private func label(_ times: [Int], caller: String, earlier: [Int]) -> [Planned] {
        let all = earlier + times
        return times.indices.map { place in
            let rank = earlier.count + place
            let isRepeat = rank >= 2 && times[place] - all[rank - 2] <= RepeatCallers.window
            return Planned(time: times[place], caller: caller, isRepeat: isRepeat)
        }
    }
}
