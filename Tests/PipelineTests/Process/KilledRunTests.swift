import Glibc
import PipelineRunner
import RunStore
import Synchronization
import Testing

/// Runs that are ended from outside, as child processes.
@Suite("A run that is killed or told to stop", .serialized)
struct KilledRunTests {
    /// When to kill, seen from what the run has done by then.
    private enum Moment: Hashable, CustomStringConvertible {
        case looks(Int)
        case locked(looks: Int)
        case building(files: Int)
        case renamed
        case turned

        var description: String {
            switch self {
            case .looks(let count): "after \(count) looks"
            case .locked(let count): "\(count) looks after it took the lock"
            case .building(let files): "\(files) files built"
            case .renamed: "a second run in its place"
            case .turned: "latest turned"
            }
        }
    }

    private static let moments: [Moment] = [
        .looks(1), .looks(300), .locked(looks: 0), .locked(looks: 30), .locked(looks: 300), .locked(looks: 2000),
        .building(files: 1), .building(files: 2), .building(files: 8), .building(files: 30), .renamed, .turned,
    ]

    @Test("killed at a dozen moments: latest is whole every time, and the next run cleans up")
    func killed() async throws {
        let force = try SmallForce()
        #expect(await force.run().exitCode == 0)
        for (number, moment) in KilledRunTests.moments.enumerated() {
            // Other calls, so that another run is published.
            try force.write(calls: SmallForce.calls(slow: 5 + number))
            let before = force.latest
            let runs = FileTree.files(in: "\(force.folder.path)/out/2026-09-30").count
            let program = try force.start()
            let looks = Mutex(0)
            await program.run {
                switch moment {
                case .looks(let count):
                    looks.withLock {
                        $0 += 1
                        return $0 >= count
                    }
                case .locked(let count):
                    looks.withLock {
                        if $0 > 0 || force.isLocked(by: program) { $0 += 1 }
                        return $0 > count
                    }
                case .building(let files): force.building.count >= files
                case .renamed: FileTree.files(in: "\(force.folder.path)/out/2026-09-30").count > runs
                case .turned: force.latest != before
                }
            }
            program.send(SIGKILL)
            let end = try program.end()
            #expect(end.code == -SIGKILL || end.code == 0, "\(moment)")
            #expect(try force.damage() == [], "\(moment)")
        }
        try force.folder.write("out/.building-1-abc/results.csv", "half")
        try force.write(calls: SmallForce.calls(slow: 3))
        let last = try force.start().end()
        #expect(last.code == 0)
        #expect(last.errors == [])
        #expect(try force.damage() == [])
        #expect(
            System.names(in: "\(force.folder.path)/out") == ["2026-09-30", "latest", "status.html", "status.json"])
    }

    @Test("told to stop: 143 or 130, nothing published, no lock left", arguments: [SIGTERM, SIGINT])
    func stopped(signal: Int32) async throws {
        // On a busy machine a run may be over before it is told: then another force's is told.
        for _ in 0..<5 {
            if try await isStopped(by: signal) { return }
        }
        Issue.record("five runs ended before they could be told to stop")
    }

    /// False when the run was over first.
    private func isStopped(by signal: Int32) async throws -> Bool {
        let force = try SmallForce()
        #expect(await force.run().exitCode == 0)
        let latest = force.latest
        let before = try force.published()
        try force.write(calls: SmallForce.manyCalls())
        let program = try force.start()
        await program.run { force.isLocked(by: program) }
        program.send(signal)
        let end = try program.end()
        if end.code == 0, end.errors == [], force.latest != latest { return false }
        #expect(end.code == 128 + signal)
        #expect(end.errors == ["pipeline run: interrupted, nothing was published", "next: pipeline run"])
        #expect(force.latest == latest)
        #expect(try force.published() == before)
        #expect(force.building == [])
        #expect(try force.folder.text("out/status.json").contains("\"outcome\": \"interrupted\""))
        #expect(await force.run().exitCode == 0)
        #expect(force.latest != latest)
        return true
    }

    @Test("a second process while another holds the lock: 75 without waiting, naming it")
    func second() async throws {
        let force = try SmallForce()
        #expect(await force.run().exitCode == 0)
        let latest = force.latest
        // Held until the end of the test: whoever waited for it would wait for ever.
        let held = try RunLock(
            state: "\(force.folder.path)/state", process: 4711, started: "2026-09-30T03:30:00Z", host: "night")
        defer { withExtendedLifetime(held) {} }
        let second = try force.start().end()
        #expect(second.code == 75)
        #expect(
            second.errors == [
                "pipeline run: failed with exit code 75, nothing was published",
                "error: another run holds the lock: process 4711, started 2026-09-30T03:30:00Z, host night [E0751]",
                "    help: wait for it to end, then run again; a run that was killed holds no lock",
                "next: pipeline run --pipeline \(force.folder.path)/Pipelines/small",
            ])
        #expect(force.latest == latest)
    }
}
