import Definitions
import Expressions
import Tables
import Testing

@testable import Compute

/// LANGUAGE section 4: a share with its limits turned, beside the share.
@Suite("Limits taken the other way")
struct BoundaryTests {
    static let schema = """
        schema: rows
        key: [row_id]
        time: happened_at
        columns:
          row_id: { type: id, required: true }
          happened_at: { type: time, required: true }
          ended_at: { type: time, absent: null }
          area: { type: text, absent: null }
          in_scope: { type: flag, absent: null }
          left_out: { type: flag, absent: null }
          other: { type: flag, absent: null }
          wait: { type: duration, absent: null }
          due: { type: time, absent: null, planned: true }
        """
    static let tables = """
        table: first_things
        from: source.rows
        time: happened_at
        columns:
          quick: wait < 10 s
        ---
        table: things
        from: first_things
        time: happened_at
        relations:
          same: { to: source.rows, match: area, order: happened_at }
        columns:
          ended_quickly: "case when ended_at is null then null else elapsed(happened_at, ended_at) <= 60 s end"
          both: quick and coalesce(ended_quickly, false)
          near: any(same s where s.wait < 10 s)
        populations:
          chosen: { where: in_scope, all_but: [ { left_out: left_out } ] }
        dimensions:
          area: area
        """
    static let kpis = """
        defaults: { table: things, period: happened_at, better: higher, unit: percent, by: [area] }
        kpis:
        - { id: C01, name: Quick, among: chosen, share: quick }
        - { id: C02, name: Quick and ended, among: chosen, share: both or other, missing: miss }
        - { id: C03, name: Between, among: chosen, share: wait between 5 s and 10 s, due: due }
        - { id: C04, name: Flag, among: chosen, share: other }
        - { id: C05, name: Near, among: chosen, share: near }
        """

    static func fixture() throws -> Fixture { try Fixture(schema: schema, tables: tables, kpis: kpis) }

    @Test("Of waits of 9, 10 and 11 seconds one is under ten, and two are at most ten")
    func under() async throws {
        let fixture = try Self.fixture()
        let rows = ["9 s", "10 s", "11 s", ""].enumerated().map { place, wait in
            [
                "row_id": "\(place)", "happened_at": "2026-03-02 10:00:00", "wait": wait, "in_scope": "yes",
                "left_out": "no",
            ]
        }
        let row = try #require(
            try await fixture.row(try fixture.input(rows, of: "rows"), "C01", nil, "2026-03-02"))
        #expect(row.value == 100.0 / 3)
        #expect(row.boundary == FigureRow.Boundary(value: 200.0 / 3, rows: 1))
    }

    @Test("Both ends of `between` are turned, so that rows may change without the share")
    func between() async throws {
        let fixture = try Self.fixture()
        let rows = ["5 s", "7 s", "10 s", "4 s"].enumerated().map { place, wait in
            [
                "row_id": "\(place)", "happened_at": "2026-03-02 10:00:00", "wait": wait, "in_scope": "yes",
                "left_out": "no", "due": "2026-03-03 00:00:00",
            ]
        }
        let row = try #require(
            try await fixture.row(try fixture.input(rows, of: "rows"), "C03", nil, "2026-03-02"))
        #expect(row.value == 75)
        #expect(row.boundary == FigureRow.Boundary(value: 25, rows: 2))
        let test = try #require(BoundaryTest(of: fixture.definition.figures[2], in: fixture.definition))
        #expect(test.limits.map(expressionText) == ["wait >= 5 s", "wait <= 10 s"])
    }

    @Test("A share without a limit of time, or with one on related rows only, has no second share")
    func nothingToTurn() throws {
        let fixture = try Self.fixture()
        for place in [3, 4] {
            #expect(BoundaryTest(of: fixture.definition.figures[place], in: fixture.definition) == nil)
        }
    }

    @Test("Derived columns are written out, inherited ones too")
    func writtenOut() throws {
        let fixture = try Self.fixture()
        let test = try #require(BoundaryTest(of: fixture.definition.figures[1], in: fixture.definition))
        #expect(expressionText(test.hit) == "both turned or other")
        #expect(
            test.columns.map { "\($0.table): \($0.name)" } == [
                "first_things: quick turned", "things: ended_quickly turned", "things: both turned",
            ])
        #expect(
            test.columns.map { expressionText($0.expression) } == [
                "wait <= 10 s", "case when ended_at is null then null else elapsed(happened_at, ended_at) < 1 min end",
                "quick turned and coalesce(ended_quickly turned, false)",
            ])
    }

    @Test(
        "On any rows the second share and the rows that change are those counted one by one", arguments: [1, 2, 3, 4])
    func oneByOne(seed: UInt64) async throws {
        let fixture = try Self.fixture()
        var random = SplitMix(state: seed)
        let start = 36_000
        var plain: [Thing] = []
        for _ in 0..<600 {
            plain.append(
                Thing(
                    wait: [nil, 4, 5, 9, 10, 11][random.next(6)], ended: [nil, 59, 60, 61][random.next(4)],
                    other: [nil, false, true][random.next(3)], inScope: [nil, false, true, true][random.next(4)],
                    leftOut: [nil, false, false, true][random.next(4)], area: ["A", "B", nil][random.next(3)]))
        }
        func clock(_ second: Int) -> String {
            "2026-03-02 \(padded(second / 3600, 2)):\(padded(second / 60 % 60, 2)):\(padded(second % 60, 2))"
        }
        func flag(_ value: Bool?) -> String { value.map { $0 ? "yes" : "no" } ?? "" }
        let rows = plain.enumerated().map { place, thing in
            [
                "row_id": "\(place)", "happened_at": clock(start), "wait": thing.wait.map { "\($0) s" } ?? "",
                "ended_at": thing.ended.map { clock(start + $0) } ?? "", "other": flag(thing.other),
                "in_scope": flag(thing.inScope), "left_out": flag(thing.leftOut), "area": thing.area ?? "",
            ]
        }
        let input = try fixture.input(rows, of: "rows")
        let period = try #require(Period(parsing: "2026-03"))
        for area in [nil, "A", "B", "(not recorded)"] {
            let counted = plain.filter { thing in
                thing.inScope == true && thing.leftOut != true
                    && (area.map { $0 == thing.area ?? "(not recorded)" } ?? true)
            }
            for kpi in ["C01", "C02"] {
                let found = try await figures(
                    input, kpis: [kpi], periods: .one(period), by: area == nil ? nil : "area")
                let row = try #require(found.first { $0.member == area ?? "all" })
                let pairs = counted.map { ($0.hit(kpi, isTurned: false), $0.hit(kpi, isTurned: true)) }
                let known = pairs.count { kpi == "C02" || $0.1 != nil }
                let expected = Double(pairs.count { $0.1 == true }) * 100 / Double(known)
                #expect(row.boundary == FigureRow.Boundary(value: expected, rows: pairs.count { $0.0 != $0.1 }))
            }
        }
    }

    /// One row, and whether it is a hit as a reader of the definitions would say.
    struct Thing {
        let wait: Int?
        let ended: Int?
        let other: Bool?
        let inScope: Bool?
        let leftOut: Bool?
        let area: String?

        func hit(_ kpi: String, isTurned: Bool) -> Bool? {
            let quick = wait.map { isTurned ? $0 <= 10 : $0 < 10 }
            if kpi == "C01" { return quick }
            let endedQuickly = ended.map { isTurned ? $0 < 60 : $0 <= 60 } ?? false
            let both: Bool? = quick == false || !endedQuickly ? false : quick
            if both == true || other == true { return true }
            return both == nil || other == nil ? nil : false
        }
    }
}
