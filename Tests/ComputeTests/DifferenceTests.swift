import Definitions
import Tables
import Testing

@testable import Compute

/// One share less another: LANGUAGE section 4 and rule 34.
@Suite("Differences")
struct DifferenceTests {
    static let kpis = """
        defaults: { table: things, period: happened_at, better: higher, unit: percent, by: [area] }
        kpis:
        - { id: A07, name: Of some, among: chosen and other, share: quick }
        - { id: A09, name: Of the rest, among: chosen and not other, share: quick, missing: miss }
        - { id: A08, name: Some less the rest, difference: { of: A07, minus: A09 }, unit: points, by: [area] }
        """

    static func fixture() throws -> Fixture {
        try Fixture(schema: BoundaryTests.schema, tables: BoundaryTests.tables, kpis: kpis)
    }

    /// So many rows with each wait, of some (`yes`) or the rest (`no`).
    static func rows(_ groups: [(count: Int, other: String, wait: String, area: String)]) -> [[String: String]] {
        var rows: [[String: String]] = []
        for group in groups {
            for _ in 0..<group.count {
                rows.append([
                    "row_id": "\(rows.count)", "happened_at": "2026-03-02 10:00:00", "in_scope": "yes",
                    "left_out": "no", "other": group.other, "wait": group.wait, "area": group.area,
                ])
            }
        }
        return rows
    }

    @Test("VECTORS: 140 of 180 less 820 of 960, asked for alone")
    func vector() async throws {
        let fixture = try Self.fixture()
        let rows = Self.rows([
            (140, "yes", "5 s", "A"), (40, "yes", "20 s", "A"), (820, "no", "5 s", "A"), (140, "no", "20 s", "A"),
        ])
        let row = try #require(try await fixture.row(try fixture.input(rows, of: "rows"), "A08", nil, "2026-03-02"))
        #expect(row.statistic == "difference")
        #expect(abs(try #require(row.value) + 7.63888889) < 1e-6)
        #expect(abs(try #require(row.lower) + 14.57953) < 1e-4)
        #expect(abs(try #require(row.upper) + 1.68780) < 1e-4)
        #expect(row.lowest == row.value)
        #expect(row.highest == row.value)
        #expect(row.numerator == nil)
        #expect([row.denominator, row.considered, row.missing, row.notEvidenced] == [1140, 1140, 0, 0])
        #expect(row.boundary == nil)
        #expect(row.flags.isEmpty)
    }

    @Test("Each bound takes the other side at its opposite bound, and rows add up")
    func bounds() async throws {
        let fixture = try Self.fixture()
        // Of some: 6 of 10 and 2 unknown, left out. Of the rest: 5 of 10 and 1 unknown, counted against.
        let rows = Self.rows([
            (6, "yes", "5 s", "A"), (4, "yes", "20 s", "A"), (2, "yes", "", "A"), (5, "no", "5 s", "A"),
            (5, "no", "20 s", "A"), (1, "no", "", "A"),
        ])
        let row = try #require(try await fixture.row(try fixture.input(rows, of: "rows"), "A08", nil, "2026-03-02"))
        #expect(row.value == 60 - 500.0 / 11)
        #expect(row.lowest == 600.0 / 12 - 600.0 / 11)
        #expect(row.highest == 800.0 / 12 - 500.0 / 11)
        #expect([row.denominator, row.missing, row.notEvidenced, row.considered] == [21, 2, 1, 23])
        #expect(row.flags == .small)
    }

    @Test("A member that one side lacks has a line without a value")
    func oneSided() async throws {
        let fixture = try Self.fixture()
        let rows = Self.rows([
            (3, "yes", "5 s", "A"), (3, "no", "20 s", "A"), (2, "yes", "5 s", "B"), (2, "no", "5 s", "C"),
        ])
        let period = try #require(Period(parsing: "2026-03-02"))
        let found = try await figures(
            try fixture.input(rows, of: "rows"), kpis: ["A08"], periods: .one(period), by: "area")
        #expect(found.map(\.kpi) == ["A08", "A08", "A08"])
        #expect(found.map(\.member) == ["A", "B", "C"])
        #expect(found.map(\.value) == [100, nil, nil])
        #expect(found.map(\.state) == [.ok, .empty, .empty])
        #expect(found.map(\.considered) == [6, 2, 2])
    }

    @Test("Everything at once and the difference alone give the same line, and its sides are counted once")
    func together() async throws {
        let fixture = try Self.fixture()
        let input = try fixture.input(
            Self.rows([(30, "yes", "5 s", "A"), (10, "no", "5 s", "B"), (35, "no", "20 s", "A")]), of: "rows")
        let period = try #require(Period(parsing: "2026-03"))
        let result = try await compute(input)
        let alone = try await figures(input, kpis: ["A08"], periods: .one(period), by: nil)
        #expect(result.results.filter { $0.kpi == "A08" && $0.period == period } == alone)
        #expect(Set(result.breakdowns.map { "\($0.kpi) \($0.member)" }).count == 5)
        let plans = planFigures(fixture.definition.figures, input).plans
        #expect(plans.map(\.figure.id) == ["A07", "A09", "A08"])
        for row in result.results + result.breakdowns {
            let parts = [row.denominator, row.missing, row.notDue, row.excluded].compactMap { $0 }
            #expect(row.considered == parts.reduce(0, +))
        }
    }

    @Test("Explaining it gives both sides, and says where its rows are")
    func explained() async throws {
        let fixture = try Self.fixture()
        let input = try fixture.input(Self.rows([(3, "yes", "5 s", "A"), (4, "no", "20 s", "A")]), of: "rows")
        let period = try #require(Period(parsing: "2026-03-02"))
        let found = try await explain(input, kpi: "A08", period: period, member: nil, rows: nil)
        #expect(found.figures.map(\.value) == [100])
        #expect(found.sides.map(\.kpi) == ["A07", "A09"])
        #expect(found.sides.map(\.value) == [100, 0])
        await #expect(
            throws: Diagnostic(
                code: "E0108", "A08 is A07 less A09 and has no rows of its own", help: "list those of A07 or of A09")
        ) {
            try await explain(input, kpi: "A08", period: period, member: nil, rows: .missed)
        }
    }
}
