/// One reporting period: its days, its id in files and on the command line, and its label for readers.
package struct Period: Sendable, Hashable {
    package let kind: PeriodKind
    package let first: CivilDate
    /// The last day, inclusive.
    package let last: CivilDate
    private let names: Names

    /// Its texts apart, so that rows by the hundred thousand hold each once.
    private final class Names: Sendable {
        let id: String
        let label: String

        init(id: String, label: String) {
            self.id = id
            self.label = label
        }
    }

    /// Such as `2026-09`, `2026-W37`, `2026-Q3`, `FY2026-27`, `R12-2026-09`.
    package var id: String { names.id }
    /// Such as `Sep 2026` or `Jul to Sep 2026 (Q2 2026/27)`.
    package var label: String { names.label }

    package var range: ClosedRange<Int> { first.days...last.days }

    /// The period of a kind that a day lies in. For rolling twelve months it is the one that ends with the day's month.
    package init(_ kind: PeriodKind, containing day: CivilDate) {
        let (year, month, _) = day.components
        switch kind {
        case .day, .span:
            self.init(kind, day, day, "\(day)", Period.text(day))
        case .week:
            let monday = day.adding(days: -day.weekday)
            let weekYear = monday.adding(days: 3).components.year
            let firstThursday = CivilDate(year: weekYear, month: 1, day: 4)
            let firstMonday = firstThursday.adding(days: -firstThursday.weekday)
            let week = (monday.days - firstMonday.days) / 7 + 1
            self.init(
                kind, monday, monday.adding(days: 6), "\(weekYear)-W\(padded(week, 2))",
                "week from Mon \(Period.text(monday))")
        case .month:
            self.init(
                kind, CivilDate(year: year, month: month, day: 1), Period.end(year, month),
                "\(year)-\(padded(month, 2))", "\(Period.monthNames[month - 1]) \(year)")
        case .quarter:
            let begin = (month - 1) / 3 * 3 + 1
            let number = (month - 1) / 3 + 1
            let financial = Period.financialYear(year, month)
            let names = "\(Period.monthNames[begin - 1]) to \(Period.monthNames[begin + 1]) \(year)"
            self.init(
                kind, CivilDate(year: year, month: begin, day: 1), Period.end(year, begin + 2), "\(year)-Q\(number)",
                "\(names) (Q\((number + 2) % 4 + 1) \(Period.slashed(financial)))")
        case .financialYear:
            let begin = Period.financialYear(year, month)
            self.init(
                kind, CivilDate(year: begin, month: 4, day: 1), CivilDate(year: begin + 1, month: 3, day: 31),
                "FY\(begin)-\(padded((begin + 1) % 100, 2))", Period.slashed(begin))
        case .calendarYear:
            self.init(
                kind, CivilDate(year: year, month: 1, day: 1), CivilDate(year: year, month: 12, day: 31), "\(year)",
                "\(year)")
        case .rollingTwelveMonths:
            let begin = month == 12 ? (year, 1) : (year - 1, month + 1)
            self.init(
                kind, CivilDate(year: begin.0, month: begin.1, day: 1), Period.end(year, month),
                "R12-\(year)-\(padded(month, 2))", "12 months to \(Period.monthNames[month - 1]) \(year)")
        }
    }

    /// A span of days, with the id and label that readers gave or that follow from its ends.
    package init(spanFrom first: CivilDate, to last: CivilDate, id: String, label: String) {
        self.init(.span, first, last, id, label)
    }

    private init(_ kind: PeriodKind, _ first: CivilDate, _ last: CivilDate, _ id: String, _ label: String) {
        self.kind = kind
        self.first = first
        self.last = last
        names = Names(id: id, label: label)
    }

    package static func == (left: Period, right: Period) -> Bool {
        left.kind == right.kind && left.first == right.first && left.last == right.last
            && (left.names === right.names || (left.id == right.id && left.label == right.label))
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(kind)
        hasher.combine(first)
        hasher.combine(last)
    }

    /// The period of the same kind that follows; a rolling year moves on by a month.
    package var next: Period {
        Period(kind, containing: last.adding(days: 1))
    }

    package static let monthNames = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// A day as readers write it: 14 Sep 2026.
    package static func text(_ day: CivilDate) -> String {
        let (year, month, date) = day.components
        return "\(date) \(monthNames[month - 1]) \(year)"
    }

    private static func end(_ year: Int, _ month: Int) -> CivilDate {
        CivilDate(year: year, month: month, day: CivilDate.length(ofMonth: month, year: year))
    }

    private static func financialYear(_ year: Int, _ month: Int) -> Int {
        month >= 4 ? year : year - 1
    }

    private static func slashed(_ begin: Int) -> String {
        "\(begin)/\(padded((begin + 1) % 100, 2))"
    }
}
