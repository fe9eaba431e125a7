import PipelineRunner
import RunStore
import Testing

@Suite("A run that fails leaves latest alone and says why")
struct FailedRunTests {
    private func fails(
        _ force: SmallForce, _ code: Int32, _ outcome: String = "failed", _ run: () async -> RunReport
    ) async throws {
        let before = try force.published()
        let latest = force.latest
        let report = await run()
        #expect(report.exitCode == code)
        #expect(report.summary == [])
        #expect(report.failure.count <= 15)
        #expect(report.failure.last?.hasPrefix("next: pipeline ") == true)
        #expect(try force.published() == before)
        #expect(force.latest == latest)
        let status = try force.folder.text("out/status.json")
        #expect(status.contains("\"outcome\": \"\(outcome)\""))
        #expect(status.contains("\"exit_code\": \(code)"))
        #expect(try force.folder.text("out/status.html").contains("latest figures are as they were"))
    }

    @Test("an export without a mapped column: 65")
    func header() async throws {
        let force = try SmallForce()
        _ = await force.run()
        try force.write(calls: SmallForce.calls(header: "Id,Line,Offered,Picked Up,Result"))
        try await fails(force, 65) { await force.run() }
    }

    @Test("no export: 66")
    func missing() async throws {
        let force = try SmallForce()
        _ = await force.run()
        try FileTree.remove("\(force.folder.path)/in/calls_20260930.csv")
        try await fails(force, 66) { await force.run() }
    }

    @Test("an export older than the one that was published: 66")
    func older() async throws {
        let force = try SmallForce()
        _ = await force.run()
        try FileTree.remove("\(force.folder.path)/in/calls_20260930.csv")
        try force.write(calls: SmallForce.calls(), dated: "20260929")
        try await fails(force, 66) { await force.run() }
    }

    @Test("a misspelt key: 78, even where only the status can be written")
    func definitions() async throws {
        let force = try SmallForce()
        _ = await force.run()
        try force.folder.write("Pipelines/small/settings.yaml", "- { shrt_abandon: 10 s, authority: CM/14 }\n")
        try await fails(force, 78) { await force.run() }
    }

    @Test("interrupted: 130, and the status says so")
    func interrupted() async throws {
        let force = try SmallForce()
        _ = await force.run()
        try force.write(calls: SmallForce.calls(slow: 5))
        let interruption = Interruption()
        interruption.interrupt(signal: 2)
        try await fails(force, 130, "interrupted") { await force.run(interruption: interruption) }
    }

    @Test("another run holds the lock: 75, and nothing is touched")
    func locked() async throws {
        let force = try SmallForce()
        _ = await force.run()
        let lock = try RunLock(
            state: "\(force.folder.path)/state", process: 4711, started: "2026-10-01T02:14:07Z", host: "night")
        let before = try force.folder.contents()
        let report = await force.run()
        #expect(
            report.failure == [
                "pipeline run: failed with exit code 75, nothing was published",
                "error: another run holds the lock: process 4711, started 2026-10-01T02:14:07Z, host night [E0751]",
                "    help: wait for it to end, then run again; a run that was killed holds no lock",
                "next: pipeline run --pipeline \(force.folder.path)/Pipelines/small",
            ])
        #expect(report.exitCode == 75)
        #expect(try force.folder.contents() == before)
        withExtendedLifetime(lock) {}
    }

    @Test("something left out: 3 and published; under --strict 65 and not")
    func strict() async throws {
        let force = try SmallForce()
        _ = await force.run()
        let spoilt = SmallForce.calls().split(separator: "\n").enumerated()
            .map { $0 > 30 ? $1.split(separator: ",").dropLast().joined(separator: ",") + ",puzzling" : String($1) }
        try force.write(calls: spoilt.joined(separator: "\n") + "\n")
        try await fails(force, 65) { await force.run(isStrict: true) }
        let latest = force.latest
        let report = await force.run()
        #expect(report.exitCode == 3)
        #expect(force.latest != latest)
        #expect(try force.folder.text("out/status.json").contains("\"outcome\": \"published_in_part\""))
    }
}
