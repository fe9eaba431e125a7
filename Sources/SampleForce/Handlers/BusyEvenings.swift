import Tables

/// Arc 19: in the evenings of July and August 2026 call handlers are on contacts almost all the time.
enum BusyEvenings {
    /// Percent of the staffed time, at a local day and second.
    static func occupancy(_ moment: (day: CivilDate, second: Int)) -> Int {
        let hour = moment.second / 3600
        if (SummerEvenings.first...SummerEvenings.last).contains(moment.day), (17..<22).contains(hour) { return 92 }
        return (7..<22).contains(hour) ? 76 : 58
    }

    static let arc = Arc(
        number: 19, name: "busy evenings", first: SummerEvenings.first, last: SummerEvenings.last,
        what: "handlers are busy more than 85% of the staffed time from 17:00 to 22:00 in July and August 2026, about "
            + "three quarters of it at other hours of the day",
        expected: [("C16_percent_17_to_22_at_least", .number(85)), ("C16_percent_other_days_at_most", .number(80))])
}
