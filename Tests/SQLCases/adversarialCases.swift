import Compute
import Definitions
import Tables

/// Tables that are hard on definitions, under the force's own: each with a name that says what is hard about it, and
/// whether the as-of matters to it.
func adversarialPools(
    _ zone: ZoneTable, asOf: AsOf
) -> [(name: String, pool: Pool, rows: Int, isAtAnyAsOf: Bool)] {
    let hour: Int64 = 3_600_000
    // Both nights on which clocks change: 01:00 UTC on 29 March and on 26 October.
    let spring = zone.start(of: CivilDate(year: 2026, month: 3, day: 29)) + hour
    let autumn = zone.start(of: CivilDate(year: 2025, month: 10, day: 26)) + 2 * hour
    var changes: [Int64] = []
    for step: Int64 in -3...3 {
        for night in [spring, autumn] { changes += [night + step * hour, night + step * hour - 1000] }
    }
    var limits = [asOf.instant - 1000, asOf.instant - 1, asOf.instant - hour, asOf.instant - 11 * hour]
    for (year, month) in [(2025, 10), (2026, 1), (2026, 4)] {
        let start = zone.start(of: CivilDate(year: year, month: month, day: 1))
        limits += [start - 1, start, start + 1, start + 5000, start + 10_000]
    }
    let autumnStart = zone.start(of: CivilDate(year: 2025, month: 9, day: 1))
    let spread: [Int64] = (0..<40).map { autumnStart + Int64($0) * 431_995_000 }
    let close: [Int64] = (0..<6).map { spring + Int64($0) * 5000 }
    var tied = Pool(times: [spring, spring, spring + 10_000])
    tied.ids = ["k1", "k2"]
    var bare = Pool(times: spread)
    bare.empty = 1
    var apart = Pool(times: spread)
    apart.isApart = true
    var torn = Pool(times: spread)
    (torn.rejected, torn.unreadable) = (0.5, 0.2)
    var whole = Pool(times: close)
    (whole.empty, whole.rejected, whole.unreadable) = (0, 0, 0)
    // The evenings and mornings around Christmas, New Year, Easter and the changes of the clock.
    var holidays: [Int64] = []
    for (year, month, day) in [(2025, 12, 24), (2025, 12, 28), (2026, 1, 1), (2026, 3, 28), (2026, 4, 2), (2026, 4, 6)]
    {
        let start = zone.start(of: CivilDate(year: year, month: month, day: day))
        holidays += [-1, 0, 9 * hour, 33 * hour].map { start + $0 }
    }
    var unended = Pool(times: holidays)
    unended.isUnended = true
    return [
        ("empty", Pool(times: spread), 0, false), ("one row", Pool(times: spread), 1, false),
        ("all empty", bare, 40, false), ("ties", tied, 60, false), ("clock changes", Pool(times: changes), 120, true),
        ("boundaries", Pool(times: limits), 120, true), ("out of order", whole, 120, false),
        ("keys apart", apart, 60, false), ("torn", torn, 120, false), ("holidays", Pool(times: holidays), 120, false),
        ("nothing ends", unended, 60, true), ("mixed", Pool(times: spread + changes + limits), 250, true),
    ]
}
