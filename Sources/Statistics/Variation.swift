/// What the newest point of a chart says of a series.
package enum Variation: String, Sendable, Hashable {
    case improving = "special cause, improving"
    case concerning = "special cause, concerning"
    /// A figure of which neither direction is better.
    case neither = "special cause, neither"
    case common = "common cause"

    /// Of the newest point, if it is one of some months and stands on limits.
    package init?(newestOf chart: IndividualsChart, isHigherBetter: Bool?) {
        guard let place = chart.points.lastIndex(where: { $0 != nil }), let point = chart.points[place],
            chart.segments.contains(where: { $0.months.contains(place) && $0.limits != nil })
        else { return nil }
        guard let isUp = point.isUp else {
            self = .common
            return
        }
        self = isHigherBetter.map { $0 == isUp ? .improving : .concerning } ?? .neither
    }
}
