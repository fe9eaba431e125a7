import Tables

/// What the planning tool forecast, month by month from April 2025. Arc 20: it overlooks the switchboard at first, counting
/// callers who are put through twice, and next year's summer later.
enum ForecastPlan {
    static let first = Month(2025, 4)
    static let counted = Month(2025, 9)...Month(2026, 3)

    /// Contacts of an ordinary month and when in the day they come.
    private static let usual: [(channel: Channel, count: Int, profile: HourProfile)] = [
        (.emergency, 1345, .emergency), (.nonEmergency, 2290, .nonEmergency), (.livechat, 190, .nonEmergency),
    ]
    /// Relative demand from January to December as the planners have it.
    private static let season = [97, 90, 98, 98, 102, 104, 109, 108, 100, 101, 97, 103]
    /// That of a year ago without its summer.
    private static let flat = [97, 90, 98, 98, 100, 95, 92, 92, 97, 101, 97, 103]

    static func hours(in month: Month, scale: Int) -> [ForecastHour] {
        var hours: [ForecastHour] = []
        for place in 0..<month.days {
            for hour in 0..<24 {
                for (channel, count, profile) in usual {
                    let total = profile.weights.reduce(0, +)
                    let expected =
                        count * scale * percent(channel, month) * profile.weights[hour] / (month.days * total)
                    hours.append(
                        ForecastHour(
                            day: month.first.adding(days: place), hour: hour, channel: channel, volume: expected))
                }
            }
        }
        return hours
    }

    private static func percent(_ channel: Channel, _ month: Month) -> Int {
        let isFlat = month >= Month(2026, 6)
        let seasonal = (isFlat ? flat : season)[month.month - 1]
        return channel == .nonEmergency && counted.contains(month) ? seasonal * 138 / 100 : seasonal
    }

    static let arc = Arc(
        number: 20, name: "forecast", first: counted.lowerBound.first, last: CivilDate(year: 2026, month: 9, day: 30),
        what: "from September 2025 to March 2026 the forecast counts callers whom the switchboard puts through twice; "
            + "from June 2026 it has no summer",
        expected: [
            ("C18.bias_percent_Sep_2025_to_Mar_2026_at_least", .number(15)),
            ("C18.bias_percent_Jul_to_Aug_2026_at_most", .number(-8)),
        ])
}

extension Month: Comparable {
    static func < (left: Month, right: Month) -> Bool { left.id < right.id }
}
