import Definitions
import Tables
import Testing

@testable import Compute

/// What figures say of the findings of an inspection, with numbers worked by hand (CONTRACTS section 12).
@Suite("Evidence of findings")
struct EvidenceTests {
    static let kpis = """
        defaults: { table: things, period: happened_at, among: in_scope, share: other }
        kpis:
        - { id: A01, name: In time, better: higher, standard: in-time }
        - { id: A02, name: An aim, better: lower, standard: aim }
        - { id: A03, name: How many, count: rows, unit: things }
        """
    static let standards = """
        standards:
        - { id: in-time, rule: ">=", value: 75 %, authority: us, status: local }
        - { id: aim, rule: "<=", value: 10 %, authority: us, status: local, aim: yes }
        """
    /// Oct 2024 to May 2025: hits and rows. Before the inspection of January 48 of 80, after it 56 of 70.
    static let months: [(month: String, hits: Int, count: Int)] = [
        ("2024-10", 16, 26), ("2024-11", 16, 27), ("2024-12", 16, 27), ("2025-01", 3, 6), ("2025-02", 14, 20),
        ("2025-03", 14, 16), ("2025-04", 12, 16), ("2025-05", 16, 18),
    ]

    static func inspections(on day: String = "2025-01-22", figures: String = "[A01]") -> String {
        """
        inspections:
        - id: visit
          title: A visit
          on: \(day)
          source: nowhere
          findings:
          - { id: visit-1, kind: area_for_improvement, text: Too late., figures: \(figures), does_not_show: why }
        """
    }

    /// Rows that cover each month from its first to its last day.
    static func rows(_ months: [(month: String, hits: Int, count: Int)]) -> [[String: String]] {
        months.flatMap { month, hits, count -> [[String: String]] in
            let last = Period(parsing: month)?.last.components.day ?? 28
            return (0..<count).map { place in
                let day = place == 0 ? 1 : place == 1 ? last : 15
                return [
                    "row_id": "\(month)-\(place)", "happened_at": "\(month)-\(padded(day, 2)) 10:00:00",
                    "in_scope": "yes", "left_out": "no", "other": place < hits ? "yes" : "no", "wait": "1 s",
                    "area": "A",
                ]
            }
        }
    }

    static func evidence(
        _ months: [(month: String, hits: Int, count: Int)] = months, inspections: String = inspections(),
        calendar: String? = nil, asOf: String = "2025-05-31"
    ) async throws -> [FindingRow] {
        let fixture = try Fixture(
            schema: BoundaryTests.schema, tables: BoundaryTests.tables, kpis: kpis, standards: standards,
            inspections: inspections, calendar: calendar)
        return try await compute(try fixture.input(rows(months), of: "rows", asOf: asOf)).evidence
    }

    @Test("Before, since and the difference with Newcombe's interval: the pair 56/70 and 48/80 of VECTORS")
    func vector() async throws {
        let row = try #require(try await Self.evidence().first)
        #expect(row.inspection == "visit" && row.finding == "visit-1" && row.kpi == "A01" && row.statistic == "share")
        let before = try #require(row.baseline)
        #expect(before.months == 3 && before.row.period.id == "2024-10..2024-12")
        #expect(before.row.value == 60 && before.row.numerator == 48 && before.row.denominator == 80)
        let since = try #require(row.since)
        #expect(since.months == 4 && since.row.period.id == "2025-02..2025-05")
        #expect(since.row.value == 80 && since.row.numerator == 56 && since.row.denominator == 70)
        #expect(since.row.state == .ok)
        #expect(row.difference == 20)
        #expect(abs(try #require(row.lower) - 5.24315) < 1e-5)
        #expect(abs(try #require(row.upper) - 33.38727) < 1e-5)
        // 14 of 20 is below 75%; 14 of 16, 12 of 16 (exactly 75%) and 16 of 18 are not.
        #expect(row.monthsMet == 3 && row.monthsSustained == 3)
        // Limits of eight months: 68.93 ± 2.66 × 10.78.
        #expect(row.variation == "common cause, trial limits")
        #expect(row.assurance == "hit or miss")
    }

