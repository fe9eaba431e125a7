import Definitions
import Foundation
import Tables
import Testing

/// The examples of the language reference are definitions that load.
@Suite struct ReferenceTests {
    static func text() throws -> String {
        try String(contentsOfFile: Catalogue.root + "/Pipelines/README.md", encoding: .utf8)
    }

    /// The YAML example that holds a text.
    private func example(_ wanted: String) throws -> String {
        let blocks = try Self.text().components(separatedBy: "```yaml\n").dropFirst()
            .compactMap { $0.components(separatedBy: "```").first }
        return try #require(blocks.first { $0.contains(wanted) }, "\(wanted)")
    }

    private func faults(_ path: String, _ text: String) throws -> [String] {
        var files = try Catalogue.loamshire().files.filter { $0.path != path && !$0.path.contains("/sources/") }
        files.append(.init(path: path, bytes: Array(text.utf8)))
        do {
            return try loadPipeline(files: files, folder: "x").warnings.map(\.description)
        } catch let error {
            return error.all.map(\.description)
        }
    }

    @Test func figuresAndChanges() throws {
        #expect(try faults("loamshire/kpis/local.yaml", example("id: L01")) == [])
        #expect(try faults("loamshire/kpis/local.yaml", "kpis:\n" + example("id: L02")) == [])
        #expect(try faults("loamshire/kpis/changes.yaml", example("id: C07")) == [])
    }

    @Test func settingsAndStandards() throws {
        let parts = try example("short_abandon: 10 s").components(separatedBy: "standards:\n")
        #expect(try faults("loamshire/settings.yaml", parts[0]) == [])
        #expect(try faults("loamshire/standards.yaml", "standards:\n" + parts[1]) == [])
    }

    @Test func sources() throws {
        let path = "loamshire/sources/calls.yaml"
        #expect(try faults(path, example("source: calls_acd")) == [])
        let head = "source: old\ntable: calls\nfiles: \"*.csv\"\n"
        let computed = try example("queue_time").replacing(
            "columns:\n", with: "columns:\n  call_id: { from: UCID }\n  channel: { constant: \"101\" }\n")
        #expect(try faults(path, head + computed) == [])
        #expect(try faults(path, head + example("on_gate: stop") + computed) == [])
    }

    @Test func figureExamplesAndRules() throws {
        let figure = "kpis:\n- id: L01\n  like: C01\n  name: x\n" + (try example("expect: { share: 50 }"))
        #expect(try faults("loamshire/kpis/local.yaml", figure) == [])
        #expect(try faults("peel/rules.yaml", "rules:\n" + example("id: DQ08a")) == [])
    }

    @Test func tablesAndRows() throws {
        let path = "peel/tables/example.yaml"
        #expect(try faults("peel/tables/incident_targets.yaml", example("key: [grade, place]") + "---\n" + codes) == [])
        #expect(try faults(path, example("table: waiting")) == [])
        #expect(try faults("loamshire/tables/incident_codes.yaml", example("- [BUR, crime, yes]")) == [])
        // The example of section 5 is our own table.
        #expect(try faults("peel/tables/example.yaml", example("humans:").replacing("contacts", with: "others")) == [])
    }

    private let codes = """
        table: incident_codes
        key: code
        columns: { code: text, category: text, has_victim: flag }
        rows: []
        """

    @Test func sourcesOfIncidents() throws {
        let path = "loamshire/sources/cad.yaml"
        #expect(try faults(path, example("source: command_logs")) == [])
        #expect(try faults(path, example("source: unit_rows_logs")) == [])
    }
}
