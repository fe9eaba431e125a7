import Definitions
import Tables
import Testing

@testable import Compute

/// What is added up: numbers with decimals, differences, and rows expanded straight from a source.
@Suite("Sums")
struct SumTests {
    static func fixture() throws -> Fixture {
        try Fixture(
            schema: """
                schema: hours
                key: [hour_id]
                time: began_at
                columns:
                  hour_id: { type: id, required: true }
                  began_at: { type: time, required: true }
                  ended_at: { type: time, absent: null }
                  expected: { type: number(2), absent: null }
                  came: { type: int, absent: null }
                """,
            tables: """
                table: hours
                from: source.hours
                time: began_at
                columns:
                  over_by: expected - came
                  off_by: abs(over_by)
                ---
                table: open_hours
                expand:
                  rows: source.hours
                  open: { from: began_at, until: ended_at, at: month_end, as: taken_at }
                """,
            kpis: """
                defaults: { question: demand, table: hours, period: began_at, better: none, unit: calls }
                kpis:
                - { id: S01, name: Expected, sum: expected }
                - { id: S02, name: Mean expected, mean: expected }
                - { id: S03, name: Median expected, quantiles: { of: expected, median: 0.5 } }
                - { id: S04, name: Over, sum: over_by }
                - { id: S05, name: Off, sum: off_by }
                - { id: S06, name: Open, table: open_hours, period: taken_at, count: rows }
                """)
    }

    static let rows = [
        ["hour_id": "a", "began_at": "2026-03-01 10:00:00", "expected": "1.25", "came": "3"],
        [
            "hour_id": "b", "began_at": "2026-03-02 10:00:00", "ended_at": "2026-03-31 23:59:59", "expected": "0.5",
            "came": "0",
        ],
        [
            "hour_id": "c", "began_at": "2026-03-31 10:00:00", "ended_at": "2026-04-01 00:00:00", "expected": "10",
            "came": "4",
        ],
    ]

    static func march(_ id: String, rejected: Int = 0) async throws -> FigureRow {
        let input = try fixture().input(rows, of: "hours", rejected: rejected, asOf: "2026-03-31")
        let month = try #require(Period(parsing: "2026-03"))
        return try #require(try await figures(input, kpis: [id], periods: .one(month), by: nil).first)
    }

    @Test("Numbers with decimals come out as the source has them")
    func decimals() async throws {
        let sum = try await Self.march("S01")
        #expect(sum.value == 11.75)
        #expect(sum.numerator == 11.75)
        #expect([sum.lowest, sum.highest] == [11.75, 11.75])
        let mean = try await Self.march("S02")
        #expect(mean.value.map { abs($0 - 11.75 / 3) < 1e-12 } == true)
        #expect(mean.numerator == 11.75)
        #expect(try await Self.march("S03").value == 1.25)
    }

    @Test("A difference may be below zero, so that a row more may lower the sum without limit; its size may not")
    func differences() async throws {
        // -1.75 + 0.5 + 6
        #expect(try await Self.march("S04").value == 4.75)
        #expect(try await Self.march("S05").value == 8.25)
        let over = try await Self.march("S04", rejected: 1)
        #expect(over.value == -1.25)
        #expect(over.lowest == nil && over.highest == nil)
        let off = try await Self.march("S05", rejected: 1)
        #expect(off.value == 2.25)
        #expect(off.lowest == 2.25)
        #expect(off.highest == nil)
    }

    @Test("What is open at an instant can be counted straight from a source")
    func openFromSource() async throws {
        // `b` ends a second before the month does, `c` with it.
        #expect(try await Self.march("S06").value == 2)
    }
}