    @Test("The baseline is the twelve whole months before, the time since the last twelve after")
    func twelve() async throws {
        var months: [(month: String, hits: Int, count: Int)] = []
        var month = Period(.month, containing: CivilDate(year: 2023, month: 1, day: 1))
        while month.id <= "2026-03" {
            months.append((month.id, 2, 4))
            month = month.next
        }
        let rows = try await Self.evidence(
            months, inspections: Self.inspections(on: "2024-06-30"), asOf: "2026-03-30")
        let row = try #require(rows.first)
        #expect(row.baseline?.months == 12 && row.baseline?.row.period.id == "2023-06..2024-05")
        // March 2026 is not over.
        #expect(row.since?.months == 12 && row.since?.row.period.id == "2025-03..2026-02")
        #expect(row.monthsMet == 0 && row.monthsSustained == 0)
        #expect(row.variation == "common cause")
        #expect(row.assurance == "fail")
    }

    @Test("An aim is not met or missed; a count has a difference without interval")
    func kinds() async throws {
        let rows = try await Self.evidence(inspections: Self.inspections(figures: "[A03, A02]"))
        #expect(rows.map(\.kpi) == ["A03", "A02"])
        #expect(rows[0].difference == -10 && rows[0].lower == nil && rows[0].upper == nil)
        #expect(rows[0].monthsMet == nil && rows[0].monthsSustained == nil && rows[0].assurance == "")
        #expect(rows[1].monthsMet == nil && rows[1].monthsSustained == nil && rows[1].assurance == "")
    }

    @Test("Nothing is said of a time without a whole month")
    func noMonths() async throws {
        let tooLate = try #require(
            try await Self.evidence(inspections: Self.inspections(on: "2025-05-01")).first)
        #expect(tooLate.since == nil && tooLate.baseline?.months == 7)
        #expect(tooLate.difference == nil && tooLate.monthsMet == nil && tooLate.variation == "")
        let tooEarly = try #require(
            try await Self.evidence(inspections: Self.inspections(on: "2024-10-31")).first)
        #expect(tooEarly.baseline == nil && tooEarly.since?.months == 7 && tooEarly.difference == nil)
    }

    @Test("Months sustained never look across a break, and a month in whose midst one lies is neither")
    func breaks() async throws {
        func calendar(_ day: String, rebase: String = "no") -> String {
            "breaks:\n- { id: system, on: \(day), figures: [A01], label: New, authority: us, rebase: \(rebase) }\n"
        }
        let first = try await Self.evidence(calendar: calendar("2025-04-01"))
        #expect(first.first?.monthsSustained == 2)
        #expect(first.first?.monthsMet == 3)
        let midst = try await Self.evidence(calendar: calendar("2025-04-02"))
        #expect(midst.first?.monthsSustained == 1)
        // Two months after a rebase: limits of two points.
        let rebased = try await Self.evidence(calendar: calendar("2025-04-01", rebase: "yes"))
        #expect(rebased.first?.variation == "common cause, trial limits")
        // One month stands on no limits.
        let alone = try await Self.evidence(calendar: calendar("2025-05-01", rebase: "yes"))
        #expect(alone.first?.variation == "" && alone.first?.assurance == "")
    }

    @Test("A figure that is not computed has its state and nothing else")
    func notComputed() async throws {
        let fixture = try Fixture(
            schema: BoundaryTests.schema, tables: BoundaryTests.tables, kpis: Self.kpis, standards: Self.standards,
            inspections: Self.inspections())
        let input = ComputeInput(
            definition: fixture.definition, tables: [], names: Names(), notSupplied: ["rows"],
            asOf: AsOf(endOf: fixture.day("2025-05-31"), in: fixture.zone), zone: fixture.zone, jobs: 1)
        let row = try #require(try await compute(input).evidence.first)
        #expect(row.kpi == "A01" && row.statistic == "share" && row.baseline == nil)
        #expect(row.since?.months == 0 && row.since?.row.state == .notSupplied && row.since?.row.value == nil)
        #expect(row.difference == nil && row.monthsMet == nil && row.variation == "")
    }

    @Test("The same for any number of jobs")
    func jobs() async throws {
        let fixture = try Fixture(
            schema: BoundaryTests.schema, tables: BoundaryTests.tables, kpis: Self.kpis, standards: Self.standards,
            inspections: Self.inspections())
        var found: [String] = []
        for jobs in [1, 3] {
            let input = try fixture.input(Self.rows(Self.months), of: "rows", asOf: "2025-05-31")
            let many = ComputeInput(
                definition: input.definition, tables: input.tables, names: input.names, asOf: input.asOf,
                zone: input.zone, jobs: jobs)
            found.append("\(try await compute(many).evidence)")
        }
        #expect(found[0] == found[1])
    }
}
