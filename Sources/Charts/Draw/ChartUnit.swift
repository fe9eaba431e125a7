/// What the numbers of an axis are, as far as it decides steps and labels.
package enum ChartUnit: Sendable, Hashable {
    case percent
    case seconds, minutes, hours, days
    case number

    /// As it follows the number of a tick.
    var suffix: String {
        switch self {
        case .percent: "%"
        case .seconds: " s"
        case .minutes: " min"
        case .hours: " h"
        case .days: " d"
        case .number: ""
        }
    }

    /// Steps between ticks of one to sixty and more that people count this unit in, ascending.
    var steps: [Double] {
        switch self {
        case .seconds, .minutes: [1, 2, 5, 10, 15, 20, 30, 60, 120, 180, 300, 600, 900, 1200, 1800, 3600]
        case .hours: [1, 2, 3, 4, 6, 8, 12, 24, 48, 72, 96, 120, 240]
        case .days: [1, 2, 5, 7, 14, 28]
        case .percent, .number: []
        }
    }
}
