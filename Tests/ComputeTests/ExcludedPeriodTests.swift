import Definitions
import Tables
import Testing

@testable import Compute

/// Spans that the force leaves out: every figure without them and with them.
@Suite("Excluded periods and breaks")
struct ExcludedPeriodTests {
    static let kpis = """
        defaults: { table: things, period: happened_at, better: higher, unit: percent, by: [area] }
        kpis:
        - { id: A01, name: Some, among: chosen, share: quick }
        - { id: A07, name: Of some, among: chosen and other, share: quick }
        - { id: A09, name: Of the rest, among: chosen and not other, share: quick, missing: miss }
        - { id: A08, name: Some less the rest, difference: { of: A07, minus: A09 }, unit: points, by: [area] }
        - { id: A11, name: Others, among: chosen and other, count: rows, unit: rows }
        - { id: A12, name: All, among: chosen, count: rows, unit: rows }
        - { id: A13, name: Others per 100, ratio_of: { top: A11, bottom: A12 }, times: 100, unit: per 100 }
        - { id: A14, name: Where, among: chosen, mix: area }
        """

    static func fixture(_ calendar: String) throws -> Fixture {
        try Fixture(schema: BoundaryTests.schema, tables: BoundaryTests.tables, kpis: kpis, calendar: calendar)
    }

    static func excluded(_ first: String, _ last: String, _ figures: String = "all") -> String {
        "excluded:\n- { id: out-age, from: \(first), to: \(last), figures: \(figures), reason: Outage, authority: CM/31 }"
    }

    /// So many rows on each day, quick or not.
    static func rows(
        _ groups: [(day: String, quick: Int, slow: Int)], area: String = "A", other: String = "yes"
    ) -> [[String: String]] {
        var rows: [[String: String]] = []
        for group in groups {
            for number in 0..<group.quick + group.slow {
                rows.append([
                    "row_id": "\(group.day) \(number) \(other)", "happened_at": "\(group.day)",
                    "in_scope": "yes", "left_out": "no", "other": other,
                    "wait": number < group.quick ? "5 s" : "20 s", "area": area,
                ])
            }
        }
        return rows
    }

    private func row(_ fixture: Fixture, _ rows: [[String: String]], _ period: String, _ kpi: String = "A01")
        async throws -> FigureRow
    {
        try #require(try await fixture.row(try fixture.input(rows, of: "rows"), kpi, nil, period))
    }

    @Test("A month without and with a span, by hand")
    func byHand() async throws {
        let fixture = try Self.fixture(Self.excluded("2026-05-14", "2026-05-16"))
        let rows = Self.rows([
            ("2026-05-01 00:00:00", 6, 2), ("2026-05-14 00:00:00", 1, 3), ("2026-05-16 23:59:59", 0, 2),
            ("2026-05-13 23:59:59", 1, 0), ("2026-05-17 00:00:00", 2, 1), ("2026-06-30 12:00:00", 1, 1),
        ])
        let may = try await row(fixture, rows, "2026-05")
        #expect(may.value == 9 * 100.0 / 12)
        #expect(may.numerator == 9)
        #expect(may.denominator == 12)
        #expect(may.excluded == 6)
        #expect(may.considered == 18)
        #expect(may.withExcluded == .init(value: 10 * 100.0 / 18, numerator: 10, denominator: 18))
        #expect(may.flags.names == ["excluded_period", "small"])
        let june = try await row(fixture, rows, "2026-06")
        #expect(june.withExcluded == nil)
        #expect(june.flags == .small)
        #expect(june.value == 50)
    }

    @Test("A period that lies in the span has no value of its own, and shows what it left out")
    func whole() async throws {
        let fixture = try Self.fixture(Self.excluded("2026-05-14", "2026-05-16"))
        let rows = Self.rows([
            ("2026-05-01 00:00:00", 6, 2), ("2026-05-15 08:00:00", 1, 3), ("2026-06-30 12:00:00", 1, 1),
        ])
        let day = try await row(fixture, rows, "2026-05-15")
        #expect(day.state == .empty)
        #expect(day.value == nil)
        #expect(day.excluded == 4)
        #expect(day.withExcluded == .init(value: 25, numerator: 1, denominator: 4))
        // A day of the span without rows says so too.
        let quiet = try await row(fixture, rows, "2026-05-16")
        #expect(quiet.withExcluded == .init(value: nil, numerator: 0, denominator: 0))
        #expect(quiet.flags == .excludedPeriod)
    }

