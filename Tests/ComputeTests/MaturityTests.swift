import Definitions
import Tables
import Testing

@testable import Compute

/// Periods whose rows have not had their time, and how far they had come after each month (LANGUAGE X22).
@Suite("Maturity")
struct MaturityTests {
    static let schema = """
        schema: crimes
        key: [crime_id]
        time: recorded_at
        columns:
          crime_id: { type: id, required: true }
          recorded_at: { type: time, required: true }
          outcome_at: { type: time, absent: null, planned: true }
          outcome_on: { type: date, absent: null }
          charged: { type: flag, absent: null }
          days_taken: { type: int, absent: null }
          area: { type: text, absent: null }
        """
    static let tables = """
        table: crimes
        from: source.crimes
        time: recorded_at
        columns:
          has_outcome: outcome_at is not null
          was_charged: coalesce(charged, false)
        dimensions:
          area: area
        """
    static let kpis = """
        defaults: { table: crimes, period: recorded_at, better: higher, unit: percent, by: [area] }
        kpis:
        - { id: I01, name: Charged, share: was_charged, immature: not has_outcome, triangle: { until: outcome_at, upto: 3 } }
        - { id: I02, name: Charged by day, share: was_charged, triangle: { until: outcome_on, upto: 1 } }
        - { id: I03, name: Known, share: charged, missing: miss, immature: not has_outcome }
        - { id: I04, name: Known only, share: charged, immature: not has_outcome }
        - { id: I05, name: Days, quantiles: { of: days_taken, median: 0.5, p90: 0.9 }, unit: steps, immature: not has_outcome }
        - { id: I06, name: More, difference: { of: I01, minus: I02 }, unit: points }
        - { id: I07, name: Finished, count: rows, unit: crimes, immature: not has_outcome, standard: some }
        """
    static let settings = "settings:\n- { immature_above: 10 %, authority: us }\n- { small_n: 30, authority: us }"

    static func fixture(settings: String = settings, calendar: String? = nil) throws -> Fixture {
        try Fixture(
            schema: schema, tables: tables, kpis: kpis,
            standards: "standards:\n- { id: some, rule: \">=\", value: 1, authority: us, status: local }",
            calendar: calendar, ownSettings: settings)
    }

    /// Crimes with what became of them, as an export shows them that was made at the end of a day.
    struct Story {
        let recorded: String
        var ended: String? = nil
        var charged = "no"
        var count = 1
        var area = "A"
    }

    static func export(_ stories: [Story], asOf: String) -> [[String: String]] {
        var rows: [[String: String]] = []
        for story in stories where story.recorded.prefix(10) <= asOf {
            for _ in 0..<story.count {
                var row = ["crime_id": "c\(rows.count)", "recorded_at": story.recorded, "area": story.area]
                if let ended = story.ended, ended.prefix(10) <= asOf {
                    row["outcome_at"] = ended
                    row["outcome_on"] = String(ended.prefix(10))
                    row["charged"] = story.charged
                }
                rows.append(row)
            }
        }
        return rows
    }

    /// The crimes of January 2026: a fifth end in the month, four fifths in three, all but five in the year.
    static let january: [Story] = [
        Story(recorded: "2026-01-01 00:10:00", ended: "2026-01-20 09:00:00", charged: "yes", count: 10),
        Story(recorded: "2026-01-12 12:00:00", ended: "2026-01-31 23:59:59", count: 10),
        Story(recorded: "2026-01-15 12:00:00", ended: "2026-03-15 09:00:00", charged: "yes", count: 20),
        Story(recorded: "2026-01-31 23:50:00", ended: "2026-04-30 23:59:59", count: 40),
        Story(recorded: "2026-01-31 23:50:00", ended: "2026-11-02 10:00:00", charged: "yes", count: 15),
        Story(recorded: "2026-01-31 23:55:00", count: 5),
    ]

