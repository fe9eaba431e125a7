import Tables

/// When in a month people ring.
struct HourProfile: Sendable {
    /// Weight of each local hour from midnight.
    let weights: [Int]

    static let emergency = HourProfile(
        weights: [38, 32, 27, 21, 17, 16, 19, 27, 36, 42, 45, 47, 49, 50, 52, 56, 59, 62, 64, 63, 60, 57, 52, 45])
    static let nonEmergency = HourProfile(
        weights: [10, 7, 6, 5, 5, 7, 14, 32, 62, 80, 84, 82, 78, 76, 77, 76, 74, 70, 62, 55, 44, 32, 22, 14])

    /// A moment of the month; nothing when the telephone system was down and the call never came.
    ///
    /// The hours around a clock change are left to the planted calls, and nobody rings in the last two and a half hours
    /// of a month, so that every contact ends in the month it began in.
    func draw(in month: Month, _ random: inout SplitMix64) -> Int? {
        let day = month.first.adding(days: random.below(month.days))
        var hour = random.pick(weighted: Array(weights.enumerated()).map { ($0.offset, $0.element) })
        if UKClock.changes(on: day) && hour < 4 { hour += 6 }
        if day == month.last && hour > 20 { hour -= 4 }
        if random.chance(Rates(on: day, hour: hour).turnedAway) { return nil }
        return UKClock.utc(day, hour * 3600 + random.below(3600))
    }
}
