import Definitions
import Statistics
import Tables
import Testing

@testable import Compute

/// Figures beside what others published for the same days.
@Suite("Benchmarks")
struct BenchmarkTests {
    static let kpis = """
        defaults: { table: things, period: happened_at, among: in_scope }
        kpis:
        - { id: A01, name: In time, share: other, better: higher, compare: in-time }
        - { id: A02, name: How many, count: rows, unit: things, compare: many }
        - { id: A03, name: Waits, quantiles: { of: wait, median: 0.5, p90: 0.9 }, unit: s, compare: waits }
        """

    /// The delivered table of benchmarks.
    static let schema = """
        schema: benchmarks
        key: [kpi_id, statistic, force, period_start, period_end]
        time: period_end
        optional: true
        absent: no rows
        columns:
          kpi_id: { type: id, required: true }
          statistic: { type: text, absent: null }
          force: { type: text, required: true }
          is_msg: { type: flag, absent: false }
          is_area: { type: flag, absent: false }
          period_start: { type: date, required: true }
          period_end: { type: time, required: true }
          numerator: { type: number(2), absent: null }
          denominator: { type: number(2), absent: null }
          value: { type: number(4), absent: null }
          source_url: { type: text, absent: null }
          basis: { type: text, required: true }
        """

    static func fixture() throws -> Fixture {
        try Fixture(schema: "\(BoundaryTests.schema)\n---\n\(schema)", tables: BoundaryTests.tables, kpis: kpis)
    }

    static func benchmark(
        _ kpi: String, _ force: String, msg: String = "no", from: String = "2024-10-01", to: String = "2024-12-31",
        statistic: String? = nil, counts: (String, String)? = nil, value: String? = nil, area: String = "no"
    ) -> [String: String] {
        var row = [
            "kpi_id": kpi, "force": force, "is_msg": msg, "is_area": area, "period_start": from,
            "period_end": "\(to) 00:00:00",
            "basis": "as \(force) counts",
        ]
        if let statistic { row["statistic"] = statistic }
        if let counts { (row["numerator"], row["denominator"]) = counts }
        if let value { row["value"] = value }
        return row
    }

    static func computed(_ benchmarks: [[String: String]]) async throws -> ComputeResult {
        // Oct to Dec 2024: 48 of 80.
        let rows = EvidenceTests.rows(EvidenceTests.months)
        let input = try fixture().input([("rows", rows), ("benchmarks", benchmarks)], asOf: "2025-05-31")
        return try await compute(input)
    }

    @Test("A force, and the others of the most similar group as sums over sums; our own row is not one of them")
    func group() async throws {
        let found = try await Self.computed([
            Self.benchmark("in-time", "Else", msg: "yes", counts: ("50", "100")),
            Self.benchmark("in-time", "Other", msg: "yes", counts: ("6", "8")),
            Self.benchmark("in-time", "test", msg: "yes", counts: ("1", "2")),
            Self.benchmark("in-time", "All", value: "61.5"),
        ])
        #expect(found.findings.isEmpty)
        let rows = found.comparisons
        #expect(rows.allSatisfy { $0.kpi == "A01" && $0.own.value == 60 && $0.own.denominator == 80 })
        #expect(rows.map(\.value) == [50, 75, 50, 61.5, 56.0 * 100 / 108])
        #expect(rows.last?.benchmark == .mostSimilarAverage(forces: 2))
        #expect(rows.last?.numerator == 56 && rows.last?.denominator == 108)
        #expect(rows.last?.basis == "as Else counts; as Other counts")
        #expect(rows[3].benchmark == .row(force: "All"))
        #expect(rows[3].difference == -1.5 && rows[3].lower == nil)
        #expect(rows[0].difference == 10)
        #expect(rows[0].lower != nil && rows[0].upper != nil)
    }

    @Test("Newcombe's interval against a benchmark with its parts")
    func interval() async throws {
        let found = try await Self.computed([Self.benchmark("in-time", "Else", counts: ("56", "70"))])
        let row = try #require(found.comparisons.first)
        // VECTORS has 56/70 less 48/80; turned round the interval is.
        #expect(abs(try #require(row.lower) + 33.38727) < 1e-5)
        #expect(abs(try #require(row.upper) + 5.24315) < 1e-5)
    }

    @Test("A figure without a benchmark of its statistic stands alone; one of several statistics needs its name")
    func statistics() async throws {
        let found = try await Self.computed([
            Self.benchmark("waits", "Else", value: "2"),
            Self.benchmark("waits", "Else", statistic: "p90", value: "3"),
            Self.benchmark("many", "Else", value: "90"),
        ])
        #expect(found.comparisons.map { "\($0.kpi) \($0.statistic)" } == ["A02 count", "A03 p90"])
        #expect(found.comparisons[0].difference == -10)
    }

    @Test("Spans that the data do not cover are not compared, with one warning; nor are names that no KPI has")
    func warnings() async throws {
        let found = try await Self.computed([
            Self.benchmark("in-time", "Else", from: "2024-04-01", to: "2025-03-31", value: "50"),
            Self.benchmark("in-time", "All", from: "2024-04-01", to: "2025-03-31", value: "50"),
            Self.benchmark("in-tme", "All", value: "50"),
        ])
        #expect(found.comparisons.isEmpty)
        #expect(
            found.findings.map(\.description) == [
                """
                warning: the data do not cover the span of the benchmark in-time of Else, Apr 2024 to Mar 2025 and 1 \
                more: nothing is compared [E0413]
                    help: give benchmarks of a span that the exports cover whole
                """,
                """
                warning: no KPI compares with the benchmark in-tme of All [E0414]
                    help: did you mean in-time? the key `compare` of a KPI names its benchmarks
                """,
            ])
    }

    /// Nine forces beside our 48 of 80 make ten; the others' sum is 462 of 770.
    static let nine = (1...9).map { number in
        benchmark("in-time", "F\(number)", msg: number < 3 ? "yes" : "no", counts: ("\(40 + number * 2)", "80"))
    }

    @Test("ten forces make a funnel, ours first among them; areas and rows without both parts are no members")
    func funnel() async throws {
        let found = try await Self.computed(
            Self.nine + [
                Self.benchmark("in-time", "All", counts: ("5000", "9000"), area: "yes"),
                Self.benchmark("in-time", "TEST", counts: ("1", "2")),
                Self.benchmark("in-time", "No parts", value: "50"),
            ])
        let rows = found.funnels
        #expect(rows.map(\.force) == ["Test"] + (1...9).map { "F\($0)" })
        #expect(rows.map(\.side) == [.own, .mostSimilar, .mostSimilar] + Array(repeating: .other, count: 7))
        #expect(rows.allSatisfy { $0.forces == 10 && $0.kpi == "A01" && $0.statistic == "share" })
        // 48 + 42 + 44 + … + 58 = 498 of 800.
        #expect(rows.allSatisfy { $0.funnel.average == 498.0 / 800 })
        #expect(rows[0].value == 60)
        #expect(rows[0].funnel.place(of: rows[0].member, .plain) == .inside)
    }

    @Test("nine forces make none")
    func tooFew() async throws {
        #expect(try await Self.computed(Array(Self.nine.dropLast())).funnels.isEmpty)
    }
}
