package import Expressions
package import Tables

/// Working days are Monday to Friday but for these days. A day outside the years covered is unknown, never a guess.
package struct HolidayCalendar: Sendable, Hashable {
    package let name: String
    /// The days that are known to be holidays or not, both inclusive; nothing when no calendar is declared.
    package let covers: ClosedRange<CivilDate>?
    /// Ascending.
    package let holidays: [CivilDate]
    package let authority: String

    package init(
        name: String = "", covers: ClosedRange<CivilDate>? = nil, holidays: [CivilDate] = [], authority: String = ""
    ) {
        self.name = name
        self.covers = covers
        self.holidays = holidays
        self.authority = authority
    }
}

extension WorkingDays {
    /// The working days that a calendar tells apart from holidays.
    package init(_ calendar: HolidayCalendar) {
        self.init(covers: calendar.covers, holidays: calendar.holidays)
    }
}
