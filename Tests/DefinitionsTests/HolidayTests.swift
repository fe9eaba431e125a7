import Definitions
import Tables
import Testing

/// Calendars of bank holidays.
@Suite struct HolidayTests {
    private let path = "base/calendars/here.yaml"

    private func fixture(_ days: String, calendar: String = "england-and-wales", extra: [String: String] = [:])
        -> Fixture
    {
        var files = [
            path: "calendar: \(calendar)\nfrom: 2025-01-01\nto: 2026-12-31\nauthority: us\nholidays: \(days)\n"
        ]
        files.merge(extra) { $1 }
        return Fixture(files)
    }

    @Test func theForceFollowsTheCalendarThatItNames() throws {
        let scotland =
            "calendar: scotland\nfrom: 2026-01-01\nto: 2026-12-31\nauthority: them\nholidays: [2026-01-01, 2026-01-02]\n"
        let ours = try fixture("[2025-12-25, 2025-12-26]", extra: ["force/calendars/scotland.yaml": scotland]).load()
        #expect(ours.holidays.name == "england-and-wales")
        #expect(ours.holidays.holidays.map(\.description) == ["2025-12-25", "2025-12-26"])
        #expect(ours.holidays.covers.map { "\($0.lowerBound) \($0.upperBound)" } == "2025-01-01 2026-12-31")
        #expect(ours.holidays.authority == "us")
        let pipeline = (Fixture.whole["force/pipeline.yaml"] ?? "") + "\ncalendar: scotland\n"
        let theirs = try fixture(
            "[]", extra: ["force/calendars/scotland.yaml": scotland, "force/pipeline.yaml": pipeline]
        ).load()
        #expect(theirs.holidays.name == "scotland")
        #expect(theirs.holidays.holidays.map(\.description) == ["2026-01-01", "2026-01-02"])
        #expect(theirs.files.contains { $0.path == "force/calendars/scotland.yaml" })
        // Without a calendar nothing is known of working days.
        #expect(try Fixture().load().holidays == HolidayCalendar())
    }

    @Test func faultsOfCalendars() {
        let faults: [(days: String, message: String)] = [
            (
                "[2025-12-26, 1️⃣2025-12-25]",
                "error: 2025-12-25 is listed after 2025-12-26 [E0269]\n    help: list the days in their order"
            ),
            ("[2025-12-25, 1️⃣2025-12-25]", "error: 2025-12-25 is listed twice [E0269]\n    help: keep it once"),
            (
                "[2025-12-25, 1️⃣2027-01-01]",
                "error: 2027-01-01 is not one of the days from 2025-01-01 to 2026-12-31 that the calendar covers [E0269]\n"
                    + "    help: change `from` or `to`, or take the day out"
            ),
            (
                "[2025-12-25, 1️⃣2026-12-26]",
                "warning: 2026-12-26 is a Saturday, which is no working day anyway [E0269]\n"
                    + "    help: list the day that is kept instead, if there is one"
            ),
            (
                "[1️⃣2026-11-29]",
                "warning: 2026-11-29 is a Sunday, which is no working day anyway [E0269]\n"
                    + "    help: list the day that is kept instead, if there is one"
            ),
            ("[1️⃣25/12/2025]", "error: a holiday is `25/12/2025`, but must be a day such as 2026-12-25 [E0237]"),
            ("[1️⃣[]]", "error: a holiday is a list, but must be a day such as 2026-12-25 [E0237]"),
            ("1️⃣2025-12-25", "error: `holidays` must be a list, not a text [E0233]"),
        ]
        for (days, message) in faults {
            let found = fixture(days)
            #expect(found.faults() == ["\(found.place("1️⃣", in: path)): \(message)"], "\(days)")
        }
    }