    @Test("A span over the end of a month and inside one week touches every period that it has a day of")
    func edges() async throws {
        // Tue 30 Mar to Thu 1 Apr 2027: the last days of March, of the quarter and of 2026/27, and the first of the next.
        let fixture = try Self.fixture(Self.excluded("2027-03-30", "2027-04-01"))
        let rows = Self.rows([
            ("2027-03-29 10:00:00", 1, 0), ("2027-03-31 23:59:59", 0, 1), ("2027-04-01 00:00:00", 0, 2),
            ("2027-04-02 10:00:00", 1, 1), ("2027-04-05 10:00:00", 1, 0),
        ])
        func numbers(_ period: String) async throws -> [Int?] {
            let row = try await row(fixture, rows, period)
            return [row.denominator, row.excluded, row.withExcluded?.denominator]
        }
        #expect(try await numbers("2027-03") == [1, 1, 2])
        #expect(try await numbers("2027-04") == [3, 2, 5])
        #expect(try await numbers("2027-W13") == [3, 3, 6])
        #expect(try await numbers("2027-W14") == [1, 0, nil])
        #expect(try await numbers("2027-W12") == [0, 0, nil])
        #expect(try await numbers("FY2026-27") == [1, 1, 2])
        #expect(try await numbers("FY2027-28") == [3, 2, 5])
        #expect(try await numbers("2027-03-29") == [1, 0, nil])
        #expect(try await numbers("2027-04-02") == [2, 0, nil])
    }

    @Test("The hour that a clock change adds or takes belongs to its local day")
    func clockChange() async throws {
        // Clocks go forward on Sun 29 Mar 2026: 00:30 local of the 29th is the day, 23:30 of the 28th is not.
        let fixture = try Self.fixture(Self.excluded("2026-03-29", "2026-03-29"))
        let rows = Self.rows([
            ("2026-03-28 23:30:00", 1, 0), ("2026-03-29 00:30:00", 1, 0), ("2026-03-29 23:30:00", 1, 0),
            ("2026-03-30 00:00:00", 1, 0),
        ])
        let month = try await row(fixture, rows, "2026-03")
        #expect([month.denominator, month.excluded] == [2, 2])
    }

    @Test("A difference is of both its figures, without and with")
    func difference() async throws {
        let fixture = try Self.fixture(Self.excluded("2026-05-14", "2026-05-16", "[A07]"))
        let rows =
            Self.rows([("2026-05-01 10:00:00", 6, 2), ("2026-05-15 10:00:00", 0, 4)])
            + Self.rows([("2026-05-01 10:00:00", 5, 5), ("2026-05-15 10:00:00", 0, 10)], other: "no")
        let gap = try await row(fixture, rows, "2026-05", "A08")
        #expect(gap.value == 50)
        #expect(gap.withExcluded == .init(value: 50 - 25, numerator: nil, denominator: 32))
        #expect(gap.considered == 32)
        #expect(gap.excluded == 4)
        #expect(gap.flags.names.first == "excluded_period")
        let rest = try await row(fixture, rows, "2026-05", "A09")
        #expect(rest.withExcluded == nil)
    }

    @Test("A ratio is of both its counts, without and with, and a part of a mix of its like")
    func ratioAndMix() async throws {
        let fixture = try Self.fixture(Self.excluded("2026-05-14", "2026-05-16"))
        let rows =
            Self.rows([("2026-05-01 10:00:00", 6, 2), ("2026-05-15 10:00:00", 0, 4)])
            + Self.rows([("2026-05-02 10:00:00", 5, 5)], other: "no")
            + Self.rows([("2026-05-15 10:00:00", 0, 10)], area: "B", other: "no")
        let ratio = try await row(fixture, rows, "2026-05", "A13")
        #expect(ratio.value == 800.0 / 18)
        #expect([ratio.numerator, ratio.denominator.map(Double.init)] == [8, 18])
        #expect(ratio.withExcluded == .init(value: 37.5, numerator: 12, denominator: 32))
        let period = try #require(Period(parsing: "2026-05"))
        let mix = try await figures(try fixture.input(rows, of: "rows"), kpis: ["A14"], periods: .one(period), by: nil)
        #expect(mix.map(\.statistic) == ["share:A"])
        #expect(mix.map(\.value) == [100])
        #expect(mix.map(\.withExcluded) == [.init(value: 2200.0 / 32, numerator: 22, denominator: 32)])
    }

