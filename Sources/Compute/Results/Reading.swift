import Statistics

/// What the verdict rule needs of a figure: a value, its interval where it has one, and how many rows are behind it.
struct Reading {
    let value: Double
    var interval: Interval?
    let count: Int
}

/// A figure as it is, and at the lowest and the highest that unknown rows allow, each with its own n (LANGUAGE
/// section 4).
struct Readings {
    var lowest: Reading?
    var value: Reading?
    var highest: Reading?
}

/// How many of how many, as the value of a share or one of its bounds.
struct ShareCount {
    let hits: Int
    let count: Int

    var reading: Reading? {
        guard count > 0 else { return nil }
        let interval = wilsonInterval(hits: hits, of: count)
        return Reading(
            value: percent,
            interval: interval.map { Interval(lower: $0.lower.map(hundred), upper: $0.upper.map(hundred)) },
            count: count)
    }

    /// This share less another; the fewer rows of the two are what a verdict rests on.
    func reading(minus other: ShareCount) -> Reading? {
        guard count > 0, other.count > 0 else { return nil }
        let interval = newcombeInterval(hits: hits, of: count, minus: other.hits, of: other.count)
        return Reading(
            value: percent - other.percent,
            interval: interval.map { Interval(lower: $0.lower.map(hundred), upper: $0.upper.map(hundred)) },
            count: min(count, other.count))
    }

    private var percent: Double { Double(hits) * 100 / Double(count) }
}

private func hundred(_ fraction: Double) -> Double { fraction * 100 }

extension Counts {
    var share: ShareCount { ShareCount(hits: hits, count: denominator) }

    /// Unknown hits go against the figure, and doubtful rows in where they lower it.
    var lowestShare: ShareCount {
        ShareCount(hits: certainHits, count: certain + doubtfulMisses + doubtfulUnknown)
    }

    /// Unknown hits go for the figure, and doubtful rows in where they raise it.
    var highestShare: ShareCount {
        ShareCount(
            hits: certainHits + certainUnknown + doubtfulHits + doubtfulUnknown,
            count: certain + doubtfulHits + doubtfulUnknown)
    }

    private var certain: Int { certainHits + certainMisses + certainUnknown }
}
