/// The first day at whose end at least half have ended, as Kaplan and Meier estimate it from rows of which some had not
/// ended when they were last looked at.
///
/// Rows that ended on a day come before rows last seen on it. `atOnce` further rows ended on day 0 and `never` further
/// ones go on for ever. Nothing where the curve stays above one half; the tolerance keeps a product of fractions that is
/// one half exactly from being missed.
package func survivalMedian(
    ended: ValueCounts, unended: ValueCounts, atOnce: Int = 0, never: Int = 0
) -> Int64? {
    var atRisk = ended.count + unended.count + atOnce + never
    var surviving = 1.0
    func hasHalfEnded(_ count: Int) -> Bool {
        surviving *= Double(atRisk - count) / Double(atRisk)
        atRisk -= count
        return surviving <= 0.5 + 1e-9
    }
    var first = 0
    if atOnce > 0 {
        // Those of day 0 that are known end together with them.
        let known = ended.values.first == 0 ? ended.count(at: 0) : 0
        if hasHalfEnded(atOnce + known) { return 0 }
        first = known > 0 ? 1 : 0
    }
    var gone = 0
    for place in first..<max(first, ended.values.count) {
        let day = ended.values[place]
        while gone < unended.values.count, unended.values[gone] < day {
            atRisk -= unended.count(at: gone)
            gone += 1
        }
        if hasHalfEnded(ended.count(at: place)) { return day }
    }
    return nil
}

extension ValueCounts {
    /// How many observations have the value in a place.
    fileprivate func count(at place: Int) -> Int {
        cumulative[place] - (place == 0 ? 0 : cumulative[place - 1])
    }
}
