import Definitions
import Tables
import Testing

@testable import Compute

@Suite("Families of tables")
struct TableFamilyTests {
    private static let schema = ["logs", "units", "crimes"].map { name in
        """
        schema: \(name)
        key: [id]
        time: made_at
        columns:
          id: { type: id, required: true }
          log: { type: text, absent: null }
          area: { type: text, absent: null }
          made_at: { type: time, required: true }
        """
    }.joined(separator: "\n---\n")

    /// Logs look into units and units into logs; crimes look into logs and nobody looks into them. Areas of units are those
    /// of their logs.
    private static let tables = """
        table: all_logs
        from: source.logs
        time: made_at
        relations:
          sent: { to: all_units, match: { id: log } }
        columns:
          units: count(sent u)
        ---
        table: all_units
        from: source.units
        time: made_at
        relations:
          mine: { to: source.logs, match: { log: id } }
        dimensions:
          area: mine.area
        ---
        table: all_crimes
        from: source.crimes
        time: made_at
        relations:
          of: { to: all_logs, match: { log: id } }
        columns:
          units: of.units
        """
    private static let kpis = """
        kpis:
        - { id: Q91, name: Units of logs, table: all_logs, period: made_at, sum: units, unit: units }
        - { id: Q92, name: Units, table: all_units, period: made_at, count: rows, unit: units, by: [area] }
        - { id: Q93, name: Units of crimes, table: all_crimes, period: made_at, sum: units, unit: units }
        """

    private func input(jobs: Int) throws -> ComputeInput {
        let fixture = try Fixture(schema: Self.schema, tables: Self.tables, kpis: Self.kpis)
        func row(_ id: String, _ log: String, _ area: String) -> [String: String] {
            ["id": id, "log": log, "area": area, "made_at": "2026-03-02 10:00:00"]
        }
        return try fixture.input(
            [
                ("logs", [row("a", "", "North"), row("b", "", "South")]),
                ("units", [row("u", "a", ""), row("v", "a", ""), row("w", "b", ""), row("x", "none", "")]),
                ("crimes", [row("c", "a", ""), row("d", "b", ""), row("e", "b", "")]),
            ], jobs: jobs)
    }

    @Test("those that nobody looks into come first, and what the rest looks into is known")
    func order() throws {
        let input = try input(jobs: 1)
        let families = TableFamily.all(planFigures(input.definition.figures, input).plans, [], input)
        #expect(families.map(\.root) == ["crimes", "units", "logs"])
        #expect(families.map(\.reads) == [["crimes", "logs", "units"], ["units", "logs"], ["logs", "units"]])
    }

    @Test(
        "figures over tables that look into each other are those of all rows, and no row is left when they are counted")
    func counted() async throws {
        for jobs in [1, 2] {
            let input = try input(jobs: jobs)
            let counted = try await countFigures(input.definition.figures, input, rules: [])
            #expect(counted.engine.tables.values.allSatisfy { $0.rowCount == 0 || $0.name.hasPrefix("reference.") })
            #expect(counted.engine.input.tables.allSatisfy { $0.rowCount == 0 })
            let links = counted.links.map { [$0.table, $0.target] + [$0.rows, $0.unmatched].map(String.init) }
            #expect(
                links == [
                    ["all_units", "logs", "4", "1"], ["all_logs", "all_units", "2", "0"],
                    ["all_crimes", "all_logs", "3", "0"],
                ])

            let result = try await compute(input)
            func value(_ kpi: String, _ member: String?) -> Double? {
                (member == nil ? result.results : result.breakdowns).first {
                    $0.kpi == kpi && $0.period.id == "2026-03" && $0.member == member ?? "all"
                }?.value
            }
            #expect(value("Q91", nil) == 3)
            #expect(value("Q92", nil) == 4)
            #expect(["North", "South", "(not recorded)"].map { value("Q92", $0) } == [2, 1, 1])
            #expect(value("Q93", nil) == 4)
        }
    }

    @Test("rows that were given up are not asked for again in silence")
    func forgotten() async throws {
        let input = try input(jobs: 1)
        let plans = planFigures(input.definition.figures, input).plans
        var engine = try await buildEngine(input, for: [plans[2]], rules: [])
        engine.forget(tablesOf: ["logs"])
        await #expect(throws: EngineFault.self) { try await engine.prepare(for: [plans[0]], rules: []) }
    }
}
