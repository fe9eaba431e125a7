import Compute
import Definitions
import Tables
import Testing

/// Bounds, verdicts, hours and identities, with a table made for the purpose.
@Suite("How a figure is made")
struct FigureRuleTests {
    static let schema = """
        schema: rows
        key: [row_id]
        time: happened_at
        columns:
          row_id: { type: id, required: true }
          happened_at: { type: time, required: true }
          in_scope: { type: flag, absent: null }
          left_out: { type: flag, absent: null }
          hit: { type: flag, absent: null }
          wait: { type: duration, absent: null }
          due: { type: time, absent: null, planned: true }
        """
    static let tables = """
        table: things
        from: source.rows
        time: happened_at
        populations:
          all_things: { all_but: [ { left_out: left_out } ] }
        dimensions:
          hour_of_week: hour_of_week(happened_at)
        """
    static let kpis = """
        kpis:
        - { id: C01, name: Share, table: things, period: happened_at, among: all_things and in_scope, share: hit, unit: percent,
            better: higher, standard: ninety }
        - { id: C02, name: Share with misses, like: C01, missing: miss }
        - { id: C03, name: Waits, table: things, period: happened_at, among: all_things, unit: seconds, better: lower,
            quantiles: { of: wait, median: 0.5, p90: 0.9 }, range: [0 s, 7200 s] }
        - { id: C04, name: Mean wait, table: things, period: happened_at, among: all_things, unit: seconds, better: lower,
            mean: wait, range: [0 s, 7200 s] }
        - { id: C05, name: Per hour, table: things, period: happened_at, among: all_things, unit: things per hour, better: none,
            count: rows, each: hour, by: [hour_of_week] }
        - { id: C06, name: In time, table: things, period: happened_at, among: all_things, share: hit, due: due, unit: percent,
            better: higher }
        """
    static let standards = """
        standards:
        - { id: ninety, rule: ">=", value: 90 %, authority: test, status: national }
        """

    static func fixture() throws -> Fixture {
        try Fixture(schema: schema, tables: tables, kpis: kpis, standards: standards)
    }

    static func rows(_ groups: [(Int, [String: String])], on day: String = "2026-03-02") -> [[String: String]] {
        var rows: [[String: String]] = []
        for (count, cells) in groups {
            for _ in 0..<count {
                rows.append(
                    ["row_id": "\(rows.count)", "happened_at": "\(day) 10:00:00", "in_scope": "yes", "left_out": "no"]
                        .merging(cells) { $1 })
            }
        }
        return rows
    }

    @Test("Missing, unknown and rejected rows bound a share")
    func shareBounds() async throws {
        let fixture = try Self.fixture()
        let rows = Self.rows([
            (860, ["hit": "yes"]), (90, ["hit": "no"]), (30, [:]), (10, ["in_scope": "", "hit": ""]), (5, ["hit": ""]),
        ])
        let input = try fixture.input(rows, of: "rows", rejected: 5)
        let row = try #require(try await fixture.row(input, "C01", nil, "2026-03-02"))
        #expect(row.value == 86_000.0 / 950)
        #expect(row.lowest == 86_000.0 / 995)
        #expect(row.highest == 90_500.0 / 995)
        #expect(row.missing == 40)
        #expect(row.considered == 990)
        let missed = try #require(try await fixture.row(input, "C02", nil, "2026-03-02"))
        #expect(missed.denominator == 980)
        #expect(missed.notEvidenced == 30)
        #expect(missed.missing == 10)
        #expect(missed.lowest == row.lowest)
    }

    @Test("An unknown exclusion does not exclude, and makes the row doubtful")
    func unknownExclusion() async throws {
        let fixture = try Self.fixture()
        let rows = Self.rows([
            (6, ["hit": "yes"]), (2, ["hit": "no"]), (1, ["hit": "yes", "left_out": ""]), (3, ["left_out": "yes"]),
        ])
        let row = try #require(try await fixture.row(try fixture.input(rows, of: "rows"), "C01", nil, "2026-03-02"))
        #expect(row.numerator == 7)
        #expect(row.denominator == 9)
        #expect(row.excluded == 3)
        #expect(row.lowest == 600.0 / 8)
        #expect(row.highest == 700.0 / 9)
    }

