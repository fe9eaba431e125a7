/// Type 7 quantile (Hyndman and Fan 1996; a spreadsheet's PERCENTILE.INC) with its place worked in exact integers.
///
/// `below` and `above` stand for that many more observations under and over all others whose values are not known; the
/// limits take their place. Nothing when there are no observations, or the place falls among unknown ones without a limit.
package func quantile(
    _ distribution: ValueCounts, numerator: Int, denominator: Int, below: Int = 0, above: Int = 0,
    lowLimit: Int64? = nil, highLimit: Int64? = nil
) -> Double? {
    let count = below + distribution.count + above
    guard count > 0 else { return nil }
    let place = (count - 1) * numerator
    let whole = place / denominator
    let rest = place % denominator
    func observation(_ index: Int) -> Int64? {
        if index < below { return lowLimit }
        if index >= below + distribution.count { return highLimit }
        return distribution.observation(at: index - below)
    }
    guard let left = observation(whole) else { return nil }
    if rest == 0 { return Double(left) }
    guard let right = observation(whole + 1) else { return nil }
    // One division of exact integers: left + (right − left)·rest/denominator.
    let scaled = left.multipliedReportingOverflow(by: Int64(denominator - rest))
    let other = right.multipliedReportingOverflow(by: Int64(rest))
    let sum = scaled.partialValue.addingReportingOverflow(other.partialValue)
    guard !scaled.overflow, !other.overflow, !sum.overflow else {
        return Double(left) + (Double(right) - Double(left)) * Double(rest) / Double(denominator)
    }
    return Double(sum.partialValue) / Double(denominator)
}
