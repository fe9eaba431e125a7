import Definitions
import Tables
import Testing

@testable import Compute

/// One count by another, and means for each hundred.
@Suite("Ratios of figures")
struct RatioTests {
    static func arrests(_ days: [(day: String, team: String)]) -> [[String: String]] {
        days.enumerated().map { place, arrest in
            ["arrest_id": "\(place)", "made_at": "\(arrest.day) 09:00:00", "team": arrest.team]
        }
    }

    static let cases = Cases.rows([
        (4, ["team": "A"]), (1, ["team": "B"]), (1, ["team": "A", "in_scope": ""]),
        (1, ["team": "A", "left_out": ""]), (1, ["team": "A", "left_out": "yes"]),
        (1, ["team": "A", "opened_at": "2026-04-30 12:00:00"]),
    ])

    static func input(jobs: Int = 1) throws -> ComputeInput {
        let arrests = arrests([
            ("2026-03-01", "A"), ("2026-03-15", "A"), ("2026-03-31", "C"), ("2026-04-02", "A"), ("2026-04-30", "A"),
        ])
        return try Cases.fixture().input(
            [("cases", cases), ("arrests", arrests)], asOf: "2026-04-30", jobs: jobs)
    }

    @Test("So many arrests for each hundred cases, between what both counts allow")
    func worked() async throws {
        let march = try #require(Period(parsing: "2026-03"))
        let row = try #require(
            try await figures(Self.input(), kpis: ["Q01"], periods: .one(march), by: nil).first)
        #expect(row.statistic == "ratio")
        // 3 arrests for 6 cases, of which one may be left out, and a seventh may be in scope.
        #expect(row.value == 50)
        #expect(row.numerator == 3)
        #expect(row.lowest == 300.0 / 7)
        #expect(row.highest == 60)
        #expect([row.denominator, row.considered] == [6, 6])
        #expect([row.missing, row.notDue, row.excluded, row.notEvidenced] == [0, 0, 0, 0])
        #expect(row.lower == nil && row.upper == nil)
        // The cases begin on 2 March.
        #expect(row.state == .part)
        #expect(row.boundary == nil)
    }

    @Test("A member that one side lacks counts 0 there")
    func members() async throws {
        let march = try #require(Period(parsing: "2026-03"))
        let rows = try await figures(Self.input(), kpis: ["Q01"], periods: .one(march), by: "team")
        #expect(rows.map(\.kpi) == ["Q01", "Q01", "Q01"])
        #expect(rows.map(\.member) == ["A", "B", "C"])
        #expect(rows.map(\.numerator) == [2, 0, 1])
        #expect(rows.map(\.denominator) == [5, 1, 0])
        #expect(rows.map(\.value) == [40, 0, nil])
        #expect(rows.map(\.state) == [.part, .part, .empty])
        #expect(rows.map(\.highest) == [50, 0, nil])
    }

    @Test("A period that one table does not cover has no ratio")
    func coverage() async throws {
        let fixture = try Cases.fixture()
        let cases = Cases.rows([
            (1, ["opened_at": "2026-01-01 12:00:00"]), (1, ["opened_at": "2026-03-31 12:00:00"]),
        ])
        let input = try fixture.input(
            [("cases", cases), ("arrests", Self.arrests([("2026-02-10", "A"), ("2026-03-31", "A")]))],
            asOf: "2026-03-31")
        let rows = try await compute(input).results.filter { $0.kpi == "Q01" && $0.period.kind == .month }
        #expect(rows.map(\.period.id) == ["2026-01", "2026-02", "2026-03"])
        #expect(rows.map(\.state) == [.empty, .empty, .ok])
        #expect(rows.map(\.value) == [nil, nil, 100])
    }

    @Test("Everything at once and the ratio alone give the same lines, for any number of jobs")
    func together() async throws {
        let one = try await compute(try Self.input())
        let eight = try await compute(try Self.input(jobs: 8))
        #expect(one.results == eight.results && one.breakdowns == eight.breakdowns)
        let april = try #require(Period(parsing: "2026-04"))
        let alone = try await figures(Self.input(), kpis: ["Q01"], periods: .one(april), by: nil)
        #expect(one.results.filter { $0.kpi == "Q01" && $0.period == april } == alone)
        #expect(one.exclusions.allSatisfy { $0.kpi != "Q01" })
    }

    @Test("Explaining it gives both counts, and lists the rows of the first")
    func explained() async throws {
        let march = try #require(Period(parsing: "2026-03"))
        let found = try await explain(Self.input(), kpi: "Q01", period: march, member: nil, rows: .numerator)
        #expect(found.sides.map(\.kpi) == ["K02", "K01"])
        #expect(found.sides.map(\.value) == [3, 6])
        #expect(found.rows.map { $0.cells[0].text } == ["0", "1", "2"])
        #expect(found.rows.first?.cells.first?.column == "arrest_id")
    }

    @Test("Without a source of the first there is no ratio")
    func notSupplied() async throws {
        let result = try await compute(try Cases.fixture().input(Self.cases, of: "cases"))
        #expect(result.uncomputed.filter { $0.kpi == "Q01" }.map(\.because) == ["no source supplies arrests"])
    }

    @Test("A mean for each hundred: the value and its bounds are multiplied, the sum is not")
    func times() async throws {
        let fixture = try Cases.fixture()
        let rows = Cases.rows([(3, ["arrests": "0"]), (2, ["arrests": "1"]), (1, ["arrests": "3"]), (2, [:])])
        let row = try #require(try await fixture.row(try fixture.input(rows, of: "cases"), "N01", nil, "2026-03-02"))
        #expect(row.value == 500.0 / 6)
        #expect(row.numerator == 5)
        #expect([row.denominator, row.missing] == [6, 2])
        // Two unknown, each from 0 to 10.
        #expect(row.lowest == 62.5)
        #expect(row.highest == 312.5)
    }
}
