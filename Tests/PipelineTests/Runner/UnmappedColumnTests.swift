import Compute
import Definitions
import Ingest
import PipelineRunner
import Reporting
import RunStore
import Tables
import Testing

@Suite("A force whose exports do not say everything")
struct UnmappedColumnTests {
    private static func reasons(_ figures: [UncomputedFigure]) -> [String: String] {
        Dictionary(
            uniqueKeysWithValues: figures.filter { $0.state == .notComputable }.map { ($0.kpi, $0.because) })
    }

    /// What is said of outcomes and of attendance, from the catalogue (DOMAIN.md 7.2, 7.3), and what rests on neither.
    private static let ofOutcomes: Set<String> = ["I17", "I18", "I19", "I20", "I21", "I22", "I23", "I24", "I27"]
    private static let ofAttendance: Set<String> = ["A01", "A01b", "A02", "A03", "A05", "A06", "A15", "Q02"]
    private static let ofNeither: Set<String> = ["C01", "C05", "C10", "R01", "R05", "I29", "I29.crimes", "I26"]

    @Test("crimes without their own outcome have the history's, and none where that is away too")
    func outcomes() async throws {
        let force = try SchemaForce(unmapped: ["crimes": ["outcome_code", "outcome_at"]])
        #expect(Self.reasons(try await force.uncomputed(without: [])) == [:])
        let found = Self.reasons(try await force.uncomputed(without: ["outcomes"]))
        #expect(Self.ofOutcomes.isSubset(of: found.keys))
        #expect(Self.ofAttendance.union(Self.ofNeither).isDisjoint(with: found.keys))
        #expect(
            Set(found.values) == ["crimes.outcome_at not mapped by crimes, and no source supplies outcomes"])
    }

    @Test("logs without their own arrival have that of the units sent, and none where those are away too")
    func arrivals() async throws {
        let force = try SchemaForce(unmapped: ["incidents": ["first_arrived_at", "first_assigned_at"]])
        #expect(Self.reasons(try await force.uncomputed(without: [])) == [:])
        let found = Self.reasons(try await force.uncomputed(without: ["incident_resources"]))
        #expect(Self.ofAttendance.isSubset(of: found.keys))
        #expect(Self.ofOutcomes.union(Self.ofNeither).isDisjoint(with: found.keys))
        #expect(
            found["A01"]
                == "incidents.first_arrived_at not mapped by incidents, and no source supplies incident_resources")
    }

    @Test("no figure is placed in time by a column that nobody maps")
    func timeless() async throws {
        let force = try SchemaForce(unmapped: ["crimes": ["cancelled_at"]])
        let found = Self.reasons(try await force.uncomputed(without: []))
        #expect(
            found == [
                "R06": "crimes.cancelled_at not mapped by crimes",
                "R06.cancelled": "crimes.cancelled_at not mapped by crimes",
                "R06.approved": "crimes.cancelled_at not mapped by crimes",
            ])
    }

    @Test("rules that ask for what nobody says are not checked, and no row is rejected for it")
    func rules() async throws {
        let force = try SchemaForce(unmapped: ["crimes": ["outcome_code", "outcome_at"]])
        try force.folder.write(
            "in/crimes.csv", try force.folder.text("in/crimes.csv").replacing(",open,", with: ",closed,"))
        for (away, rules) in [([], ["DQ19a", "DQ19d"]), (["outcomes"], [])] {
            _ = try await force.uncomputed(without: away)
            let report = await force.run()
            #expect(report.failure == [], "\(away)")
            let record = try force.folder.text("out/latest/run.json")
            #expect(["DQ19a", "DQ19d"].filter { record.contains("\"\($0)\"") } == rules, "\(away)")
            let table = readTable(try System.read("\(force.folder.path)/out/latest/results.csv"))
            func column(_ name: String) throws -> Int { try #require(table.header.firstIndex(of: name)) }
            let (kpi, period, value) = (try column("kpi"), try column("period"), try column("value"))
            let crimes = table.records.first { $0[kpi] == "R06.recorded" && $0[period] == "2026-09" }
            #expect(crimes?[value] == "1", "\(away)")
        }
    }

    @Test("a source looked at by itself: what the force's other sources feed counts as supplied")
    func alone() async throws {
        let force = try SchemaForce()
        // A closed crime that leaves its outcome to the history of outcomes.
        let table = readTable(Array(try force.folder.text("in/crimes.csv").utf8))
        var record = try #require(table.records.first)
        record[try #require(table.header.firstIndex(of: "status"))] = "closed"
        record[try #require(table.header.firstIndex(of: "outcome_code"))] = ""
        try force.folder.write(
            "in/crimes.csv", "\(table.header.joined(separator: ","))\n\(record.joined(separator: ","))\n")
        let whole = try loadPipeline(folder: "\(force.folder.path)/Pipelines/whole")
        let alone = whole.with(sources: whole.sources.filter { $0.name == "crimes" })
        try FileTree.remove("\(force.folder.path)/Pipelines/whole/sources/outcomes.yaml")
        let without = try loadPipeline(folder: "\(force.folder.path)/Pipelines/whole")
        let zone = try readZone(whole.timeZone)
        let asOf = AsOf(endOf: CivilDate(year: 2026, month: 9, day: 30), in: zone)
        for (definition, failures) in [(alone, 0), (without, 1)] {
            let found = try await ingest(definition, asOf: asOf, zone: zone, options: IngestOptions(jobs: 1))
            #expect(found.ruleCounts.filter { $0.rule == "DQ19a" }.map(\.count) == [failures])
        }
    }
}
