import Reporting
import RunStore
import Tables
import Testing

@testable import PipelineRunner

@Suite("A run, from exports to latest")
struct RunPipelineTests {
    @Test("everything of the contract is published, and the checksums are those of the files")
    func published() async throws {
        let force = try SmallForce()
        let report = await force.run()
        #expect(report.failure == [])
        #expect(report.exitCode == 0)
        #expect(report.summary.count <= 40)
        #expect(report.summary.allSatisfy { $0.count <= 100 })
        let names = FileTree.files(in: "\(force.folder.path)/out/latest/.")
        let tables = [
            "breakdowns", "comparisons", "exclusions", "findings", "funnels", "kpis", "results", "sources", "triangles",
        ]
        let data =
            ["SHA256SUMS", "results.json", "results.schema.json", "run.json", "run.schema.json"]
            + tables.flatMap { ["\($0).csv", "\($0).csv-metadata.json"] }
        #expect(names.filter { !$0.hasPrefix("definitions/") && !isRendered($0) } == data.sorted())
        let pages = ["definitions.html", "index.html", "peel-kpis.xlsx", "peel.html", "quality.html"]
        #expect(names.filter { isRendered($0) && !$0.contains("/") } == pages)
        #expect(names.contains("definitions/small/sources/calls.yaml"))
        #expect(names.contains("definitions/peel/kpis/calls.yaml"))
        let sums = try force.folder.text("out/latest/SHA256SUMS").split(separator: "\n")
        #expect(sums.count == names.count - 1)
        for line in sums {
            let parts = line.split(separator: " ").map(String.init)
            #expect(sha256Text(try System.read("\(force.folder.path)/out/latest/\(parts[1])")) == parts[0])
        }
    }

    @Test("36 of 40 calls in time are 90%, and every row's counts add up")
    func figures() async throws {
        let force = try SmallForce()
        _ = await force.run()
        for name in ["results.csv", "breakdowns.csv"] {
            let table = readTable(try System.read("\(force.folder.path)/out/latest/\(name)"))
            #expect(table.header == resultColumns)
            func cell(_ record: [String], _ column: String) -> String {
                table.header.firstIndex(of: column).map { record[$0] } ?? ""
            }
            for record in table.records where !cell(record, "considered").isEmpty {
                let parts = ["denominator", "missing", "not_due", "excluded"].map { Int(cell(record, $0)) ?? -1 }
                #expect(Int(cell(record, "considered")) == parts.reduce(0, +))
            }
            guard name == "results.csv" else { continue }
            let row = try #require(table.records.first { cell($0, "kpi") == "C01" && cell($0, "period") == "2026-09" })
            #expect(["value", "numerator", "denominator", "state"].map { cell(row, $0) } == ["90", "36", "40", "ok"])
        }
        let sources = readTable(try System.read("\(force.folder.path)/out/latest/sources.csv"))
        #expect(
            sources.records.map { Array($0[3...12]) } == [
                ["2026-09-30", "41", "1", "40", "0", "0", "0", "0", "0", "0"]
            ])
    }

    @Test("the same again is up to date and changes no published byte")
    func again() async throws {
        let force = try SmallForce()
        _ = await force.run()
        let before = try force.published()
        let report = await force.run()
        #expect(report.exitCode == 0)
        #expect(report.summary.last?.hasPrefix("up to date, nothing rewritten: ") == true)
        #expect(try force.published() == before)
        #expect(try force.folder.text("out/status.json").contains("\"outcome\": \"up_to_date\""))
    }

    @Test("jobs and chunks never show in what is published")
    func deterministic() async throws {
        let force = try SmallForce()
        _ = await force.run(jobs: 1)
        let before = try force.published()
        try FileTree.remove("\(force.folder.path)/out")
        _ = await force.run(jobs: 8, chunkBytes: 64)
        #expect(try force.published() == before)
    }

    @Test("what is published and kept has the modes of the contract")
    func modes() async throws {
        let force = try SmallForce()
        _ = await force.run()
        let path = force.folder.path
        #expect(try System.mode(of: "\(path)/out") == 0o750)
        #expect(try System.mode(of: "\(path)/out/status.html") == 0o640)
        #expect(try System.mode(of: "\(path)/out/latest/results.csv") == 0o640)
        #expect(try System.mode(of: "\(path)/state") == 0o700)
        #expect(try System.mode(of: "\(path)/state/lock") == 0o600)
        for name in FileTree.files(in: "\(path)/state/runs") {
            #expect(try System.mode(of: "\(path)/state/runs/\(name)") == 0o600)
        }
    }

    @Test("nothing published names a folder of this machine")
    func noPaths() async throws {
        let force = try SmallForce()
        _ = await force.run()
        for (name, bytes) in try force.published() where !name.contains("definitions/") {
            #expect(!String(decoding: bytes, as: UTF8.self).contains(force.folder.path), "\(name)")
        }
    }
}
