import Compute
import Tables
import Testing

extension SampleTests {
    /// The stories of incidents, read from the figures.
    @Suite("The planted stories of incidents")
    struct IncidentArcs {
        private let truth: SampleTruth
        private let night: SampleNight

        init() async throws {
            truth = try SampleTruth.read()
            night = try await SampleTests.night.value
        }

        @Test("arc 4: the headline rises because arrivals are recorded; timed only it stays where it was")
        func recording() async throws {
            let expected = truth.expected(4)
            try await expect("A01", before, expected["A01_percent_before"], within: 1.5)
            try await expect("A01", after, expected["A01_percent_after"], within: 1.5)
            try await expect("A01b", before, expected["A01b_percent"], within: 1.5)
            try await expect("A01b", after, expected["A01b_percent"], within: 1.5)
            try await expect("A24", before, expected["A24_percent_before"], within: 1)
            try await expect("A24", after, expected["A24_percent_after"], within: 1)
            let row = try #require(await night.span("A01", from: before.0, to: before.1).first)
            // 15.5% of about 350 a month in 16 months, and a few that nobody reached.
            #expect((700...1000).contains(row.notEvidenced ?? 0))
        }

        @Test("arc 5: downgrades after the target are Middlemarch's, from November 2025")
        func downgrades() async throws {
            let expected = truth.expected(5)
            let least = try #require(expected["A12.late_Middlemarch_a_month_at_least"])
            let most = try #require(expected["A12.late_others_a_month_at_most"])
            for month in SampleTests.months(from: 2025, 11, count: 11) {
                let rows = try await night.span("A12.late", from: month.first, to: month.last, by: "area")
                for row in rows where row.member != "Middlemarch" { #expect((row.numerator ?? 0) <= most) }
                let own = rows.first { $0.member == "Middlemarch" }?.numerator
                #expect((own ?? 0) >= least, "\(month.first)")
            }
            let early = try await night.span("A12.late", from: "2024-10-01", to: "2025-10-31", by: "area")
            #expect(early.allSatisfy { ($0.numerator ?? 0) < 2 * 13 })
        }

        @Test("arc 6: the gap of domestic abuse in grade 2 halves with the video response")
        func gap() async throws {
            let expected = truth.expected(6)
            func gap(_ from: String, _ to: String) async throws -> Double {
                let rows = try await night.span("A08", from: from, to: to, by: "grade")
                return try #require(rows.first { $0.member == "2" }?.value)
            }
            let first = try await gap("2024-10-01", "2026-03-31")
            let second = try await gap("2026-04-01", "2026-09-30")
            #expect(abs(first - (expected["A08_grade_2_points_before"] ?? 0)) < 2)
            #expect(abs(second - (expected["A08_grade_2_points_after"] ?? 0)) < 3)
        }

        private let before = ("2024-10-01", "2026-01-31")
        private let after = ("2026-02-01", "2026-09-30")

        private func expect(_ kpi: String, _ span: (String, String), _ planted: Double?, within slack: Double)
            async throws
        {
            let row = try #require(await night.span(kpi, from: span.0, to: span.1).first)
            let value = try #require(row.value)
            #expect(abs(value - (try #require(planted))) <= slack, "\(kpi) from \(span.0): \(value)")
        }
    }

    /// First and last days of months one after another.
    static func months(from year: Int, _ month: Int, count: Int) -> [(first: String, last: String)] {
        (0..<count).map { place in
            let number = year * 12 + month - 1 + place
            let (year, month) = (number / 12, number % 12 + 1)
            let first = CivilDate(year: year, month: month, day: 1)
            let last = first.adding(days: CivilDate.length(ofMonth: month, year: year) - 1)
            return ("\(first)", "\(last)")
        }
    }
}
