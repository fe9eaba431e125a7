import Definitions
import Tables
import Testing

@testable import Compute

/// Rows counted by key, and what the counts come to.
@Suite("Counts by key")
struct PerTests {
    /// Open at the end of March: a has 3, b 1, c 2 and d 8, and one has no owner; a second case of b has ended by then.
    static let rows = Cases.rows([
        (3, ["officer_hash": "a", "team": "A"]), (1, ["officer_hash": "b", "team": "A"]),
        (1, ["officer_hash": "b", "team": "A", "ended_at": "2026-03-20 12:00:00"]),
        (2, ["officer_hash": "c", "team": "B"]), (8, ["officer_hash": "d", "team": "B"]), (1, ["team": "B"]),
    ])

    @Test("The median, the largest and the mean of what each officer has open at the month's end")
    func worked() async throws {
        let input = try Cases.fixture().input(Self.rows, of: "cases", asOf: "2026-04-30")
        let march = try #require(Period(parsing: "2026-03"))
        let found = try await figures(input, kpis: ["P01"], periods: .one(march), by: nil)
        #expect(found.map(\.statistic) == ["median", "largest", "average"])
        #expect(found.map(\.value) == [2.5, 8, 3.5])
        for row in found {
            #expect(row.numerator == 4)
            #expect([row.denominator, row.missing, row.considered] == [14, 1, 15])
            #expect(row.lower == nil && row.upper == nil && row.lowest == nil && row.highest == nil)
        }
        let members = try await figures(input, kpis: ["P01"], periods: .one(march), by: "team")
        #expect(members.map(\.member) == ["A", "B", "A", "B", "A", "B"])
        #expect(members.map(\.value) == [2, 5, 3, 8, 2, 5])
        #expect(members.map(\.missing) == [0, 1, 0, 1, 0, 1])
    }

    @Test("A quarter and a year are those of their last instant, as a stock is")
    func longer() async throws {
        let input = try Cases.fixture().input(
            Self.rows + [
                ["case_id": "later", "opened_at": "2026-04-05 12:00:00", "officer_hash": "b", "in_scope": "yes"]
            ], of: "cases", asOf: "2026-05-15")
        let result = try await compute(input)
        let largest = result.results.filter { $0.kpi == "P01" && $0.statistic == "average" }
        func row(_ id: String) -> FigureRow? { largest.first { $0.period.id == id } }
        #expect(row("2026-03")?.value == 3.5)
        #expect(row("2026-04")?.value == 3.75)
        #expect(row("2026-Q1")?.value == 3.5)
        #expect(row("2026-Q2")?.value == 3.75)
        #expect(row("2026-Q2")?.state == .part)
    }

    @Test("Over other rows it counts those of the whole period; without any it is empty")
    func rowsOfPeriods() async throws {
        let fixture = try Cases.fixture()
        let rows = Cases.rows([
            (2, ["team": "A"]), (1, ["team": "A", "opened_at": "2026-03-30 12:00:00"]),
            (1, ["team": "B", "left_out": "yes"]), (1, ["team": "C", "opened_at": "2026-03-03 12:00:00"]),
        ])
        let input = try fixture.input(rows, of: "cases", asOf: "2026-05-31")
        let march = try #require(try await fixture.row(input, "P02", nil, "2026-03"))
        #expect(march.value == 2)
        #expect([march.denominator, march.missing, march.excluded, march.considered] == [4, 0, 1, 5])
        #expect(march.numerator == 2)
        let april = try #require(try await fixture.row(input, "P02", nil, "2026-04"))
        #expect(april.value == nil)
        #expect(april.state == .empty)
        #expect(april.numerator == 0)
    }

    @Test("A sensitive key is never shown, and rows without one are those that are missing")
    func explained() async throws {
        let input = try Cases.fixture().input(Self.rows, of: "cases", asOf: "2026-04-30")
        let march = try #require(Period(parsing: "2026-03"))
        let counted = try await explain(input, kpi: "P01", period: march, member: nil, rows: .numerator)
        #expect(counted.rows.count == 14)
        #expect(counted.rows.first?.cells.map(\.column) == ["case_id", "taken_at", "in_scope"])
        let missing = try await explain(input, kpi: "P01", period: march, member: nil, rows: .missing)
        #expect(missing.rows.map { $0.cells[0].text } == ["15"])
    }
}
