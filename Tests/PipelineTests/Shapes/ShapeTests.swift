import Reporting
import Testing

@testable import PipelineRunner

@Suite("The same force in exports of different shapes")
struct ShapeTests {
    @Test("figures, breakdowns and exclusions are the same to the byte", arguments: [UInt64](1...3))
    func sameFigures(seed: UInt64) async throws {
        let logs = ShapeLog.all(seed: seed)
        let plain = try ShapeForce(.files, logs)
        let report = await plain.run()
        #expect(report.failure == [])
        let results = try plain.published("results.csv")
        let table = readTable(Array(results.utf8))
        let kpi = try #require(table.header.firstIndex(of: "kpi"))
        let state = try #require(table.header.firstIndex(of: "state"))
        #expect(table.records.contains { $0[kpi] == "A01" && $0[state] == "ok" })
        for shape in [ShapeForce.Shape.logUnits, .clocks] {
            let other = try ShapeForce(shape, logs)
            #expect(await other.run().failure == [])
            for name in ["results.csv", "breakdowns.csv", "exclusions.csv"] {
                let (mine, theirs) = (ofRows(try plain.published(name)), ofRows(try other.published(name)))
                #expect(mine.count > 1)
                #expect(mine == theirs, "\(name) of \(shape)")
            }
        }
    }

    /// The lines of figures of rows; those of files and rules (Q01 and others over `ledger` and `rule_hits`) say of which
    /// shape the exports are.
    private func ofRows(_ text: String) -> [Substring] {
        let ofFiles = ["Q01", "Q03", "Q04", "Q06", "Q11", "Q12,"]
        return text.split(separator: "\r\n").filter { line in !ofFiles.contains { line.hasPrefix($0) } }
    }

    @Test("every record of the shared export is accounted for, for each of its two sources")
    func ledger() async throws {
        let force = try ShapeForce(.logUnits, ShapeLog.all(seed: 1))
        _ = await force.run()
        let table = readTable(Array(try force.published("sources.csv").utf8))
        #expect(table.records.map { $0[0] } == ["logs", "units"])
        for record in table.records {
            let counts = record[4...12].compactMap { Int($0) }
            #expect(counts.count == 9)
            #expect(counts[0] == counts.dropFirst().reduce(0, +))
        }
    }
}
