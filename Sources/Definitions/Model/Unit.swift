/// The unit of a figure's value in every output. Percent is 0 to 100.
package enum Unit: Sendable, Hashable {
    case percent
    case seconds, minutes, hours, days
    /// A count of something: `calls`, `records`, `calls per hour`.
    case number(of: String)

    /// As written in results.
    package var word: String {
        switch self {
        case .percent: "percent"
        case .seconds: "seconds"
        case .minutes: "minutes"
        case .hours: "hours"
        case .days: "days"
        case .number(let what): what
        }
    }

    /// Milliseconds in one of this unit, for times; 1 for what is not a time.
    package var scale: Int64 {
        switch self {
        case .percent, .number: 1
        case .seconds: 1000
        case .minutes: 60_000
        case .hours: 3_600_000
        case .days: 86_400_000
        }
    }
}
