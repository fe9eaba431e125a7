import Compute
import Definitions
import Reporting
import Tables
import Testing

@Suite("What a period's calendar and maturity say")
struct CalendarSentenceTests {
    @Test(
        "days read as a reader writes them",
        arguments: [
            ("2026-05-14", "2026-05-16", "14 to 16 May 2026"), ("2026-05-14", "2026-05-14", "14 May 2026"),
            ("2026-04-30", "2026-05-02", "30 Apr to 2 May 2026"),
            ("2025-12-30", "2026-01-02", "30 Dec 2025 to 2 Jan 2026"),
        ])
    func days(first: String, last: String, expected: String) throws {
        #expect(daysText(try #require(CivilDate(first)), try #require(CivilDate(last))) == expected)
    }

    @Test("an immature period says how open it is, digits until it is not the limit itself")
    func immature() {
        var row = shareRow(95, of: 100, nil, standard: nil)
        row.state = .immature
        row.openShare = 34.2
        row.immatureAbove = 10
        #expect(
            immatureSentence(row, figure: figure(table: "crimes"))
                == "Immature: 34.2% of these crimes have no outcome yet (limit 10%)")
        row.openShare = 10.001
        #expect(
            immatureSentence(row, figure: figure())
                == "Immature: 10.001% of these rows are not finished yet (limit 10%)")
        row.openShare = nil
        row.immatureAbove = nil
        #expect(immatureSentence(row, figure: figure()) == "Immature: too few have ended yet")
    }

    @Test("triangles.csv, cell by cell")
    func triangles() {
        let cell = TriangleRow(
            kpi: "C01", statistic: "share", cohort: september, monthsSince: 2, value: 12.5, numerator: 1,
            denominator: 8)
        let text = String(
            decoding: trianglesCSV([cell], figures: [figure()], byteOrderMark: false).bytes, as: UTF8.self)
        #expect(
            text == "kpi,name,statistic,cohort,cohort_label,months_since,value,numerator,denominator\r\n"
                + "C01,999 answered in under 10 seconds,share,2026-09,Sep 2026,2,12.5,1,8\r\n")
    }
}
