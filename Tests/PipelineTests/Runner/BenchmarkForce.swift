import RunStore
import Tables

@testable import PipelineRunner

/// The definitions of a benchmark in a folder of their own, with some exports.
struct BenchmarkForce {
    let folder: TemporaryFolder

    /// - Parameters:
    ///   - definitions: which of the benchmark's, as a path in their folder; nothing for those of the calls.
    ///   - added: what the definitions have besides, by the file at whose end it stands.
    init(
        _ definitions: String = "", adding added: [String: String] = [:], _ exports: [(name: String, text: String)]
    ) throws {
        folder = try TemporaryFolder()
        let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let benchmark = "\(root)/Benchmarks/definitions/\(definitions)"
        for name in FileTree.files(in: benchmark) {
            try folder.write("definitions/\(name)", try System.read("\(benchmark)/\(name)"))
        }
        for (name, text) in added {
            try folder.write("definitions/\(name)", try folder.text("definitions/\(name)") + text)
        }
        try folder.write(
            "definitions/force/pipeline.yaml",
            """
            force: Benchmark
            extends: ../base
            inputs: ../../in
            output: ../../out
            state: ../../state
            marking: OFFICIAL
            time_zone: Europe/London

            """)
        for export in exports { try folder.write("in/\(export.name)", export.text) }
    }

    func run(jobs: Int, chunkBytes: Int) async -> RunReport {
        await runPipeline(
            RunRequest(
                folder: "\(folder.path)/definitions/force", asOf: CivilDate("2026-09-30"), jobs: jobs,
                chunkBytes: chunkBytes))
    }

    /// What was published and put aside, by name; only what does not name the definitions.
    func figures() throws -> [String: [UInt8]] {
        let wanted = ["results.csv", "breakdowns.csv", "exclusions.csv", "sources.csv", "findings.csv"]
        var found: [String: [UInt8]] = [:]
        for (name, bytes) in try folder.contents() {
            let last = String(name.split(separator: "/").last ?? "")
            if name.hasPrefix("out/2026"), wanted.contains(last) { found[last] = bytes }
            if name.hasPrefix("state/quarantine/") { found[name] = bytes }
            if name.hasPrefix("out/2026"), last == "run.json" {
                let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
                for (name, mark) in [("rules", "\"rule\""), ("links", "\"relation\"")] {
                    found[name] = Array(lines.filter { $0.contains(mark) }.joined(separator: "\n").utf8)
                }
            }
        }
        return found
    }
}
