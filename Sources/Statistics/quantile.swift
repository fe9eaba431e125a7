/// Type 7 quantile (Hyndman and Fan 1996; a spreadsheet's PERCENTILE.INC) with its place worked in exact integers.
///
/// Nothing when there are no observations, or the place falls among unknown ones without a limit.
package func quantile(_ distribution: WidenedCounts, numerator: Int, denominator: Int) -> Double? {
    guard distribution.count > 0 else { return nil }
    let place = (distribution.count - 1) * numerator
    let whole = place / denominator
    let rest = place % denominator
    guard let left = distribution.observation(at: whole) else { return nil }
    if rest == 0 { return Double(left) }
    guard let right = distribution.observation(at: whole + 1) else { return nil }
    // One division of exact integers: left + (right − left)·rest/denominator.
    let scaled = left.multipliedReportingOverflow(by: Int64(denominator - rest))
    let other = right.multipliedReportingOverflow(by: Int64(rest))
    let sum = scaled.partialValue.addingReportingOverflow(other.partialValue)
    guard !scaled.overflow, !other.overflow, !sum.overflow else {
        return Double(left) + (Double(right) - Double(left)) * Double(rest) / Double(denominator)
    }
    return Double(sum.partialValue) / Double(denominator)
}