    @Test("Three unknown waits bound the sample's quantiles and mean")
    func valueBounds() async throws {
        let fixture = try Self.fixture()
        let known = [2, 3, 3, 4, 5, 6, 7, 7, 7, 9, 11, 12, 14, 15, 18, 20, 25, 31, 60, 240]
        let rows = Self.rows(known.map { (1, ["wait": "\($0) s"]) } + [(3, [:])])
        let input = try fixture.input(rows, of: "rows")
        let median = try #require(try await fixture.row(input, "C03", "median", "2026-03-02"))
        #expect([median.value, median.lowest, median.highest] == [10, 7, 12])
        #expect([median.lower, median.upper] == [6, 18])
        let ninetieth = try #require(try await fixture.row(input, "C03", "p90", "2026-03-02"))
        #expect([ninetieth.value, ninetieth.lowest, ninetieth.highest] == [33.9, 29.8, 5808])
        let mean = try #require(try await fixture.row(input, "C04", nil, "2026-03-02"))
        #expect(mean.value == 24.95)
        #expect(mean.lowest == 499.0 / 23)
        #expect(mean.highest == (499.0 + 21_600) / 23)
    }

    @Test(
        "The verdict changes where the interval does",
        arguments: [
            (9059, 10_000, FigureRow.Verdict.met), (9058, 10_000, .metWithinChance), (9000, 10_000, .metWithinChance),
            (8999, 10_000, .notMetWithinChance), (8942, 10_000, .notMetWithinChance), (8941, 10_000, .notMet),
            (27, 29, .tooFew), (29, 29, .tooFew), (30, 30, .metWithinChance),
        ])
    func verdicts(hits: Int, count: Int, verdict: FigureRow.Verdict) async throws {
        let fixture = try Self.fixture()
        // A day before and after, so that the day in question is whole.
        let rows =
            Self.rows([(1, ["hit": "yes"])], on: "2026-03-01")
            + Self.rows([(hits, ["hit": "yes"]), (count - hits, ["hit": "no"])])
            + Self.rows([(1, ["hit": "yes"])], on: "2026-03-03")
        let row = try #require(try await fixture.row(try fixture.input(rows, of: "rows"), "C01", nil, "2026-03-02"))
        #expect(row.verdict == verdict)
    }

    @Test("Lowest and highest on different sides of the standard leave the verdict open")
    func openVerdict() async throws {
        let fixture = try Self.fixture()
        let rows = Self.rows([(950, ["hit": "yes"]), (20, ["hit": "no"]), (200, [:])])
        let row = try #require(try await fixture.row(try fixture.input(rows, of: "rows"), "C01", nil, "2026-03-02"))
        #expect(row.verdict == .dependsOnUnknowns)
    }

