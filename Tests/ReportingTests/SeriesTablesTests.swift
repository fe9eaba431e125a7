import Charts
import Definitions
import Tables
import Testing

@testable import Compute
@testable import Reporting

@Suite("Tables of series")
struct SeriesTablesTests {
    private func hours(_ fixture: SeriesFixture, count: Int = 60, small: Set<Int> = []) -> [FigureRow] {
        (0..<168).map { hour in
            let day = CivilDate(year: 2026, month: 9, day: 1)
            var row = FigureRow(
                kpi: "C01", statistic: "share", period: Period(.rollingTwelveMonths, containing: day),
                dimension: "hour_of_week", member: "\(hour)")
            row.value = Double(hour) / 2
            row.numerator = Double(hour)
            row.denominator = 200
            if small.contains(hour) { row.flags = .small }
            return row
        }
    }

    @Test("hours go down, days across; each shade is a fifth of the hours, and the number stands in its cell")
    func heat() throws {
        let fixture = try SeriesFixture()
        let rows = FigureRows(fixture.material([], breakdowns: hours(fixture, small: [25])))
        let text = try #require(heatTable(of: try fixture.figure("C01"), in: rows)).text
        #expect(text.contains("<th scope=\"row\">01:00</th><td class=\"n heat-1\">0.5%</td>"))
        // Tuesday 01:00 is hour 25, and rests on few rows.
        #expect(text.contains("<td class=\"n heat-1\">12.5% [u]</td>"))
        #expect(text.contains("<td class=\"n heat-5\">83.5%</td>"))
        for shade in 1...5 {
            let count = text.split(separator: "heat-\(shade)\"").count - 1
            #expect((33...34).contains(count), "shade \(shade): \(count)")
        }
        #expect(text.contains("12 months to Sep 2026, percent</caption>"))
    }

    @Test("where most hours rest on few rows one sentence says so")
    func few() throws {
        let fixture = try SeriesFixture()
        let rows = FigureRows(fixture.material([], breakdowns: hours(fixture, small: Set(0..<100))))
        let text = try #require(heatTable(of: try fixture.figure("C01"), in: rows)).text
        #expect(!text.contains("[u]"))
        #expect(text.contains("100 of 168 hours rest on fewer rows than a verdict is given for."))
        #expect(heatTable(of: try fixture.figure("C06"), in: rows) == nil)
    }

    @Test("a triangle has a line for each month and says which months are not over yet")
    func triangle() throws {
        let fixture = try SeriesFixture()
        func cell(_ month: String, _ age: Int, _ hits: Int?) throws -> TriangleRow {
            TriangleRow(
                kpi: "I17", statistic: "share", cohort: try #require(Period(parsing: month)), monthsSince: age,
                value: hits.map { Double($0) / 4 }, numerator: hits, denominator: 400)
        }
        let cells = try [
            cell("2026-08", 0, 8), cell("2026-08", 1, 13), cell("2026-09", 0, 4), cell("2026-09", 1, nil),
        ]
        let rows = FigureRows(fixture.material([], triangles: cells))
        let text = try #require(triangleTable(of: try fixture.figure("I17"), in: rows)).text
        #expect(
            text.contains(
                "<th scope=\"row\">Aug 2026</th><td class=\"n\">400</td><td class=\"n\">2.0</td><td class=\"n\">3.3</td>"
            ))
        #expect(text.contains("<td class=\"n\">1.0</td><td class=\"n\">[x]</td>"))
    }

    @Test("bands stand side by side")
    func bands() throws {
        let fixture = try SeriesFixture()
        let results =
            fixture.months(of: "C04", [80, 81.5], statistic: "share:under 10 s", states: [1: .part])
            + fixture.months(of: "C04", [20, 18.5], statistic: "share:10 s to under 60 s", states: [1: .part])
        let text = try #require(
            bandTable(of: try fixture.figure("C04"), in: FigureRows(fixture.material(results)))
        ).text
        #expect(
            text.contains(
                "<th scope=\"row\">Oct 2024</th><td class=\"n\">1,000</td><td class=\"n\">80.0%</td><td class=\"n\">20.0%</td>"
            ))
        #expect(text.contains("<td class=\"n\">81.5% [p]</td>"))
    }
}
