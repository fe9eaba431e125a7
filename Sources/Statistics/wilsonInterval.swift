/// Wilson's score interval for a share, as fractions of one; nothing when there are no rows.
///
/// Source: Wilson 1927; PHEindicatormethods `phe_proportion` uses the same. Only + − × ÷ √, so that it is the same on
/// every machine.
package func wilsonInterval(hits: Int, of count: Int) -> Interval? {
    guard count > 0 else { return nil }
    let z = NormalQuantile.z95
    let n = Double(count)
    let share = Double(hits) / n
    let centre = (share + z * z / (2 * n)) / (1 + z * z / n)
    let half = z * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot() / (1 + z * z / n)
    return Interval(
        lower: hits == 0 ? 0 : max(0, centre - half), upper: hits == count ? 1 : min(1, centre + half))
}
