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
    let (ends, lastSeen) = (ended.occurrences, unended.occurrences)
    var surviving = 1.0
    func hasHalfEnded(_ count: Int) -> Bool {
        surviving *= Double(atRisk - count) / Double(atRisk)
        atRisk -= count
        return surviving <= 0.5 + 1e-9
    }
    var first = 0
    if atOnce > 0 {
        // Those of day 0 that are known end together with them.
        let known = ends.first.map { $0.value == 0 ? $0.count : 0 } ?? 0
        if hasHalfEnded(atOnce + known) { return 0 }
        first = known > 0 ? 1 : 0
    }
    var gone = 0
    for (day, count) in ends.dropFirst(first) {
        while gone < lastSeen.count, lastSeen[gone].value < day {
            atRisk -= lastSeen[gone].count
            gone += 1
        }
        if hasHalfEnded(count) { return day }
    }
    return nil
}
