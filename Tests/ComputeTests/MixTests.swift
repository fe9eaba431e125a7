import Definitions
import Tables
import Testing

@testable import Compute

/// One share for each value that occurs, all over the same rows.
@Suite("Mixes")
struct MixTests {
    /// In March 3 of 16, 2 of 14, 4 of 1 and one unknown, with one left out, one out of scope and one rejected; in April
    /// one of 18.
    static let rows = Cases.rows([
        (3, ["outcome": "16", "team": "A"]), (2, ["outcome": "14", "team": "A"]),
        (4, ["outcome": "1", "team": "B"]), (1, ["team": "B"]), (1, ["outcome": "99", "left_out": "yes"]),
        (1, ["outcome": "98", "in_scope": "no"]), (1, ["outcome": "18", "opened_at": "2026-04-01 00:00:00"]),
        (1, ["outcome": "97", "team": "A"]),
    ])

    @Test("Each value has a share of the rows for which it is known, and bounds like any share")
    func worked() async throws {
        let input = try Cases.fixture().input(Self.rows, of: "cases", rejected: 1)
        let march = try #require(Period(parsing: "2026-03"))
        let found = try await figures(input, kpis: ["M01"], periods: .one(march), by: nil)
        #expect(found.map(\.statistic) == ["share:1", "share:14", "share:16", "share:18"])
        #expect(found.map(\.numerator) == [4, 2, 3, 0])
        let values: [Double?] = [4, 2, 3, 0].map { $0 * 100 / 9 }
        #expect(found.map(\.value) == values)
        // One unknown and one rejected row of another value: both may count against, only the first may count for.
        let lowest: [Double?] = [4, 2, 3, 0].map { $0 * 100 / 11 }
        #expect(found.map(\.lowest) == lowest)
        #expect(found.map(\.highest) == [50, 30, 40, 10])
        for row in found {
            #expect([row.denominator, row.missing, row.notDue, row.excluded, row.considered] == [9, 1, 0, 1, 11])
            #expect(row.state == .part)
            #expect(row.lower != nil && row.upper != nil)
            #expect(row.flags == .small)
        }
        // Wilson: 3 of 9.
        #expect(abs(try #require(found[2].lower) - 12.0584) < 1e-3)
        #expect(abs(try #require(found[2].upper) - 64.5798) < 1e-3)
    }

    @Test("A value that occurs in any period has a line in each, and by each member")
    func lines() async throws {
        let result = try await compute(try Cases.fixture().input(Self.rows, of: "cases", asOf: "2026-04-30"))
        let months = result.results.filter { $0.kpi == "M01" && $0.period.kind == .month }
        #expect(
            months.map { "\($0.statistic) \($0.period.id)" } == [
                "share:1 2026-03", "share:1 2026-04", "share:14 2026-03", "share:14 2026-04", "share:16 2026-03",
                "share:16 2026-04", "share:18 2026-03", "share:18 2026-04", "share:97 2026-03", "share:97 2026-04",
            ])
        let members = result.breakdowns.filter { $0.kpi == "M01" && $0.period.id == "2026-03" }
        #expect(
            members.map(words) == [
                "share:1 A 0.0 of 6", "share:1 B 4.0 of 4", "share:1 (not recorded) 0.0 of 0",
                "share:14 A 2.0 of 6", "share:14 B 0.0 of 4", "share:14 (not recorded) 0.0 of 0",
                "share:16 A 3.0 of 6", "share:16 B 0.0 of 4", "share:16 (not recorded) 0.0 of 0",
                "share:18 A 0.0 of 6", "share:18 B 0.0 of 4", "share:18 (not recorded) 0.0 of 0",
                "share:97 A 1.0 of 6", "share:97 B 0.0 of 4", "share:97 (not recorded) 0.0 of 0",
            ])
        #expect(members.filter { $0.denominator == 0 }.allSatisfy { $0.state == .empty && $0.value == nil })
    }

    private func words(_ row: FigureRow) -> String {
        let numerator: Double = row.numerator ?? -1
        let denominator: Int = row.denominator ?? -1
        return "\(row.statistic) \(row.member) \(numerator) of \(denominator)"
    }

    @Test("Yes and no are values, an expression has its own, and without any value there is an empty line")
    func kinds() async throws {
        let fixture = try Cases.fixture()
        let rows = Cases.rows([
            (3, ["is_hard": "yes", "outcome": "16"]), (1, ["is_hard": "no", "outcome": "16"]), (1, ["outcome": "1"]),
        ])
        let period = try #require(Period(parsing: "2026-03-02"))
        let flags = try await figures(
            try fixture.input(rows, of: "cases"), kpis: ["M02"], periods: .one(period), by: nil)
        #expect(flags.map(\.statistic) == ["share:no", "share:yes"])
        #expect(flags.map(\.value) == [25, 75])
        let words = try await figures(
            try fixture.input(rows, of: "cases"), kpis: ["M03"], periods: .one(period), by: nil)
        #expect(words.map(\.statistic) == ["share:1", "share:withdrawn"])
        #expect(words.map(\.value) == [20, 80])
        let none = try await figures(
            try fixture.input(Cases.rows([(2, [:])]), of: "cases"), kpis: ["M01"], periods: .one(period), by: nil)
        #expect(none.map(\.statistic) == ["share"])
        #expect(none.map(\.state) == [.empty])
        #expect([none[0].denominator, none[0].missing, none[0].considered] == [0, 2, 2])
    }

    @Test("Its rows are listed with the value of each, where no column says it")
    func explained() async throws {
        let input = try Cases.fixture().input(Self.rows, of: "cases")
        let march = try #require(Period(parsing: "2026-03"))
        let plain = try await explain(input, kpi: "M01", period: march, member: nil, rows: .numerator)
        #expect(plain.rows.count == 10)
        #expect(plain.rows.first?.cells.map(\.column) == ["case_id", "opened_at", "in_scope", "left_out", "outcome"])
        #expect(plain.exclusions.map(\.count) == [1])
        let words = try await explain(
            input, kpi: "M03", period: march, member: .init(dimension: "team", member: "A"), rows: .numerator)
        #expect(words.rows.map { $0.cells.last?.text } == ["withdrawn", "withdrawn", "withdrawn", "14", "14", "97"])
        #expect(words.rows.first?.cells.last?.column == "value")
        let missing = try await explain(input, kpi: "M01", period: march, member: nil, rows: .missing)
        #expect(missing.rows.map { $0.cells[0].text } == ["9"])
    }
}