    @Test("Rows that are not yet due are left out of both parts and counted")
    func dueness() async throws {
        let fixture = try Self.fixture()
        let rows = Self.rows([
            (3, ["hit": "yes", "due": "2026-03-02 23:59:59"]), (2, ["hit": "no", "due": "2026-03-03 00:00:00"]),
            (1, ["hit": "yes"]),
        ])
        let row = try #require(
            try await fixture.row(try fixture.input(rows, of: "rows", asOf: "2026-03-02"), "C06", nil, "2026-03-02"))
        #expect(row.numerator == 3)
        #expect(row.denominator == 3)
        #expect(row.notDue == 2)
        #expect(row.missing == 1)
    }

    @Test("A mean per hour of the week divides by the hours that carried the label, clock changes included")
    func hours() async throws {
        let fixture = try Self.fixture()
        // Sunday 01:00 is label 145: four such hours in March 2026, five in October.
        let march = Self.rows([(8, [:])], on: "2026-03-08").map {
            $0.merging(["happened_at": "2026-03-08 01:30:00"]) { $1 }
        }
        let october = Self.rows([(10, [:])], on: "2026-10-04").map {
            $0.merging(["happened_at": "2026-10-04 01:30:00"]) { $1 }
        }
        let ends = Self.rows([(1, [:])], on: "2026-02-27") + Self.rows([(1, [:])], on: "2026-11-02")
        let input = try fixture.input(march + october + ends, of: "rows")
        for (month, expected, all) in [("2026-03", 2.0, 743), ("2026-10", 2.0, 745)] {
            let period = try #require(Period(parsing: month))
            let rows = try await figures(input, kpis: ["C05"], periods: .one(period), by: "hour_of_week")
            #expect(rows.first { $0.member == "145" }?.value == expected)
            let total = try #require(try await figures(input, kpis: ["C05"], periods: .one(period), by: nil).first)
            #expect(total.value == (month == "2026-03" ? 8.0 : 10.0) / Double(all))
        }
    }

    @Test("A dated setting holds from its local day on")
    func datedSettings() async throws {
        let kpis = """
            kpis:
            - { id: C01, name: Quick, table: things, period: happened_at, among: all_things, share: wait < setting.quick,
                unit: percent, better: higher }
            """
        let settings = """
            settings:
            - { quick: 5 s, authority: ours }
            - { quick: 10 s, from: 2026-04-01, authority: theirs }
            """
        let fixture = try Fixture(
            schema: Self.schema, tables: Self.tables, kpis: kpis, settings: settings, standards: Self.standards)
        let rows =
            Self.rows([(1, ["wait": "7 s"])], on: "2026-03-31") + Self.rows([(1, ["wait": "7 s"])], on: "2026-04-01")
        let input = try fixture.input(rows, of: "rows")
        #expect(try await fixture.row(input, "C01", nil, "2026-03-31")?.value == 0)
        #expect(try await fixture.row(input, "C01", nil, "2026-04-01")?.value == 100)
        #expect(
            try await fixture.row(input, "C01", nil, "2026-03..2026-04")?.flags.contains(.definitionChanged) == true)
    }

    @Test("A record of which nothing could be read may be any row of any period that its file spans")
    func unreadable() async throws {
        let fixture = try Self.fixture()
        let rows = Self.rows([(3, ["hit": "yes"]), (1, ["hit": "no"])]) + [["left_out": "yes"]]
        let input = try fixture.input(rows, of: "rows", unreadable: 1)
        let inside = try #require(try await fixture.row(input, "C01", nil, "2026-03"))
        #expect([inside.value, inside.lowest, inside.highest] == [75, 60, 80])
        #expect(inside.considered == 4)
        let outside = try #require(try await fixture.row(input, "C01", nil, "2026-05"))
        #expect(outside.lowest == nil)
    }

    @Test("A mean that lies beyond its plausible range is within its own bounds")
    func implausible() async throws {
        let fixture = try Self.fixture()
        let rows = Self.rows([(2, ["wait": "8000 s"]), (1, [:])])
        let input = try fixture.input(rows, of: "rows")
        let mean = try #require(try await fixture.row(input, "C04", nil, "2026-03-02"))
        #expect([mean.value, mean.lowest, mean.highest] == [8000, 16_000.0 / 3, 8000])
        let median = try #require(try await fixture.row(input, "C03", "median", "2026-03-02"))
        #expect([median.value, median.lowest, median.highest] == [8000, 8000, 8000])
    }

    @Test("A figure that the force leaves out keeps its place in every period, without values")
    func leftOut() async throws {
        let changes = """
            changes:
            - { id: C06, leave_out: true, because: nothing is due here }
            """
        let fixture = try Fixture(
            schema: Self.schema, tables: Self.tables, kpis: Self.kpis, standards: Self.standards, changes: changes)
        let result = try await compute(try fixture.input(Self.rows([(3, ["hit": "yes"])]), of: "rows"))
        let rows = result.results.filter { $0.kpi == "C06" }
        #expect(rows.map(\.state) == Array(repeating: .leftOut, count: rows.count))
        #expect(rows.map(\.period) == result.results.filter { $0.kpi == "C01" }.map(\.period))
        #expect(rows.allSatisfy { $0.value == nil && $0.denominator == nil && $0.verdict == nil })
        #expect(
            result.uncomputed == [UncomputedFigure(kpi: "C06", state: .leftOut, because: "nothing is due here")])
    }

    @Test("Members are those of the figure's own rows")
    func ownMembers() async throws {
        let fixture = try Self.fixture()
        let rows =
            Self.rows([(1, [:]), (1, ["left_out": "yes", "happened_at": "2026-03-03 10:00:00"])])
            + [["happened_at": "2026-03-04 10:00:00"]]
        let input = try fixture.input(rows, of: "rows", rejected: 1)
        let period = try #require(Period(parsing: "2026-03"))
        let found = try await figures(input, kpis: ["C05"], periods: .one(period), by: "hour_of_week")
        // Monday 10:00 has a row, Tuesday 10:00 one that is excluded, Wednesday 10:00 only a rejected one.
        #expect(found.map(\.member) == ["10", "34"])
    }
}
