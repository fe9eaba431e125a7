import Tables

/// Which times an export can hold at all (DQ07).
struct TimeLimits: Sendable {
    /// 1 January 2000, local.
    let earliest: Int64
    /// An hour after the end of the export's day; nothing for undated exports.
    let latest: Int64?
    let earliestDay: Int64
    let latestDay: Int64?

    /// 2100, to which the zone table is carried on, and the last second that four bytes hold.
    private static let endOfZones: Int64 = 4_102_444_800_000
    private static let endOfSeconds: Int64 = 2_147_483_648_000

    init(zone: ZoneTable, exportDate: CivilDate?) {
        let first = CivilDate(year: 2000, month: 1, day: 1)
        earliest = zone.start(of: first)
        earliestDay = Int64(first.days)
        latest = exportDate.map { zone.start(of: $0.adding(days: 1)) + 3_600_000 }
        latestDay = exportDate.map { Int64($0.days) }
    }

    /// Planned times may lie in the future, but not beyond what a calendar of ours knows.
    func holds(_ utc: Int64, isPlanned: Bool) -> Bool {
        guard utc >= earliest else { return false }
        if isPlanned { return utc < TimeLimits.endOfZones }
        return utc <= latest ?? Int64.max && utc < TimeLimits.endOfSeconds
    }

    func holds(day: Int64, isPlanned: Bool) -> Bool {
        guard day >= earliestDay, day < TimeLimits.endOfZones / 86_400_000 else { return false }
        guard !isPlanned, let latestDay else { return true }
        return day <= latestDay
    }
}
