/// Newcombe's score interval for the difference of two shares, as fractions of one; nothing when either has no rows.
///
/// Source: Newcombe 1998, Statistics in Medicine 17:873, method 10: the distances of each share to the ends of its own
/// Wilson interval are added as squares.
package func newcombeInterval(hits: Int, of count: Int, minus otherHits: Int, of otherCount: Int) -> Interval? {
    guard let own = ends(hits, count), let other = ends(otherHits, otherCount) else { return nil }
    let difference = own.share - other.share
    func distance(_ left: Double, _ right: Double) -> Double { (left * left + right * right).squareRoot() }
    return Interval(
        lower: max(-1, difference - distance(own.share - own.lower, other.upper - other.share)),
        upper: min(1, difference + distance(own.upper - own.share, other.share - other.lower)))
}

private func ends(_ hits: Int, _ count: Int) -> (share: Double, lower: Double, upper: Double)? {
    guard let interval = wilsonInterval(hits: hits, of: count), let lower = interval.lower, let upper = interval.upper
    else { return nil }
    return (Double(hits) / Double(count), lower, upper)
}
