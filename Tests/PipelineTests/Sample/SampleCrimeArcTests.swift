import Compute
import Tables
import Testing

extension SampleTests {
    /// The stories of crimes, read from the figures.
    @Suite("The planted stories of crimes")
    struct CrimeArcs {
        private let truth: SampleTruth
        private let night: SampleNight

        init() async throws {
            truth = try SampleTruth.read()
            night = try await SampleTests.night.value
        }

        @Test("arc 7: plans rise with a template, and reviews come in bursts")
        func template() async throws {
            let expected = truth.expected(7)
            let before = try await value("I01", "2024-10-01", "2025-05-31")
            let after = try await value("I01", "2025-06-01", "2026-09-30")
            #expect(abs(before - (expected["I01_percent_before"] ?? 0)) < 2.5)
            #expect(abs(after - (expected["I01_percent_after"] ?? 0)) < 1.5)
            let fewBursts = try await value("Q09", "2024-10-01", "2025-05-31")
            let bursts = try await value("Q09", "2025-07-01", "2026-09-30")
            #expect(fewBursts <= expected["Q09_percent_before_at_most"] ?? 0)
            #expect(bursts >= expected["Q09_percent_after_at_least"] ?? 100)
        }

        @Test("arc 8: nothing is recorded on the five days of the migration")
        func migration() async throws {
            let days = try await night.span("I29.crimes", from: "2025-12-01", to: "2025-12-05")
            #expect(days.first?.value == 0)
            let november = try await night.span("I29.crimes", from: "2025-11-01", to: "2025-11-30")
            let before = (november.first?.value ?? 0) / 30
            let after = try await night.span("I29.crimes", from: "2025-12-06", to: "2025-12-06")
            #expect(before > 5)
            // What was reported without a system is recorded when it is there again.
            #expect((after.first?.value ?? 0) > 1.5 * before)
        }

        @Test("arc 9: the charge rate of the last months is low because they are young")
        func maturity() async throws {
            let expected = truth.expected(9)
            let finished = try await value("I17", "2024-10-01", "2025-09-30")
            let young = try await value("I17", "2026-07-01", "2026-09-30")
            #expect(finished >= expected["I17_percent_finished_at_least"] ?? 100)
            #expect(young <= expected["I17_percent_last_quarter_at_most"] ?? 0)
        }

        @Test("arc 10: withdrawals are recorded better after the finding")
        func withdrawals() async throws {
            let expected = truth.expected(10)
            let before = try await value("I14", "2024-10-01", "2025-04-21")
            let after = try await value("I14", "2025-04-22", "2026-09-30")
            #expect(abs(before - (expected["I14_percent_before"] ?? 0)) < 4)
            // An outcome that was changed into one of these later has no record of a withdrawal.
            #expect(abs(after - (expected["I14_percent_after"] ?? 0)) < 4)
        }

        @Test("the outcomes of a month, entered at 17:00 on its last day")
        func batch() async throws {
            let row = try #require(await night.span("I19", from: "2026-03-31", to: "2026-03-31").first)
            #expect((row.denominator ?? 0) >= 300)
        }

        private func value(_ kpi: String, _ from: String, _ to: String) async throws -> Double {
            try #require(await night.span(kpi, from: from, to: to).first?.value)
        }
    }
}
