/// Natural process limits of an individuals (XmR) chart.
package struct IndividualsLimits: Sendable, Hashable {
    package let mean: Double
    package let averageMovingRange: Double
    package let lower: Double
    package let upper: Double

    package init(mean: Double, averageMovingRange: Double, lower: Double, upper: Double) {
        self.mean = mean
        self.averageMovingRange = averageMovingRange
        self.lower = lower
        self.upper = upper
    }
}

/// Mean ± 2.66 average moving ranges of a baseline in order of time; nothing without two neighbouring points.
///
/// A point that is absent is a gap: ranges lie only between neighbours. Moving ranges of 3.267 averages or more are dropped
/// once before the average is taken again (Nelson 1982; NHSRplotthedots screens by default). An average of zero screens
/// nothing.
package func individualsLimits(_ baseline: [Double?], isScreened: Bool = true) -> IndividualsLimits? {
    var ranges = zip(baseline, baseline.dropFirst()).compactMap { left, right in
        left.flatMap { left in right.map { abs($0 - left) } }
    }
    guard !ranges.isEmpty else { return nil }
    let present = baseline.compactMap { $0 }
    let mean = present.reduce(0, +) / Double(present.count)
    var average = ranges.reduce(0, +) / Double(ranges.count)
    if isScreened, average > 0 {
        ranges = ranges.filter { $0 < 3.267 * average }
        if !ranges.isEmpty { average = ranges.reduce(0, +) / Double(ranges.count) }
    }
    return IndividualsLimits(
        mean: mean, averageMovingRange: average, lower: mean - 2.66 * average, upper: mean + 2.66 * average)
}
