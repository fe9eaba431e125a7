/// The 95% interval of a quantile by order statistics; an end that the sample is too small for is absent.
///
/// Ranks count from 1: the lower is the largest l with P(B(n, q) ≤ l − 1) ≤ 0.025, the upper the smallest u with
/// P(B(n, q) ≥ u) ≤ 0.025, both from exact binomial probabilities built by recurrence.
package func quantileInterval(
    _ distribution: WidenedCounts, numerator: Int, denominator: Int, ranks known: QuantileRanks = QuantileRanks()
) -> Interval {
    let ranks = known.ranks(count: distribution.count, numerator: numerator, denominator: denominator)
    return Interval(
        lower: ranks.lower.flatMap { distribution.observation(at: $0 - 1) }.map(Double.init),
        upper: ranks.upper.flatMap { distribution.observation(at: $0 - 1) }.map(Double.init))
}

/// The ranks of that interval, from 1.
package func quantileRanks(count: Int, numerator: Int, denominator: Int) -> (lower: Int?, upper: Int?) {
    guard count > 0 else { return (nil, nil) }
    // Every observation is at most the greatest value and at least the least: one end is an observation, one unknown.
    if numerator >= denominator { return (count, nil) }
    if numerator <= 0 { return (nil, 1) }
    let probability = Double(numerator) / Double(denominator)
    // Away from the mode the probabilities shrink geometrically, so weights relative to the mode never underflow where
    // they matter, and no power or logarithm is needed. Quotients do not wait for each other, only products do.
    let mode = min(count, Int(Double(count + 1) * probability))
    let odds = Double(numerator) / Double(denominator - numerator)
    var weights: [Double] = [1]
    var first = mode
    while first > 0 {
        let next = weights[weights.count - 1] * (Double(first) / (Double(count - first + 1) * odds))
        if next < 1e-20 { break }
        weights.append(next)
        first -= 1
    }
    weights.reverse()
    var last = mode
    while last < count {
        let next = weights[weights.count - 1] * (Double(count - last) * odds / Double(last + 1))
        if next < 1e-20 { break }
        weights.append(next)
        last += 1
    }
    let limit = 0.025 * weights.reduce(0, +)
    var lower: Int?
    var tail = 0.0
    for place in weights.indices {
        tail += weights[place]
        if tail > limit { break }
        lower = first + place + 1
    }
    if lower == nil, first > 0 { lower = first }
    var upper: Int?
    tail = 0
    for place in weights.indices.reversed() {
        tail += weights[place]
        if tail > limit { break }
        upper = first + place
    }
    if upper == nil, last < count { upper = last + 1 }
    return (lower, upper == 0 ? nil : upper)
}
