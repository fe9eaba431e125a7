import Definitions
import Statistics
import Tables
import Testing

@testable import Compute

@Suite("Series of months")
struct MonthlySeriesTests {
    static func month(
        _ id: String, _ value: Double?, of count: Int? = nil, hits: Double? = nil, state: FigureRow.State = .ok,
        statistic: String = "value"
    ) throws -> FigureRow {
        let period = try #require(Period(parsing: id))
        var row = FigureRow(kpi: "A01", statistic: statistic, period: period, dimension: "all", member: "all")
        row.value = value
        row.denominator = count
        row.numerator = hits
        row.state = state
        return row
    }

    static func split(_ day: String, rebase: Bool = false) throws -> CalendarDefinition.Break {
        CalendarDefinition.Break(
            id: "b", on: try #require(CivilDate(day)), figures: ["A01"], label: "New", authority: "us",
            isRebased: rebase, location: .init(file: "calendar.yaml", line: 1, column: 1))
    }

    @Test("a month without a line is a gap, and so is one that is part, not final or split by a change")
    func gaps() throws {
        let rows = try [
            Self.month("2025-01", 1), Self.month("2025-02", 2, state: .part),
            Self.month("2025-03", 3, state: .immature),
            Self.month("2025-06", 6), Self.month("2025-07", 7), Self.month("2025-08", 8),
        ]
        let series = MonthlySeries(rows.reversed(), breaks: [try Self.split("2025-07-02", rebase: true)])
        #expect(series.months.map(\.id) == (1...8).map { "2025-0\($0)" })
        #expect(series.rows.map { $0?.value } == [1, 2, 3, nil, nil, 6, 7, 8])
        #expect(series.values.map(\.value) == [1, nil, nil, nil, nil, 6, nil, 8])
        #expect(series.values.map(\.isBreak) == [false, false, false, false, false, false, false, true])
        #expect(series.values.map(\.isRebase) == [false, false, false, false, false, false, false, true])
    }

    @Test("a change on a month's first day begins with it")
    func firstDay() throws {
        let rows = try [Self.month("2025-01", 1), Self.month("2025-02", 2)]
        let series = MonthlySeries(rows, breaks: [try Self.split("2025-02-01")])
        #expect(series.values.map(\.value) == [1, 2])
        #expect(series.values.map(\.isBreak) == [false, true])
        #expect(series.values.map(\.isRebase) == [false, false])
    }

    @Test("the same month a year before: the pair 56 of 70 less 48 of 80 of VECTORS")
    func yearBefore() throws {
        let rows = try [
            Self.month("2025-03", 60, of: 80, hits: 48, statistic: "share"),
            Self.month("2026-02", 10, of: 80, hits: 8, statistic: "share"),
            Self.month("2026-03", 80, of: 70, hits: 56, statistic: "share"),
        ]
        let split = try Self.split("2025-09-01")
        let found = YearBefore(of: rows[2], in: MonthlySeries(rows, breaks: [split]), breaks: [split])
        #expect(found.before?.value == 60)
        let difference = try #require(found.difference)
        #expect(difference.value == 20)
        #expect(abs(try #require(difference.interval?.lower) - 5.24315) < 1e-5)
        #expect(abs(try #require(difference.interval?.upper) - 33.38727) < 1e-5)
        #expect(found.breaks.map(\.id) == ["b"])
    }

    @Test("a count has a difference without interval; part of a month has none, and so has a month without one before")
    func yearBeforeOthers() throws {
        let rows = try [
            Self.month("2025-02", 100, state: .part), Self.month("2025-03", 120), Self.month("2026-01", 90),
            Self.month("2026-02", 95), Self.month("2026-03", 111), Self.month("2026-04", 7, state: .part),
        ]
        let series = MonthlySeries(rows, breaks: [])
        func before(_ place: Int) -> YearBefore { YearBefore(of: rows[place], in: series, breaks: []) }
        #expect(before(4).difference?.value == -9 && before(4).difference?.interval == nil)
        #expect(before(3).before?.value == 100 && before(3).difference == nil)
        #expect(before(2).before == nil && before(2).difference == nil)
        #expect(before(5).difference == nil)
    }
}
