import Ingest
import RunStore
import Tables

@testable import PipelineRunner

/// London's clocks, which changed on 29 March and 25 October 2026.
func london() throws -> ZoneTable { try readZone("Europe/London") }

/// An instant of UTC: `2026-10-01T05:29:59Z`.
func utc(_ text: String) -> Int64 {
    let day = CivilDate(String(text.prefix(10))).map { Int64($0.days) * 86_400_000 } ?? 0
    let parts = text.dropFirst(11).dropLast().split(separator: ":").compactMap { Int64($0) }
    return day + ((parts[0] * 60 + parts[1]) * 60 + parts[2]) * 1000
}

extension SmallForce {
    /// Declares the source anew with more keys, such as its freshness.
    func declare(source more: String) throws {
        let path = "Pipelines/small/sources/calls.yaml"
        let plain = try folder.text(path).split(separator: "columns:")
        try folder.write(path, "\(plain[0].prefix { $0 != "#" })# more\n\(more)\ncolumns:\(plain[plain.count - 1])")
    }

    /// Adds keys to pipeline.yaml.
    func declare(pipeline more: String) throws {
        try folder.write(
            "Pipelines/small/pipeline.yaml", try folder.text("Pipelines/small/pipeline.yaml") + more + "\n")
    }

    /// A run as the schedule starts it, at an instant of UTC.
    func night(at time: String, isDryRun: Bool = false, log: String? = nil) async -> RunReport {
        await night(at: utc(time), isDryRun: isDryRun, log: log)
    }

    func night(at now: Int64, isDryRun: Bool = false, log: String? = nil) async -> RunReport {
        await runPipeline(
            RunRequest(
                folder: "\(folder.path)/Pipelines/small", isDryRun: isDryRun, jobs: 2, log: log, now: { now }))
    }

    /// What stands in `status.json` beside a name, up to the end of its line.
    func status(_ name: String) throws -> String? {
        try folder.text("out/status.json").split(separator: "\n").first { $0.hasPrefix("  \"\(name)\": ") }
            .map { line in
                let value = line.dropFirst(name.count + 6)
                return String(value.hasSuffix(",") ? value.dropLast() : value)
            }
    }
}