    @Test func faultsOfTheirSpan() {
        let turned = Fixture([
            path: "calendar: a\nfrom: 2026-01-01\nto: 1️⃣2025-12-31\nauthority: us\nholidays: []\n"
        ])
        #expect(
            turned.faults() == ["\(turned.place("1️⃣", in: path)): error: `to` must not be before `from` [E0269]"])
        let bare = Fixture([path: "1️⃣calendar: a\nfrom: 2026-01-01\nto: 2026-12-31\nholidays: []\nlist: x\n"])
        let place = bare.place("1️⃣", in: path)
        #expect(
            bare.faults() == [
                "\(place): error: a calendar of holidays needs the key `authority` [E0234]",
                "base/calendars/here.yaml:5:1: error: unknown key `list` in a calendar of holidays [E0231]\n"
                    + "    help: it can be: calendar, from, to, authority, holidays",
            ])
    }

    @Test func aCalendarIsOneOfThose() {
        let pipeline = (Fixture.whole["force/pipeline.yaml"] ?? "") + "\ncalendar: 1️⃣scotland\n"
        let unknown = fixture("[]", extra: ["force/pipeline.yaml": pipeline])
        #expect(
            unknown.faults() == [
                "\(unknown.place("1️⃣", in: "force/pipeline.yaml")): error: there is no calendar `scotland` of bank holidays "
                    + "[E0269]\n    help: it can be: england-and-wales"
            ])
        let again = fixture(
            "[]",
            extra: [
                "force/calendars/own.yaml":
                    "calendar: 1️⃣england-and-wales\nfrom: 2025-01-01\nto: 2025-12-31\nauthority: us\nholidays: []\n"
            ])
        #expect(
            again.faults() == [
                "\(again.place("1️⃣", in: "force/calendars/own.yaml")): error: there are two calendars named "
                    + "`england-and-wales` [E0242]\n"
                    + "    help: give a calendar of the force another name, and name it under `calendar` of pipeline.yaml"
            ])
    }

    @Test func workingDaysNeedACalendar() {
        let table = Fixture.table.replacing(
            "columns:", with: "columns:\n  1️⃣late: working_days(offered_at, answered_at) > 5")
        let without = Fixture(["base/tables/calls.yaml": table])
        #expect(
            without.faults() == [
                "\(without.place("1️⃣", in: "base/tables/calls.yaml")): error: working days are counted here, and there is "
                    + "no calendar of bank holidays [E0269]\n"
                    + "    help: write calendars/NAME.yaml, and NAME under `calendar` of pipeline.yaml"
            ])
        #expect(fixture("[]", extra: ["base/tables/calls.yaml": table]).faults() == [])
    }

    // MARK: England and Wales

    /// The days by the Banking and Financial Dealings Act 1971 and custom: fixed days with their substitutes, Easter by
    /// the Gregorian rule, Mondays of May and August; and what proclamations changed.
    @Test func theDaysOfEnglandAndWalesFollowTheRules() throws {
        let calendar = try Catalogue.loamshire().holidays
        #expect(calendar.name == "england-and-wales")
        #expect(calendar.covers.map { "\($0.lowerBound) \($0.upperBound)" } == "2018-01-01 2028-12-31")
        var expected: Set<CivilDate> = []
        for year in 2018...2028 {
            expected.insert(nextWeekday(CivilDate(year: year, month: 1, day: 1)))
            let easter = easterSunday(year)
            expected.formUnion([easter.adding(days: -2), easter.adding(days: 1)])
            expected.insert(firstMonday(year, 5))
            expected.insert(lastMonday(CivilDate(year: year, month: 5, day: 31)))
            expected.insert(lastMonday(CivilDate(year: year, month: 8, day: 31)))
            let christmas = CivilDate(year: year, month: 12, day: 25)
            // A weekend pushes both days on: the first day after them that is free.
            switch christmas.weekday {
            case 4: expected.formUnion([christmas, christmas.adding(days: 3)])
            case 5: expected.formUnion([christmas.adding(days: 2), christmas.adding(days: 3)])
            case 6: expected.formUnion([christmas.adding(days: 1), christmas.adding(days: 2)])
            default: expected.formUnion([christmas, christmas.adding(days: 1)])
            }
        }
        for (moved, kept) in [("2020-05-04", ["2020-05-08"]), ("2022-05-30", ["2022-06-02", "2022-06-03"])] {
            expected.remove(try #require(CivilDate(moved)))
            for day in kept { expected.insert(try #require(CivilDate(day))) }
        }
        for day in ["2022-09-19", "2023-05-08"] { expected.insert(try #require(CivilDate(day))) }
        #expect(calendar.holidays == expected.sorted())
        #expect(calendar.holidays.allSatisfy { $0.weekday < 5 })
    }

    private func nextWeekday(_ day: CivilDate) -> CivilDate {
        day.weekday < 5 ? day : day.adding(days: 7 - day.weekday)
    }

    private func firstMonday(_ year: Int, _ month: Int) -> CivilDate {
        let first = CivilDate(year: year, month: month, day: 1)
        return first.adding(days: (7 - first.weekday) % 7)
    }

    private func lastMonday(_ last: CivilDate) -> CivilDate {
        last.adding(days: -last.weekday)
    }

    /// Butcher's algorithm.
    private func easterSunday(_ year: Int) -> CivilDate {
        let (golden, century, rest) = (year % 19, year / 100, year % 100)
        let correction = (century - (century + 8) / 25 + 1) / 3
        let epact = (19 * golden + century - century / 4 - correction + 15) % 30
        let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7
        let shift = (golden + 11 * epact + 22 * weekday) / 451
        let month = (epact + weekday - 7 * shift + 114) / 31
        return CivilDate(year: year, month: month, day: (epact + weekday - 7 * shift + 114) % 31 + 1)
    }
}