    /// One crime a month more, so that the data cover every month up to the as-of.
    static let later: [Story] = (2...13).map { number in
        let month = number > 12 ? "2027-01" : "2026-\(padded(number, 2))"
        let last = CivilDate.length(ofMonth: (number - 1) % 12 + 1, year: number > 12 ? 2027 : 2026)
        return Story(recorded: "\(month)-\(last) 12:00:00")
    }

    private func row(_ kpi: String, _ period: String, asOf: String, _ stories: [Story]) async throws -> FigureRow {
        let fixture = try Self.fixture()
        let input = try fixture.input(Self.export(stories, asOf: asOf), of: "crimes", asOf: asOf)
        return try #require(try await fixture.row(input, kpi, nil, period))
    }

    @Test(
        "A cohort is immature after one month and after three, and no more after twelve",
        arguments: [
            ("2026-01-31", 80.0, 10.0, FigureRow.State.immature), ("2026-02-28", 80, 10, .immature),
            ("2026-04-29", 60, 30, .immature), ("2026-04-30", 20, 30, .immature), ("2026-11-01", 20, 30, .immature),
            ("2026-11-02", 5, 45, .ok), ("2027-01-31", 5, 45, .ok),
        ])
    func snapshots(asOf: String, open: Double, value: Double, state: FigureRow.State) async throws {
        let found = try await row("I01", "2026-01", asOf: asOf, Self.january + Self.later)
        #expect(found.openShare == open)
        #expect(found.value == value)
        #expect(found.state == state)
        #expect(found.denominator == 100)
        #expect(found.immatureAbove == 10)
        #expect((found.verdict == nil) == (state == .immature))
    }

    @Test("The limit itself is not passed; a part of a period is immature first")
    func limit() async throws {
        let ten = [
            Story(recorded: "2026-01-01 10:00:00", ended: "2026-01-02 10:00:00", count: 9),
            Story(recorded: "2026-01-31 10:00:00"),
        ]
        #expect(try await row("I01", "2026-01", asOf: "2026-01-31", ten).state == .ok)
        #expect(try await row("I01", "2026-01", asOf: "2026-02-15", ten).openShare == 10)
        let part = ten.map { Story(recorded: $0.recorded, count: $0.count) }
        #expect(try await row("I01", "2026-01", asOf: "2026-01-31", part).state == .immature)
        #expect(try await row("I01", "2026-Q1", asOf: "2026-01-31", part).state == .immature)
        #expect(try await row("I01", "2026-Q1", asOf: "2026-01-31", ten).state == .part)
        #expect(try await row("I01", "2026-03", asOf: "2026-03-31", ten).state == .empty)
    }

    @Test("The limit is a setting, with dates of its own")
    func setting() async throws {
        let settings = """
            settings:
            - { immature_above: 10 %, authority: us }
            - { immature_above: 12.5 %, from: 2026-01-01, authority: us }
            - { small_n: 30, authority: us }
            """
        let fixture = try Self.fixture(settings: settings)
        let stories = [
            Story(recorded: "2025-12-01 10:00:00", ended: "2025-12-02 10:00:00", count: 7),
            Story(recorded: "2025-12-31 10:00:00"),
            Story(recorded: "2026-01-01 10:00:00", ended: "2026-01-02 10:00:00", count: 7),
            Story(recorded: "2026-01-31 10:00:00"),
        ]
        let input = try fixture.input(Self.export(stories, asOf: "2026-01-31"), of: "crimes", asOf: "2026-01-31")
        let december = try #require(try await fixture.row(input, "I01", nil, "2025-12"))
        let january = try #require(try await fixture.row(input, "I01", nil, "2026-01"))
        #expect([december.openShare, january.openShare] == [12.5, 12.5])
        #expect([december.immatureAbove, january.immatureAbove] == [10, 12.5])
        #expect([december.state, january.state] == [.immature, .ok])
    }

