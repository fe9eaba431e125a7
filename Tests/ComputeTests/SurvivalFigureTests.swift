import Definitions
import Tables
import Testing

@testable import Compute

/// Days until half have ended, with those that go on counted as far as they have come.
@Suite("Survival figures")
struct SurvivalFigureTests {
    /// At the end of March: 5, 5+, 9, 9+ days.
    static let rows = Cases.rows([
        (1, ["opened_at": "2026-03-01 23:59:00", "ended_at": "2026-03-06 00:01:00"]),
        (1, ["opened_at": "2026-03-26 08:00:00"]),
        // Two clocks before and after the change of 29 March: local days count.
        (1, ["opened_at": "2026-03-21 23:30:00", "ended_at": "2026-03-30 00:10:00"]),
        (1, ["opened_at": "2026-03-22 00:00:00"]),
    ])

    @Test("VECTORS: 5, 5+, 9, 9+ is 9 days")
    func worked() async throws {
        let fixture = try Cases.fixture()
        let input = try fixture.input(Self.rows, of: "cases", asOf: "2026-03-31")
        let row = try #require(try await fixture.row(input, "T01", nil, "2026-03"))
        #expect(row.statistic == "survival_median")
        #expect(row.value == 9)
        #expect(row.numerator == 2)
        #expect([row.denominator, row.missing, row.considered] == [4, 0, 4])
        #expect(row.lower == nil && row.upper == nil)
        #expect(row.lowest == 9 && row.highest == 9)
    }

    @Test("A row that ends before it begins has no length: it may have ended at once, or never")
    func unknown() async throws {
        let fixture = try Cases.fixture()
        let backwards = Cases.rows([
            (1, ["case_id": "back", "opened_at": "2026-03-10 12:00:00", "ended_at": "2026-03-09 12:00:00"])
        ])
        let input = try fixture.input(Self.rows + backwards, of: "cases", asOf: "2026-03-31")
        let row = try #require(try await fixture.row(input, "T01", nil, "2026-03"))
        #expect(row.value == 9)
        #expect([row.denominator, row.missing, row.considered] == [4, 1, 5])
        // 4/5, 3/5, then of two one: 3/10.
        #expect(row.lowest == 9)
        // 4/5, then of three one: 8/15 is more than half, and stays.
        #expect(row.highest == nil)
    }

    @Test("A row of unknown scope is doubtful, and one that a rejected record tells of too")
    func doubtful() async throws {
        let fixture = try Cases.fixture()
        let rows = Cases.rows([
            (3, ["opened_at": "2026-03-01 12:00:00", "ended_at": "2026-03-04 12:00:00"]),
            (2, ["opened_at": "2026-03-01 12:00:00", "ended_at": "2026-03-11 12:00:00"]),
            (1, ["opened_at": "2026-03-01 12:00:00", "in_scope": ""]),
            (1, ["opened_at": "2026-03-01 12:00:00", "ended_at": "2026-03-02 12:00:00"]),
        ])
        let input = try fixture.input(rows, of: "cases", rejected: 1, asOf: "2026-03-31")
        let row = try #require(try await fixture.row(input, "T01", nil, "2026-03"))
        // 3 of 5 have ended after 3 days; with two that never end 3 of 7, and after 10 days 5 of 7.
        #expect(row.value == 3)
        #expect(row.lowest == 3)
        #expect(row.highest == 10)
        #expect([row.denominator, row.missing, row.considered] == [5, 1, 6])
    }

    @Test("Where fewer than half have ended there is no median yet, and the period is immature")
    func notReached() async throws {
        let fixture = try Cases.fixture()
        let rows = Cases.rows([
            (1, ["ended_at": "2026-03-03 12:00:00"]), (2, [:]),
            (1, ["opened_at": "2026-04-02 12:00:00", "left_out": "yes"]),
        ])
        let input = try fixture.input(rows, of: "cases", asOf: "2026-04-30")
        let march = try #require(try await fixture.row(input, "T01", nil, "2026-03"))
        #expect(march.value == nil)
        #expect(march.state == .immature)
        #expect(march.verdict == nil)
        #expect([march.denominator, march.considered] == [3, 3])
        let april = try #require(try await fixture.row(input, "T01", nil, "2026-04"))
        #expect(april.state == .empty)
        #expect([april.denominator, april.excluded] == [0, 1])
    }

    @Test("Later knowledge ends what went on, and moves the median")
    func later() async throws {
        let fixture = try Cases.fixture()
        for (asOf, value) in [("2026-03-31", 9.0), ("2026-06-30", 9.0)] {
            let input = try fixture.input(Self.rows, of: "cases", asOf: asOf)
            #expect(try await fixture.row(input, "T01", nil, "2026-03")?.value == value)
        }
    }

    @Test("Its rows are those that ended, and those still open, with their days")
    func explained() async throws {
        let input = try Cases.fixture().input(Self.rows, of: "cases", asOf: "2026-03-31")
        let march = try #require(Period(parsing: "2026-03"))
        let ended = try await explain(input, kpi: "T01", period: march, member: nil, rows: .numerator)
        #expect(ended.rows.map { $0.cells.suffix(2).map(\.text) } == [["5", "ended"], ["9", "ended"]])
        #expect(ended.rows.first?.cells.suffix(2).map(\.column) == ["days", "standing"])
        let open = try await explain(input, kpi: "T01", period: march, member: nil, rows: .missed)
        #expect(open.rows.map { $0.cells.suffix(2).map(\.text) } == [["5", "still open"], ["9", "still open"]])
    }
}
