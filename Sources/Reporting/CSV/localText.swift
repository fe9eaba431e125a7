package import Tables

/// An instant as the zone's clocks showed it, with its offset: `2026-09-30T23:58:12+01:00`.
package func localText(_ instant: Int64, in zone: ZoneTable) -> String {
    let offset = zone.offset(at: instant)
    let local = instant + offset
    let minutes = Int(abs(offset) / 60_000)
    let shift = "\(offset < 0 ? "-" : "+")\(padded(minutes / 60, 2)):\(padded(minutes % 60, 2))"
    return clockText(local, separator: "T") + shift
}

/// `2026-09-30T23:58:12` of milliseconds since 1970 in whatever zone they are.
package func clockText(_ milliseconds: Int64, separator: String) -> String {
    let day = CivilDate(days: Int(floorDivide(milliseconds, 86_400_000)))
    let seconds = Int(floorDivide(milliseconds, 1000) - Int64(day.days) * 86_400)
    return "\(day)\(separator)\(padded(seconds / 3600, 2)):\(padded(seconds / 60 % 60, 2)):\(padded(seconds % 60, 2))"
}
