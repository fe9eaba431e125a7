import Definitions
import Tables
import Testing

@testable import Compute

/// LANGUAGE section 4: a verdict survives if the rule gives the same word at the lowest, the value and the highest.
@Suite("Whether a verdict survives what is not known")
struct RobustnessTests {
    @Test("VECTORS: 860 of 950 with 30 missing, 10 of unknown scope and 5 rejected, against 90%")
    func vector() async throws {
        let fixture = try FigureRuleTests.fixture()
        let rows = FigureRuleTests.rows([
            (860, ["hit": "yes"]), (90, ["hit": "no"]), (30, [:]), (10, ["in_scope": "", "hit": ""]), (5, ["hit": ""]),
        ])
        let input = try fixture.input(rows, of: "rows", rejected: 5)
        let row = try #require(try await fixture.row(input, "C01", nil, "2026-03-02"))
        #expect(row.verdict == .dependsOnUnknowns)
        #expect(row.isRobust == false)
        #expect(row.verdictsAtBounds == .init(lowest: .notMet, highest: .metWithinChance))
    }

    @Test(
        "The word at either bound has its own n",
        arguments: [
            // (hits, misses, unknown) against 90%.
            (950, 50, 0, FigureRow.Verdict.met, true),
            (950, 50, 10, .met, true),
            // 950 of 1,040 is 91.3%, with a lower limit of 89.5%.
            (950, 50, 40, .metWithinChance, false),
            (800, 200, 50, .notMet, true),
            (20, 2, 0, .tooFew, true),
            // With the unknown rows there are thirty: 20 of 30 is not met.
            (20, 2, 8, .notMet, false),
        ])
    func ownCount(hits: Int, misses: Int, unknown: Int, atLowest: FigureRow.Verdict, isRobust: Bool) async throws {
        let fixture = try FigureRuleTests.fixture()
        let rows = FigureRuleTests.rows([(hits, ["hit": "yes"]), (misses, ["hit": "no"]), (unknown, [:])])
        let row = try #require(try await fixture.row(try fixture.input(rows, of: "rows"), "C01", nil, "2026-03-02"))
        #expect(row.verdictsAtBounds?.lowest == atLowest)
        #expect(row.isRobust == isRobust)
    }

    @Test("Without a verdict there is nothing to survive")
    func noVerdict() async throws {
        let fixture = try FigureRuleTests.fixture()
        let rows = FigureRuleTests.rows([(40, ["wait": "3 s", "hit": "yes", "due": "2026-03-02 11:00:00"])])
        let input = try fixture.input(rows, of: "rows")
        for kpi in ["C03", "C06"] {
            let row = try #require(try await fixture.row(input, kpi, nil, "2026-03-02"))
            #expect(row.verdict == .noStandard)
            #expect(row.isRobust == nil)
        }
    }

    @Test("A median's bounds have intervals of their own")
    func median() async throws {
        let fixture = try Fixture(
            schema: FigureRuleTests.schema, tables: FigureRuleTests.tables,
            kpis: """
                kpis:
                - { id: C03, name: Waits, table: things, period: happened_at, among: all_things, unit: seconds,
                    better: lower, quantiles: { of: wait, median: 0.5 }, range: [0 s, 7200 s], standard: ten }
                """,
            standards: "standards:\n- { id: ten, rule: \"<=\", value: 10 s, authority: test, status: national }\n")
        // The median of 100 ranks lies between the 40th and the 61st: 9 s and 9 s.
        let clear = FigureRuleTests.rows([(61, ["wait": "9 s"]), (39, ["wait": "20 s"])])
        let first = try #require(try await fixture.row(try fixture.input(clear, of: "rows"), "C03", nil, "2026-03-02"))
        #expect([first.verdict, first.verdictsAtBounds?.highest] == [.met, .met])
        #expect(first.isRobust == true)
        // With one more that may be long, the 61st of 101 is still 9 s; with three more the 62nd of 103 is 20 s.
        for (unknown, word) in [(1, FigureRow.Verdict.met), (3, .metWithinChance)] {
            let rows =
                clear
                + FigureRuleTests.rows([(unknown, [:])]).map { row in
                    row.merging(["row_id": "u\(row["row_id"] ?? "")"]) { $1 }
                }
            let row = try #require(try await fixture.row(try fixture.input(rows, of: "rows"), "C03", nil, "2026-03-02"))
            #expect(row.verdict == .met)
            #expect(row.verdictsAtBounds?.highest == word)
            #expect(row.isRobust == (word == .met))
        }
    }
}