    @Test("The open share is of the rows of the denominator, whatever is measured")
    func denominators() async throws {
        let fixture = try Self.fixture()
        func crime(_ number: Int, _ cells: [String: String]) -> [String: String] {
            ["crime_id": "c\(number)", "recorded_at": "2026-01-\(padded(number, 2)) 10:00:00"].merging(cells) { $1 }
        }
        let rows = [
            crime(1, ["charged": "yes", "outcome_at": "2026-01-20 10:00:00", "days_taken": "3"]),
            crime(2, ["charged": "no", "outcome_at": "2026-01-20 10:00:00"]),
            crime(3, ["charged": "no"]), crime(4, ["days_taken": "9"]), crime(31, [:]),
        ]
        let input = try fixture.input(rows, of: "crimes", asOf: "2026-01-31")
        func share(_ kpi: String, _ statistic: String? = nil) async throws -> [Double?] {
            let row = try #require(try await fixture.row(input, kpi, statistic, "2026-01"))
            return [row.openShare, row.denominator.map(Double.init)]
        }
        #expect(try await share("I03") == [60, 5])
        #expect(try await share("I04") == [100.0 / 3, 3])
        #expect(try await share("I05", "median") == [50, 2])
        #expect(try await share("I05", "p90") == [50, 2])
        #expect(try await share("I07") == [60, 5])
        #expect(try await share("I02") == [nil, 5])
        // One of its two figures is immature, and so is the difference.
        let more = try #require(try await fixture.row(input, "I06", nil, "2026-01"))
        #expect(more.state == .immature)
        #expect(more.openShare == nil)
    }

    @Test("Members have an open share of their own")
    func members() async throws {
        let fixture = try Self.fixture()
        let stories = [
            Story(recorded: "2026-01-01 10:00:00", ended: "2026-01-02 10:00:00", count: 4),
            Story(recorded: "2026-01-31 10:00:00", count: 4, area: "B"),
        ]
        let input = try fixture.input(Self.export(stories, asOf: "2026-01-31"), of: "crimes", asOf: "2026-01-31")
        let period = try #require(Period(parsing: "2026-01"))
        let rows = try await figures(input, kpis: ["I01"], periods: .one(period), by: "area")
        #expect(rows.map(\.openShare) == [0, 100])
        #expect(rows.map(\.state) == [.ok, .immature])
    }

    /// `2026-01+2: 30/100` for every cell.
    private func cells(_ kpi: String, _ stories: [Story], asOf: String, calendar: String? = nil) async throws
        -> [String]
    {
        let fixture = try Self.fixture(calendar: calendar)
        let input = try fixture.input(Self.export(stories, asOf: asOf), of: "crimes", asOf: asOf)
        return try await compute(input).triangles.filter { $0.kpi == kpi }.map { cell in
            #expect(cell.value == Double(cell.numerator ?? -1) * 100 / Double(cell.denominator ?? 0))
            #expect(cell.statistic == "share")
            return "\(cell.cohort.id)+\(cell.monthsSince): \(cell.numerator ?? -1)/\(cell.denominator ?? -1)"
        }
    }