    @Test("Members have both too, and a member that only left-out rows have has its line")
    func members() async throws {
        let fixture = try Self.fixture(Self.excluded("2026-05-14", "2026-05-16"))
        let rows =
            Self.rows([("2026-05-01 10:00:00", 6, 2)])
            + Self.rows([("2026-05-15 10:00:00", 1, 1)], area: "B")
        let period = try #require(Period(parsing: "2026-05"))
        let input = try fixture.input(rows, of: "rows")
        let members = try await figures(input, kpis: ["A01"], periods: .one(period), by: "area")
        #expect(members.map(\.member) == ["A", "B"])
        #expect(members.map(\.denominator) == [8, 0])
        #expect(members.map { $0.withExcluded?.denominator } == [8, 2])
    }

    @Test(
        "The columns with the span are those of a force without a calendar, and rows add up either way",
        arguments: [11, 12, 13])
    func twins(seed: UInt64) async throws {
        let calls = IdentityTests.randomCalls(2500, seed: seed)
        let span =
            "excluded:\n- { id: a, from: 2026-02-26, to: 2026-03-03, figures: [\"C*\"], reason: r, authority: a }"
        let plain = try Fixture.catalogue()
        let fixture = try Fixture.catalogue(calendar: span)
        let theirs = try await compute(try plain.input(calls, rejected: 30, asOf: "2026-05-15"))
        let mine = try await compute(try fixture.input(calls, rejected: 30, asOf: "2026-05-15", jobs: 3))
        let first = CivilDate(year: 2026, month: 2, day: 26)
        let last = CivilDate(year: 2026, month: 3, day: 3)
        #expect(mine.results.count == theirs.results.count)
        #expect(mine.breakdowns.count == theirs.breakdowns.count)
        var touched = 0
        for (row, other) in zip(mine.results + mine.breakdowns, theirs.results + theirs.breakdowns) {
            #expect([row.kpi, row.statistic, row.period.id] == [other.kpi, other.statistic, other.period.id])
            #expect(row.member == other.member)
            guard let denominator = row.denominator, row.kpi.hasPrefix("C") else { continue }
            let parts = [denominator, row.missing ?? -1, row.notDue ?? -1, row.excluded ?? -1]
            #expect(row.considered == parts.reduce(0, +), "\(row)")
            guard row.period.first <= last, row.period.last >= first else {
                #expect(row == other)
                continue
            }
            touched += 1
            #expect(row.flags.contains(.excludedPeriod))
            #expect(
                row.withExcluded
                    == .init(value: other.value, numerator: other.numerator, denominator: other.denominator), "\(row)")
            #expect(row.considered == other.considered, "\(row)")
        }
        #expect(touched > 200)
    }

    @Test("One worker and eight give the same lines")
    func jobs() async throws {
        let calls = IdentityTests.randomCalls(2000, seed: 4)
        let fixture = try Fixture.catalogue(
            calendar: "excluded:\n- { id: a, from: 2026-02-26, to: 2026-03-03, figures: all, reason: r, authority: a }")
        let one = try await compute(try fixture.input(calls, rejected: 25, jobs: 1))
        let eight = try await compute(try fixture.input(calls, rejected: 25, jobs: 8))
        #expect(one.results == eight.results)
        #expect(one.breakdowns == eight.breakdowns)
        #expect(one.exclusions == eight.exclusions)
        #expect(one.triangles == eight.triangles)
    }

    @Test("A break flags every period that holds its day, and says whether limits begin anew")
    func breaks() async throws {
        let fixture = try Self.fixture(
            """
            breaks:
            - { id: one, on: 2026-05-15, figures: [A07], label: l, authority: a, rebase: yes }
            - { id: two, on: 2026-06-01, figures: [A01], label: l, authority: a }
            """)
        let rows = Self.rows([("2026-05-01 00:00:00", 30, 2), ("2026-06-30 12:00:00", 40, 1)])
        func flags(_ kpi: String, _ period: String) async throws -> [String] {
            try await row(fixture, rows, period, kpi).flags.names
        }
        #expect(try await flags("A07", "2026-05") == ["break", "rebased"])
        #expect(try await flags("A07", "2026-06") == [])
        #expect(try await flags("A07", "2026-Q2") == ["break", "rebased"])
        #expect(try await flags("A08", "2026-05") == ["break", "rebased"])
        #expect(try await flags("A01", "2026-05") == [])
        #expect(try await flags("A01", "2026-06") == ["break"])
        #expect(try await flags("A01", "2026-05-31..2026-06-01") == ["break"])
    }
}
