import Definitions
import RunStore
import Tables
import Testing

@testable import PipelineRunner

@Suite("Doctor says what a night needs and lacks")
struct DoctorTests {
    private func findings(_ force: SmallForce, at time: String = "2026-10-01T08:00:00Z") -> [DoctorFinding] {
        examine(
            folder: "\(force.folder.path)/Pipelines/small", overrides: .init(), since: 26 * 3_600_000, now: utc(time))
    }

    private func line(_ what: String, _ findings: [DoctorFinding]) -> String? {
        findings.first { $0.what == what }?.line
    }

    @Test("before the first run: nothing was published, and that is said")
    func new() throws {
        let force = try SmallForce()
        let found = findings(force)
        #expect(line("last attempt", found) == "attention  last attempt: none yet; do: pipeline run")
        #expect(
            line("last success", found)
                == "attention  last success: never; do: pipeline run; what prevents it is in status.html")
        #expect(
            line("output", found)
                == "ok         output: \(force.folder.path)/out is not there yet; the first run makes it")
        #expect(line("history", found) == "ok         history: none yet; the next run begins one")
        #expect(line("lock", found) == "ok         lock: no run is at work")
        #expect(
            line("freshness", found) == "ok         freshness: no source says by when it expects its export")
        #expect(try force.folder.contents().keys.allSatisfy { $0.hasPrefix("Pipelines/") || $0.hasPrefix("in/") })
    }

    @Test("after a good night only what is too long ago needs attention")
    func good() async throws {
        let force = try SmallForce()
        _ = await force.night(at: "2026-10-01T02:00:00Z")
        let run = try #require(force.latest?.split(separator: "/").last)
        let found = findings(force)
        #expect(
            line("last attempt", found)
                == "ok         last attempt: published, exit code 0, at 2026-10-01T02:00:00Z")
        #expect(
            line("last success", found)
                == "ok         last success: 2026-10-01T02:00:00Z, run \(run), data to 2026-09-30")
        #expect(line("output", found) == "ok         output: \(force.folder.path)/out, mode 0750")
        #expect(line("state", found) == "ok         state: \(force.folder.path)/state, mode 0700")
        #expect(
            line("last success", findings(force, at: "2026-10-02T04:00:01Z"))
                == "attention  last success: 2026-10-01T02:00:00Z, run \(run), data to 2026-09-30, longer ago than 26 h; "
                + "do: see that the schedule is at work (pipeline schedule), and read \(force.folder.path)/out/status.html"
        )
    }

    @Test("broken definitions are said, and the rest is still looked at")
    func broken() async throws {
        let force = try SmallForce()
        _ = await force.night(at: "2026-10-01T02:00:00Z")
        try force.folder.write(
            "Pipelines/small/settings.yaml", "settings:\n- { shrt_abandon: 10 s, authority: CM/14 }\n")
        let found = findings(force)
        #expect(line("definitions", found)?.hasPrefix("attention  definitions: \(force.folder.path)/Pipelines") == true)
        #expect(line("last success", found)?.hasPrefix("ok         last success: 2026-10-01T02:00:00Z") == true)
    }

    @Test("a lock that is held, rights that are too wide, an export that is late")
    func attention() async throws {
        let force = try SmallForce()
        try force.declare(source: "freshness: { expected_by: \"06:30\" }")
        _ = await force.night(at: "2026-10-01T02:00:00Z")
        let path = force.folder.path
        try System.protectFolder("\(path)/state", mode: 0o755)
        let lock = try RunLock(
            state: "\(path)/state", process: 4711, started: "2026-10-02T01:00:00Z", host: "night")
        let found = findings(force, at: "2026-10-02T08:00:00Z")
        #expect(
            line("state", found)
                == "attention  state: \(path)/state has the mode 0755, more than 0700; do: chmod 0700 \(path)/state")
        #expect(
            line("lock", found)
                == "attention  lock: a run is at work: process 4711, started 2026-10-02T01:00:00Z, host night, for more "
                + "than 6 h; do: look at that process; end it if it hangs")
        #expect(
            line("freshness of phones", found)
                == "attention  freshness of phones: late: expected by 2 Oct 2026 06:30; the newest file is "
                + "calls_20260930.csv; do: ask the supplier of calls_{yyyyMMdd}.csv for it")
        withExtendedLifetime(lock) {}
    }

    @Test("definitions of ours that are not as the package brought them")
    func ours() throws {
        let folder = try TemporaryFolder()
        try folder.write("usr/share/pipeline/peel/rules.yaml", "abc")
        // The sum of `abc` in RFC 1321.
        let sum = "900150983cd24fb0d6963f7d28e17f72"
        try folder.write("sums", "\(sum)  usr/share/pipeline/peel/rules.yaml\n\(sum)  usr/bin/pipeline\n")
        func lines() -> [String] { examineOurs(sums: "\(folder.path)/sums", root: folder.path).map(\.line) }
        #expect(lines() == ["ok         our definitions: 1 file, as the package brought them"])
        try folder.write("usr/share/pipeline/peel/rules.yaml", "abd")
        #expect(
            lines() == [
                "attention  our definitions: \(folder.path)/usr/share/pipeline/peel/rules.yaml not as the package brought "
                    + "it; do: install the package again; what a force does otherwise belongs into its own "
                    + "kpis/changes.yaml"
            ])
        #expect(examineOurs(sums: "\(folder.path)/none") == [])
    }
}
