import Definitions
import PipelineRunner
import Reporting
import RunStore
import Testing

@Suite("A force that does not supply everything")
struct OptionalSourceTests {
    /// What each optional table is needed for, from the catalogue (DOMAIN.md 7.1, 7.5).
    static let needs: [(table: String, figures: Set<String>)] = [
        ("suspects", ["S01", "S01.age"]),
        ("wanted", ["S02", "S03", "S03.in_time", "S04", "S04.reviewed"]),
        (
            "digital_forensics",
            ["D01", "D01.age", "D02", "D02.finish", "D02.start_survival", "D02.finish_survival", "D03", "D04"]
        ),
        ("rso", ["O01", "O01.share", "O02", "O03", "O04", "O05"]),
        ("rso_visits", []),
        ("enforcement", ["E01", "E01.age", "E01.fresh"]),
        ("agent_states", ["C16", "C16.handling", "C16.staffed"]),
        ("forecast", ["C18.error", "C18.bias", "C18.off_by", "C18.over_by", "C18.forecast_offered"]),
        ("benchmarks", []),
    ]

    @Test("with one optional table away the figures that need it, and no others, are not supplied")
    func oneAway() async throws {
        let force = try SchemaForce()
        #expect(Set(force.schemas.filter(\.isOptional).map(\.name)) == Set(Self.needs.map(\.table)))
        #expect(try await force.notSupplied(without: []) == [])
        for (table, figures) in Self.needs {
            #expect(try await force.notSupplied(without: [table]) == figures, "\(table)")
        }
    }

    @Test("with all of them away the run publishes and says what is not supplied")
    func allAway() async throws {
        let force = try SchemaForce()
        let away = Self.needs.map(\.table)
        let expected = Self.needs.reduce(into: Set<String>()) { $0.formUnion($1.figures) }
        #expect(try await force.notSupplied(without: away) == expected)
        let report = await force.run()
        #expect(report.failure == [])
        #expect(report.exitCode == 0)
        let table = readTable(try System.read("\(force.folder.path)/out/latest/results.csv"))
        let (kpi, state) = (table.header.firstIndex(of: "kpi"), table.header.firstIndex(of: "state"))
        let lines = try table.records.filter { $0[try #require(state)] == "not_supplied" }
        #expect(Set(try lines.map { $0[try #require(kpi)] }) == expected)
        let record = try force.folder.text("out/latest/run.json")
        for table in away where !["rso_visits", "benchmarks"].contains(table) {
            #expect(record.contains("\"\(table)\""), "\(table)")
        }
    }
}
