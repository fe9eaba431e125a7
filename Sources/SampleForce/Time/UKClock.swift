import Tables

/// British civil time by its rule since 1996, written out here so that the sample owes nothing to the reader it tests.
///
/// Instants are UTC seconds since 1970.
enum UKClock {
    /// Summer time runs from 01:00 UTC on the last Sunday of March to 01:00 UTC on the last Sunday of October.
    static func isSummer(_ utc: Int) -> Bool {
        let year = CivilDate(days: Int(floorDivide(Int64(utc), 86_400))).components.year
        return utc >= change(year, 3) && utc < change(year, 10)
    }

    static func local(_ utc: Int) -> (day: CivilDate, second: Int) {
        reading(isSummer(utc) ? utc + 3600 : utc)
    }

    /// The reading of a clock that stays on Greenwich time.
    static func unadjusted(_ utc: Int) -> (day: CivilDate, second: Int) {
        reading(utc)
    }

    /// The instant of a local reading that exists once.
    static func utc(_ day: CivilDate, _ second: Int) -> Int {
        let local = day.days * 86_400 + second
        return isSummer(local - 3600) ? local - 3600 : local
    }

    /// Whether the clocks change on this day.
    static func changes(on day: CivilDate) -> Bool {
        let (year, month, _) = day.components
        return (month == 3 || month == 10) && change(year, month) / 86_400 == day.days
    }

    /// The two hours of each October that are both read as 01:00 to 02:00.
    static let repeatedHours: [Range<Int>] = (2024...2026).map { year in
        let moment = change(year, 10)
        return (moment - 3600)..<(moment + 3600)
    }

    private static func change(_ year: Int, _ month: Int) -> Int {
        let last = CivilDate(year: year, month: month, day: 31)
        return (last.days - (last.weekday + 1) % 7) * 86_400 + 3600
    }

    private static func reading(_ seconds: Int) -> (day: CivilDate, second: Int) {
        let day = Int(floorDivide(Int64(seconds), 86_400))
        return (CivilDate(days: day), seconds - day * 86_400)
    }
}