    @Test("A cohort over the turn of the year, each cell by hand")
    func triangle() async throws {
        let stories = [
            Story(recorded: "2025-11-30 23:59:59", ended: "2025-12-01 00:00:00", charged: "yes"),
            Story(recorded: "2025-12-01 00:00:00", ended: "2025-12-31 23:59:59", charged: "yes", count: 2),
            Story(recorded: "2025-12-05 00:00:00", ended: "2026-01-01 00:00:00", charged: "yes", count: 3),
            Story(recorded: "2025-12-31 23:59:59", ended: "2026-03-31 23:59:59", charged: "yes"),
            Story(recorded: "2025-12-31 23:59:59", ended: "2026-04-02 10:00:00", charged: "yes"),
            Story(recorded: "2025-12-31 23:59:59", ended: "2026-01-05 10:00:00", charged: "no"),
            Story(recorded: "2026-02-10 10:00:00", ended: "2026-02-11 10:00:00", charged: "yes"),
            Story(recorded: "2026-02-10 10:00:00"),
        ]
        #expect(
            try await cells("I01", stories, asOf: "2026-03-30") == [
                "2025-11+0: 0/1", "2025-11+1: 1/1", "2025-11+2: 1/1", "2025-11+3: 1/1",
                "2025-12+0: 2/8", "2025-12+1: 5/8", "2025-12+2: 5/8", "2026-02+0: 1/2",
            ])
        #expect(
            try await cells("I01", stories, asOf: "2026-03-31").suffix(6) == [
                "2025-12+0: 2/8", "2025-12+1: 5/8", "2025-12+2: 5/8", "2025-12+3: 6/8", "2026-02+0: 1/2",
                "2026-02+1: 1/2",
            ])
        // What became true after the last month that is looked at is in no cell.
        #expect(
            try await cells("I01", stories, asOf: "2026-12-31").filter { $0.hasPrefix("2025-12") } == [
                "2025-12+0: 2/8", "2025-12+1: 5/8", "2025-12+2: 5/8", "2025-12+3: 6/8",
            ])
        #expect(
            try await cells("I02", stories, asOf: "2026-03-31") == [
                "2025-11+0: 0/1", "2025-11+1: 1/1", "2025-12+0: 2/8", "2025-12+1: 5/8", "2026-02+0: 1/2",
                "2026-02+1: 1/2",
            ])
    }

    @Test("Months end at local midnight where clocks change")
    func clockChange() async throws {
        let stories = [
            // 00:30 on 1 April is 23:30 UTC on 31 March.
            Story(recorded: "2026-03-01 10:00:00", ended: "2026-03-31 23:30:00", charged: "yes"),
            Story(recorded: "2026-03-29 00:30:00", ended: "2026-04-01 00:30:00", charged: "yes"),
            Story(recorded: "2026-10-01 00:30:00", ended: "2026-10-31 23:59:59", charged: "yes"),
            Story(recorded: "2026-10-25 12:00:00", ended: "2026-11-01 00:00:00", charged: "yes"),
        ]
        #expect(
            try await cells("I01", stories, asOf: "2026-11-30").filter { $0.contains("+0") || $0.contains("+1") } == [
                "2026-03+0: 1/2", "2026-03+1: 2/2", "2026-10+0: 1/2", "2026-10+1: 2/2",
            ])
    }

    @Test("Crimes that an excluded period leaves out are in no cell")
    func excluded() async throws {
        let stories = [
            Story(recorded: "2026-01-14 10:00:00", ended: "2026-01-20 10:00:00", charged: "yes", count: 3),
            Story(recorded: "2026-01-20 10:00:00", ended: "2026-02-20 10:00:00", charged: "yes"),
        ]
        let calendar = """
            excluded:
            - { id: a, from: 2026-01-14, to: 2026-01-14, figures: [I01], reason: r, authority: a }
            """
        #expect(
            try await cells("I01", stories, asOf: "2026-02-28", calendar: calendar) == [
                "2026-01+0: 0/1", "2026-01+1: 1/1",
            ])
    }

    @Test("Without rows there are no cells, and one worker and eight give the same")
    func jobs() async throws {
        #expect(try await cells("I01", [], asOf: "2026-02-28") == [])
        let fixture = try Self.fixture()
        let rows = Self.export(Self.january + Self.later, asOf: "2027-01-31")
        let one = try await compute(try fixture.input(rows, of: "crimes", asOf: "2027-01-31", jobs: 1))
        let eight = try await compute(try fixture.input(rows, of: "crimes", asOf: "2027-01-31", jobs: 8))
        #expect(one.triangles == eight.triangles)
        #expect(one.results == eight.results)
        #expect(one.breakdowns == eight.breakdowns)
        #expect(!one.triangles.isEmpty)
    }
}
