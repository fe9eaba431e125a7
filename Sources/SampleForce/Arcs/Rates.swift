import Tables

/// How the call centre did in one hour of one day: the arcs of the story, put together.
struct Rates {
    /// Ten-thousandths of answered 999 calls that were answered in under ten seconds.
    var fastEmergency = 7800
    var slowEmergency = Curve((0, 10), (5000, 18), (8000, 35), (9500, 75), (10_000, 240))
    var abandonedEmergency = 220
    /// Ten-thousandths of 101 calls that hang up in their first queue after five seconds or more.
    var abandoned = 1400
    var hasSwitchboard = false
    var switchboardWait = Curve((0, 3), (5000, 9), (9000, 22), (10_000, 70))
    var switchboardPatience = Curve((0, 10), (6000, 25), (10_000, 120))
    /// Ten-thousandths of the calls put through that hang up in the second queue.
    var lostBehindSwitchboard = 0
    var handlerWait = Curve((0, 5), (3000, 60), (6000, 180), (8500, 480), (9500, 900), (10_000, 3300))
    /// Ten-thousandths of planned calls that could not be made at all.
    var turnedAway = 0

    init(on day: CivilDate, hour: Int) {
        NewRota.apply(to: &self, on: day)
        Switchboard.apply(to: &self, on: day)
        SummerEvenings.apply(to: &self, on: day, hour: hour)
        Outage.apply(to: &self, on: day)
    }
}
