import Tables
import Testing

@Suite("Civil dates")
struct CivilDateTests {
    @Test("Days and components agree over four hundred years")
    func roundTrip() {
        for days in stride(from: -80_000, through: 80_000, by: 1) {
            let (year, month, day) = CivilDate(days: days).components
            #expect(CivilDate(year: year, month: month, day: day).days == days)
        }
    }

    @Test(
        "Known days",
        arguments: [
            ("1970-01-01", 0, 3), ("2000-02-29", 11_016, 1), ("2026-03-31", 20_543, 1), ("1969-12-31", -1, 2),
            ("2027-01-01", 20_819, 4),
        ])
    func known(text: String, days: Int, weekday: Int) throws {
        let date = try #require(CivilDate(text))
        #expect(date.days == days)
        #expect(date.weekday == weekday)
        #expect(date.description == text)
    }

    @Test(
        "Days that do not exist are refused",
        arguments: ["2026-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-1-1"])
    func impossible(text: String) {
        #expect(CivilDate(text) == nil)
    }
}
