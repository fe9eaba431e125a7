import Tables

/// A calendar month of the sample.
struct Month: Hashable, Sendable {
    let year: Int
    let month: Int

    var first: CivilDate { CivilDate(year: year, month: month, day: 1) }
    var days: Int { CivilDate.length(ofMonth: month, year: year) }
    var last: CivilDate { CivilDate(year: year, month: month, day: days) }
    /// Such as `2025-08`.
    var id: String { "\(year)-\(padded(month, 2))" }
    /// Such as `20250831`, the date in the names of its exports.
    var exportDate: String { "\(year)\(padded(month, 2))\(padded(days, 2))" }

    init(_ year: Int, _ month: Int) {
        self.year = year
        self.month = month
    }

    init(of instant: Int) {
        let (year, month, _) = UKClock.local(instant).day.components
        self.init(year, month)
    }

    var next: Month { month == 12 ? Month(year + 1, 1) : Month(year, month + 1) }

    /// October 2024 to September 2026.
    static let all: [Month] = {
        var months = [Month(2024, 10)]
        while months.count < 24 { months.append(months[months.count - 1].next) }
        return months
    }()
}
