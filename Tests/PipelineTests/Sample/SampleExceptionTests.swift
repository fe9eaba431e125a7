import Compute
import Definitions
import Reporting
import Tables
import Testing

extension SampleTests {
    /// What page one of the sample force says stands out on 30 September 2026.
    @Suite("Exceptions of the sample force")
    struct Exceptions {
        private let night: SampleNight

        init() async throws {
            night = try await SampleTests.night.value
        }

        /// Each with the planted story it belongs to (SAMPLE.md).
        private static let specialCauses: [(kpi: String, arc: Int)] = [
            ("A24", 4), ("C01", 1),
            // More arrival times are recorded from January 2026: what is late, and what becomes of late ones, moves with it.
            ("A01", 4), ("A03", 4), ("A05", 4), ("A06", 4), ("A07", 4), ("A09", 4), ("A10", 4), ("A16", 4),
            ("A04", 5),
            ("C02", 1), ("C04", 1),
            // The summer's waits lie in the twelve months that the limits rest on.
            ("C08.human", 3),
            // The crimes of the days without a system, recorded late in December 2025, do too.
            ("R02", 8),
            ("S04", 14), ("S02", 15), ("S03", 15), ("D01", 16), ("E01", 18),
        ]

        /// One month in some thousands lies outside limits by chance: no story was planted for these.
        private static let byChance = ["C20"]

        @Test("special causes are those of the planted stories")
        func special() async throws {
            let found = try await exceptions().filter { $0.kind == .specialCause }.compactMap(\.kpi)
            #expect(Set(found) == Set(Self.specialCauses.map(\.kpi) + Self.byChance))
            #expect(found.count == Set(found).count)
        }

        @Test("arc 2: 6% of 101 calls are abandoned where 5% may be; arc 4: missing arrivals decide a verdict")
        func others() async throws {
            let all = try await exceptions()
            #expect(all.filter { $0.kind == .standardNotMet }.compactMap(\.kpi) == ["C06"])
            #expect(all.filter { $0.kind == .notRobust }.compactMap(\.kpi) == ["A24"])
            #expect(all.filter { $0.kind == .source }.isEmpty)
        }

        private func exceptions() async throws -> [RunException] {
            let input = night.input
            let headlines = input.definition.figures.filter(\.isHeadline).map(\.id)
            let rows = try await Compute.figures(
                input, kpis: headlines,
                periods: .every(
                    .month, from: CivilDate(year: 2024, month: 10, day: 1),
                    to: CivilDate(year: 2026, month: 9, day: 30)), by: nil)
            let material = PageMaterial(
                header: PageMaterial.Header(
                    force: input.definition.force, marking: input.definition.marking, asOf: input.asOf.day, run: "test",
                    programVersion: "test", profile: .internal),
                definition: input.definition, results: rows, breakdowns: [], exclusions: [], triangles: [],
                evidence: [], comparisons: [], uncomputed: [], sources: [], rules: [],
                leftOutSources: [], notSupplied: [], unusable: [], warnings: [])
            let month = lastFullMonth(input.asOf.day)
            return runExceptions(material, HeadlineFigure.all(material, FigureRows(material), in: month), in: month)
        }
    }
}
