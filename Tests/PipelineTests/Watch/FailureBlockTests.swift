import RunStore
import Testing

@testable import PipelineRunner

@Suite("A failure is told in at most 15 lines that end with what to type next")
struct FailureBlockTests {
    @Test("an output that cannot be made: 73")
    func output() async throws {
        let force = try SmallForce()
        try force.folder.write("out", "in the way")
        let path = force.folder.path
        let report = await force.run()
        #expect(report.exitCode == 73)
        #expect(
            report.failure == [
                "pipeline run: failed with exit code 73, nothing was published",
                "error: cannot create the folder \(path)/out: a file is in its place [E0601]",
                "    help: move that file away, or choose another folder",
                "next: pipeline run --pipeline \(path)/Pipelines/small",
            ])
    }

    @Test("thirty faults and a program that fails as well")
    func many() async throws {
        let force = try SmallForce()
        try force.declare(pipeline: "on_failure: [/bin/false]")
        let settings = (0..<30).map { "- { unknown_setting_\($0): 10 s, authority: CM/14 }\n" }.joined()
        try force.folder.write("Pipelines/small/settings.yaml", "settings:\n\(settings)")
        let report = await force.run()
        #expect(report.exitCode == 78)
        #expect(report.failure.count <= 15)
        #expect(report.failure.first == "pipeline run: failed with exit code 78, nothing was published")
        #expect(report.failure.contains { $0.hasPrefix("and ") && $0.hasSuffix(" more") })
        #expect(report.failure.contains("warning: /bin/false of on_failure ended with exit code 1 [E0760]"))
        #expect(report.failure.last == "next: pipeline check --pipeline \(force.folder.path)/Pipelines/small")
    }

    @Test("a night that succeeds, and one that waits, say nothing on standard error")
    func silence() async throws {
        let force = try SmallForce()
        try force.declare(source: "freshness: { expected_by: \"06:30\" }")
        #expect(await force.night(at: "2026-10-01T02:00:00Z").failure == [])
        #expect(await force.night(at: "2026-10-01T02:30:00Z").failure == [])
        #expect(await force.night(at: "2026-10-02T02:00:00Z").failure == [])
    }
}
