import Tables

/// The first moment from `time` on at which somebody sits at a desk: what falls into the night is done next morning.
func atDesk(_ time: Int, _ random: inout SplitMix64) -> Int {
    let (day, second) = UKClock.local(time)
    if second < 25_200 { return UKClock.utc(day, random.inside(25_200...34_000)) }
    if second > 75_600 { return UKClock.utc(day.adding(days: 1), random.inside(25_200...34_000)) }
    return time
}
