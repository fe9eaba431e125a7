import Tables

/// A local date and time, `31/12/2025 23:59:59`.
func britishStamp(_ reading: (day: CivilDate, second: Int)) -> String {
    "\(britishDate(reading.day)) \(clockText(reading.second))"
}

/// `31/12/2025`.
func britishDate(_ day: CivilDate) -> String {
    let (year, month, date) = day.components
    return "\(padded(date, 2))/\(padded(month, 2))/\(year)"
}

/// `12/31/2025 11:59:59 PM`.
func americanStamp(_ reading: (day: CivilDate, second: Int)) -> String {
    let (year, month, date) = reading.day.components
    let hour = reading.second / 3600
    let clock = "\((hour + 11) % 12 + 1):\(padded(reading.second / 60 % 60, 2)):\(padded(reading.second % 60, 2))"
    return "\(month)/\(date)/\(year) \(clock) \(hour < 12 ? "AM" : "PM")"
}

/// `2025-08-31T23:59:59+01:00`.
func isoStamp(_ utc: Int) -> String {
    let (day, second) = UKClock.local(utc)
    return "\(day)T\(clockText(second))\(UKClock.isSummer(utc) ? "+01:00" : "+00:00")"
}

/// `hh:mm:ss`, of a clock or a duration.
func clockText(_ seconds: Int) -> String {
    "\(padded(seconds / 3600, 2)):\(padded(seconds / 60 % 60, 2)):\(padded(seconds % 60, 2))"
}
