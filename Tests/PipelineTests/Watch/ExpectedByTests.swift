import Definitions
import Ingest
import PipelineRunner
import RunStore
import Tables
import Testing

@Suite("An export that is expected by a time of the morning")
struct ExpectedByTests {
    @Test(
        "a time that clocks skip moves on, and of one that occurs twice the first counts",
        arguments: [
            ("2026-09-30", 390, "2026-10-01T05:30:00Z"),
            ("2026-03-28", 90, "2026-03-29T01:30:00Z"),
            ("2026-03-28", 135, "2026-03-29T01:15:00Z"),
            ("2026-10-24", 90, "2026-10-25T00:30:00Z"),
            ("2026-10-24", 135, "2026-10-25T02:15:00Z"),
            ("2026-12-31", 0, "2027-01-01T00:00:00Z"),
        ])
    func due(_ asOf: String, _ minutes: Int, _ expected: String) throws {
        let day = try #require(CivilDate(asOf))
        #expect(Freshness(expectedBy: minutes).due(after: day, in: try london()) == utc(expected))
    }

    private func force(_ expectedBy: String, more: String = "") throws -> SmallForce {
        let force = try SmallForce()
        try force.declare(source: "freshness: { expected_by: \"\(expectedBy)\" }\n\(more)")
        return force
    }

    @Test("before that time the run waits: exit 0, latest as it was, and the status says for what and until when")
    func waiting() async throws {
        let force = try force("06:30")
        #expect(await force.night(at: "2026-10-01T02:00:00Z").exitCode == 0)
        let latest = force.latest
        let before = try force.published()
        let report = await force.night(at: "2026-10-02T05:29:59Z")
        #expect(
            report
                == RunReport(
                    exitCode: 0,
                    summary: [
                        "waiting for the export of phones, expected by 2 Oct 2026 06:30; nothing was published"
                    ]))
        #expect(force.latest == latest)
        #expect(try force.published() == before)
        #expect(try force.status("outcome") == "\"waiting\"")
        #expect(try force.status("exit_code") == "0")
        #expect(try force.status("next_step") == "\"Nothing: the next run looks again for what is named below.\"")
        #expect(
            try force.folder.text("out/status.json").contains(
                """
                {"source": "phones", "state": "waiting", "files": 0, "accepted": 0, "rejected": 0, \
                "newest_record": "", "expected_by": "2026-10-02T06:30:00+01:00"}
                """))
        #expect(try force.folder.text("out/status.html").contains("waiting for the export of phones"))
        #expect(try force.status("last_success")?.contains("\"ended\": \"2026-10-01T02:00:00Z\"") == true)
    }

    @Test("from that time on it is late: exit 66, the last success not forgotten")
    func late() async throws {
        let force = try force("06:30")
        _ = await force.night(at: "2026-10-01T02:00:00Z")
        let latest = force.latest
        let report = await force.night(at: "2026-10-02T05:30:00Z")
        #expect(report.exitCode == 66)
        let path = force.folder.path
        #expect(
            report.failure == [
                "pipeline run: failed with exit code 66, nothing was published",
                "\(path)/Pipelines/small/sources/calls.yaml:1:1: error: phones: the export expected by 2 Oct 2026 06:30 "
                    + "is not there; the newest file is calls_20260930.csv [E0520]",
                "    help: ask the supplier of calls_{yyyyMMdd}.csv for it; the next run that finds it publishes",
                "all of it: \(path)/out/status.html",
                "next: pipeline check --pipeline \(path)/Pipelines/small",
            ])
        #expect(force.latest == latest)
        #expect(try force.folder.text("out/status.json").contains("{\"source\": \"phones\", \"state\": \"late\""))
        #expect(try force.status("last_success")?.contains("\"ended\": \"2026-10-01T02:00:00Z\"") == true)
    }

    @Test("no file at all waits and is late in the same way")
    func nothing() async throws {
        let force = try force("06:30")
        try FileTree.remove("\(force.folder.path)/in/calls_20260930.csv")
        #expect(await force.night(at: "2026-10-01T05:29:00Z").summary.count == 1)
        let report = await force.night(at: "2026-10-01T05:31:00Z")
        #expect(report.exitCode == 66)
        #expect(report.failure[1].hasSuffix("is not there; there is no file at all [E0520]"))
    }

    @Test(
        "the nights of both clock changes",
        arguments: [
            ("2026-03-29T01:29:59Z", 0), ("2026-03-29T01:30:00Z", 66), ("2026-10-25T00:29:59Z", 0),
            ("2026-10-25T00:30:00Z", 66),
        ])
    func clocks(_ now: String, _ exitCode: Int32) async throws {
        let force = try force("01:30")
        try FileTree.remove("\(force.folder.path)/in/calls_20260930.csv")
        try force.write(calls: SmallForce.calls(), dated: "20260101")
        #expect(await force.night(at: now).exitCode == exitCode)
    }

    @Test("a source that may be left out is, when it is late: exit 3, and its files are marked")
    func leftOut() async throws {
        let force = try force("06:30", more: "on_gate: leave_out")
        _ = await force.night(at: "2026-10-01T02:00:00Z")
        #expect(await force.night(at: "2026-10-02T05:00:00Z").exitCode == 0)
        let report = await force.night(at: "2026-10-02T06:00:00Z")
        #expect(report.exitCode == 3)
        #expect(
            try force.folder.text("out/status.json").contains(
                "source phones is left out: the export that should be there is late"))
        let sources = try force.folder.text("out/latest/sources.csv")
        #expect(sources.contains(",2026-10-02T06:30:00+01:00,late"))
        let again = await force.night(at: "2026-10-02T06:30:00Z")
        #expect(again.summary.contains { $0.hasPrefix("up to date, nothing rewritten: ") })
    }

    @Test("a replay asks no clock")
    func replay() async throws {
        let force = try force("00:01")
        #expect(await force.run(asOf: "2026-10-05").exitCode == 0)
        let sources = try force.folder.text("out/latest/sources.csv")
        #expect(sources.contains(",2026-10-06T00:01:00+01:00,read"))
    }

    @Test("a newest record that is too old waits as well, as long as a newer export need not be there")
    func old() async throws {
        let force = try SmallForce()
        try force.declare(source: "freshness: { expected_by: \"06:30\", newest_record: { fail: 17 h } }")
        let early = await force.night(at: "2026-10-01T05:00:00Z")
        #expect(early.exitCode == 0)
        #expect(try force.status("outcome") == "\"waiting\"")
        #expect(await force.night(at: "2026-10-01T05:30:00Z").exitCode == 66)
    }
}
