import Tables
import Testing

/// CONTRACTS.md section 4.
@Suite("Periods")
struct PeriodTests {
    @Test(
        "A day lies in the period of each kind with its id, label and ends",
        arguments: [
            (PeriodKind.day, "2026-09-14", "2026-09-14", "14 Sep 2026", "2026-09-14", "2026-09-14"),
            (.week, "2026-09-10", "2026-W37", "week from Mon 7 Sep 2026", "2026-09-07", "2026-09-13"),
            (.month, "2026-09-30", "2026-09", "Sep 2026", "2026-09-01", "2026-09-30"),
            (.quarter, "2026-08-15", "2026-Q3", "Jul to Sep 2026 (Q2 2026/27)", "2026-07-01", "2026-09-30"),
            (.quarter, "2026-02-01", "2026-Q1", "Jan to Mar 2026 (Q4 2025/26)", "2026-01-01", "2026-03-31"),
            (.quarter, "2026-04-01", "2026-Q2", "Apr to Jun 2026 (Q1 2026/27)", "2026-04-01", "2026-06-30"),
            (.financialYear, "2026-04-01", "FY2026-27", "2026/27", "2026-04-01", "2027-03-31"),
            (.financialYear, "2026-03-31", "FY2025-26", "2025/26", "2025-04-01", "2026-03-31"),
            (.financialYear, "1999-12-31", "FY1999-00", "1999/00", "1999-04-01", "2000-03-31"),
            (.calendarYear, "2026-05-05", "2026", "2026", "2026-01-01", "2026-12-31"),
            (
                .rollingTwelveMonths, "2026-09-02", "R12-2026-09", "12 months to Sep 2026", "2025-10-01",
                "2026-09-30"
            ),
            (.week, "2025-12-29", "2026-W01", "week from Mon 29 Dec 2025", "2025-12-29", "2026-01-04"),
            (.week, "2027-01-01", "2026-W53", "week from Mon 28 Dec 2026", "2026-12-28", "2027-01-03"),
        ])
    func containing(kind: PeriodKind, day: String, id: String, label: String, first: String, last: String) throws {
        let period = Period(kind, containing: try #require(CivilDate(day)))
        #expect(period.id == id)
        #expect(period.label == label)
        #expect(period.first.description == first)
        #expect(period.last.description == last)
    }

    @Test(
        "Every accepted spelling names its period",
        arguments: [
            ("2026-09-14", "2026-09-14"), ("2026-W37", "2026-W37"), ("2026-09", "2026-09"), ("2026-Q3", "2026-Q3"),
            ("2026/27-Q2", "2026-Q3"), ("FY2026-27-Q2", "2026-Q3"), ("FY2026-27-Q4", "2027-Q1"),
            ("FY2026-27", "FY2026-27"), ("2026/27", "FY2026-27"), ("2026", "2026"), ("R12-2026-09", "R12-2026-09"),
            ("r12-2026-09", "R12-2026-09"), ("2025-10..2026-06", "2025-10..2026-06"),
        ])
    func parsing(text: String, id: String) {
        #expect(Period(parsing: text)?.id == id)
    }

    @Test("A span runs from the first day of its first period to the last of its last")
    func span() throws {
        let span = try #require(Period(parsing: "2025-10..2026-06"))
        #expect(span.first.description == "2025-10-01")
        #expect(span.last.description == "2026-06-30")
        #expect(span.label == "Oct 2025 to Jun 2026")
    }

    @Test(
        "What is no period is refused",
        arguments: [
            "", "2026-13", "2026-W54", "2025-W53", "2026/28", "FY2026-28", "2026-Q5", "2026-02-30", "26-09", "R12-2026",
            "2026-06..2025-10", "Sep 2026",
        ])
    func refused(text: String) {
        #expect(Period(parsing: text) == nil)
    }

    @Test("Periods of a kind follow each other without gap or overlap", arguments: PeriodKind.allCases)
    func following(kind: PeriodKind) {
        guard kind != .span, kind != .rollingTwelveMonths else { return }
        var period = Period(kind, containing: CivilDate(year: 2019, month: 12, day: 30))
        for _ in 0..<500 {
            let next = period.next
            #expect(next.first.days == period.last.days + 1)
            period = next
        }
    }

    @Test("A rolling year moves on by a month")
    func rolling() {
        let period = Period(.rollingTwelveMonths, containing: CivilDate(year: 2025, month: 12, day: 31))
        #expect(period.id == "R12-2025-12")
        #expect(period.next.id == "R12-2026-01")
        #expect(period.next.first.description == "2025-02-01")
    }
}
