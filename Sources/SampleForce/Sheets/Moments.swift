import Tables

/// The instants at which the stocks of the sample are counted, and helpers for planned times.
enum Moments {
    /// Midnight after 30 September 2026.
    static let asOf = UKClock.utc(CivilDate(year: 2026, month: 10, day: 1), 0)

    /// Each month of the sample with the midnight that ends it.
    static let monthEnds = Month.all.map { (month: $0, end: UKClock.utc($0.next.first, 0)) }

    /// A time as systems write it that know no seconds, outside the hours that occur twice.
    static func plain(_ time: Int) -> Int {
        let minute = time - time % 60
        return UKClock.repeatedHours.contains { $0.contains(minute) } ? minute + 7200 : minute
    }

    static func midnight(_ year: Int, _ month: Int, _ day: Int) -> Int {
        UKClock.utc(CivilDate(year: year, month: month, day: day), 0)
    }

    /// `05-Nov-2025 14:20`.
    static func namedStamp(_ time: Int) -> String {
        let (day, second) = UKClock.local(time)
        let (year, month, date) = day.components
        let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        return "\(padded(date, 2))-\(names[month - 1])-\(year) \(clockText(second).dropLast(3))"
    }

    /// `05/11/2025 14:20`.
    static func minuteStamp(_ time: Int) -> String { String(britishStamp(UKClock.local(time)).dropLast(3)) }
}
