import Tables

/// The local days of instants, asking the zone once per day rather than once per row.
struct DayClock {
    private let zone: ZoneTable
    private var day = 0
    private var range: Range<Int64> = 0..<0

    init(_ zone: ZoneTable) {
        self.zone = zone
    }

    /// The local day of an instant, as days since 1970-01-01.
    mutating func day(_ instant: Int64) -> Int {
        if range.contains(instant) { return day }
        let found = zone.stretch(of: instant)
        (day, range) = (found.day.days, found.range)
        return day
    }
}
