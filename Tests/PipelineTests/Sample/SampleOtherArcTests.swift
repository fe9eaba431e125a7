import Compute
import Tables
import Testing

extension SampleTests {
    /// The stories of suspects, wanted people, digital forensics, offenders, enforcement and demand, read from the
    /// figures.
    @Suite("The planted stories of the smaller systems")
    struct OtherArcs {
        private let truth: SampleTruth
        private let night: SampleNight

        init() async throws {
            truth = try SampleTruth.read()
            night = try await SampleTests.night.value
        }

        @Test("arc 13: high-risk suspects are found, the others not sooner than before")
        func pursuit() async throws {
            let most = try #require(truth.expected(13)["S01_high_after_of_before_at_most"])
            let before = try await members("S01", "2026-02-01", "2026-02-28", by: "risk")
            let after = try await members("S01", "2026-08-01", "2026-08-31", by: "risk")
            #expect(try #require(after["High"]) <= most * (try #require(before["High"])))
            #expect(try #require(after["Standard"]) > 0.7 * (try #require(before["Standard"])))
        }

        @Test("arc 14: half as many are wanted half a year after the warrant team began")
        func team() async throws {
            let most = try #require(truth.expected(14)["wanted_after_of_before_at_most"])
            let before = try #require(await night.span("S02", from: "2026-01-01", to: "2026-01-31").first?.denominator)
            let after = try #require(await night.span("S02", from: "2026-08-01", to: "2026-08-31").first?.denominator)
            #expect(before > 120)
            #expect(Double(after) <= most * Double(before))
        }

        @Test("arc 15: wanted people are circulated sooner since the daily check")
        func check() async throws {
            let expected = truth.expected(15)
            let before = try await value("S03.in_time", "2024-10-01", "2025-05-31")
            let after = try await value("S03.in_time", "2025-06-02", "2026-09-30")
            #expect(abs(before - (try #require(expected["S03.in_time_percent_before"]))) < 6)
            #expect(abs(after - (try #require(expected["S03.in_time_percent_after"]))) < 3)
        }

        @Test("arc 16: exhibits pile up with fewer examiners, and do so no more with help")
        func backlog() async throws {
            let least = try #require(truth.expected(16)["D01_end_of_March_2026_of_October_2025_at_least"])
            let before = try await value("D01", "2025-10-01", "2025-10-31")
            let most = try await value("D01", "2026-03-01", "2026-03-31")
            let after = try await value("D01", "2026-09-01", "2026-09-30")
            #expect(before > 40)
            #expect(most >= least * before)
            #expect(after < 0.75 * most)
        }

        @Test("arc 17: most of those whose visit is overdue have one manager of six")
        func visits() async throws {
            let team = try await members("O01", "2026-09-01", "2026-09-30", by: "team")
            // The manager is of the southern team; no page names a manager.
            let least = try #require(truth.expected(17)["share_of_overdue_with_the_manager_at_least"])
            let all = team.values.reduce(0, +)
            #expect(all > 10)
            #expect(try #require(team["MOSOVO South"]) >= least * all)
        }

        @Test("arc 18: with half of the team twice as many cases wait, fewer with fresh intelligence")
        func lent() async throws {
            let expected = truth.expected(18)
            let before = try await value("E01", "2026-03-01", "2026-03-31")
            let after = try await value("E01", "2026-09-01", "2026-09-30")
            #expect(after >= before * (try #require(expected["E01_end_of_September_of_March_2026_at_least"])))
            let fresh = try await value("E01.fresh", "2026-09-01", "2026-09-30")
            #expect(fresh <= (try #require(expected["E01.fresh_percent_at_most"])))
        }

        @Test("arc 19: handlers are never free on summer evenings")
        func evenings() async throws {
            let expected = truth.expected(19)
            let hours = try await night.span("C16", from: "2026-07-01", to: "2026-08-31", by: "hour_of_week")
            let busy = hours.filter { Int($0.member).map { (17..<22).contains($0 % 24) } ?? false }
            #expect(busy.count == 35)
            let least = try #require(expected["C16_percent_17_to_22_at_least"])
            #expect(busy.allSatisfy { $0.value ?? 0 >= least })
            #expect(
                try await value("C16", "2026-06-01", "2026-06-30")
                    <= (try #require(expected["C16_percent_other_days_at_most"])))
        }

        @Test("arc 20: the forecast counts callers twice, and later forgets the summer")
        func forecast() async throws {
            let expected = truth.expected(20)
            #expect(abs(try await value("C18.bias", "2025-04-01", "2025-08-31")) < 5)
            let twice = try await value("C18.bias", "2025-09-01", "2026-03-31")
            #expect(twice >= (try #require(expected["C18.bias_percent_Sep_2025_to_Mar_2026_at_least"])))
            let summer = try await value("C18.bias", "2026-07-01", "2026-08-31")
            #expect(summer <= (try #require(expected["C18.bias_percent_Jul_to_Aug_2026_at_most"])))
        }

        private func value(_ kpi: String, _ from: String, _ to: String) async throws -> Double {
            try #require(await night.span(kpi, from: from, to: to).first?.value)
        }

        private func members(_ kpi: String, _ from: String, _ to: String, by dimension: String) async throws
            -> [String: Double]
        {
            let rows = try await night.span(kpi, from: from, to: to, by: dimension)
            return Dictionary(
                uniqueKeysWithValues: rows.filter { $0.member != "all" }.map { ($0.member, $0.value ?? 0) })
        }
    }
}
