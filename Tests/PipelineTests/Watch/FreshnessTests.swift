import Definitions
import PipelineRunner
import RunStore
import Tables
import Testing

@Suite("How new and how full a source must be")
struct FreshnessTests {
    private func outcome(_ freshness: String, count: Int = 40, more: String = "") async throws -> (
        SmallForce, RunReport
    ) {
        let force = try SmallForce()
        try force.declare(source: "freshness: { \(freshness) }\n\(more)")
        try force.write(calls: SmallForce.calls(count: count))
        return (force, await force.run())
    }

    /// What the declaration must find, of calls every 18 hours from 1 September 2026.
    static let findings = [
        (
            "newest_record: { LIMIT: 17 h }", 40, "E0521",
            "phones: the newest record is of 30 Sep 2026 06:00, 18 h before the end of 30 Sep 2026; expected at most 17 h"
        ),
        (
            "minimum_rows: { LIMIT: 41 }", 40, "E0523",
            "phones: the newest export, calls_20260930.csv, has 40 accepted rows; expected at least 41"
        ),
        (
            "same_weekday: { LIMIT: 20% }", 39, "E0524",
            "phones: 0 rows on 30 Sep 2026 and 1 a week before (0%); expected at least 20%"
        ),
        (
            "days_missing: { LIMIT: 3 }", 36, "E0525",
            "phones: no row on 3 of the 28 days to 30 Sep 2026, 28 Sep 2026, 29 Sep 2026, 30 Sep 2026; expected fewer "
                + "than 3"
        ),
    ]

    @Test("beyond a failing limit: 66 and nothing published", arguments: findings)
    func fails(_ freshness: String, _ count: Int, _ code: String, _ message: String) async throws {
        let (force, report) = try await outcome(
            freshness.split(separator: "LIMIT").joined(separator: "fail"), count: count)
        #expect(report.exitCode == 66)
        #expect(report.failure[1].hasSuffix("/sources/calls.yaml:1:1: error: \(message) [\(code)]"))
        #expect(force.latest == nil)
    }

    @Test("beyond a warning one: published, with a warning", arguments: findings)
    func warns(_ freshness: String, _ count: Int, _ code: String, _ message: String) async throws {
        let (force, report) = try await outcome(
            freshness.split(separator: "LIMIT").joined(separator: "warn"), count: count)
        #expect(report.exitCode == 0)
        #expect(
            try force.folder.text("out/status.json").contains(
                "{\"severity\": \"warning\", \"code\": \"\(code)\", \"message\": \"\(message)\""))
    }

    @Test("beyond a failing one of a source that may be left out: 3, and its file is marked", arguments: findings)
    func leavesOut(_ freshness: String, _ count: Int, _ code: String, _ message: String) async throws {
        let (force, report) = try await outcome(
            freshness.split(separator: "LIMIT").joined(separator: "fail"), count: count, more: "on_gate: leave_out")
        #expect(report.exitCode == 3)
        #expect(try force.folder.text("out/latest/sources.csv").contains(",,stale\r\n"))
        #expect(try force.folder.text("out/status.json").contains("source phones is left out: \(message)"))
    }

    @Test("within all limits there is nothing to say")
    func passes() async throws {
        let (force, report) = try await outcome(
            "newest_record: { warn: 18 h, fail: 26 h }, minimum_rows: { warn: 40, fail: 1 }, "
                + "same_weekday: { warn: 100%, fail: 20% }, days_missing: { warn: 1 }, arrival: { warn: 1 h }")
        #expect(report.exitCode == 0)
        #expect(try force.status("messages") == "[]")
    }

    @Test("a file that arrived too long ago: only the clock of a nightly run can tell")
    func arrival() async throws {
        let started = System.now
        let force = try SmallForce()
        try force.declare(source: "freshness: { arrival: { warn: 26 h, fail: 50 h } }")
        #expect(await force.run().exitCode == 0)
        let warned = await force.night(at: started + 26 * 3_600_000 + 600_000)
        #expect(warned.exitCode == 0)
        #expect(
            try force.folder.text("out/status.json").contains(
                "phones: the newest file, calls_20260930.csv, arrived 26 h 10 min before the run; expected at most 26 h"
            ))
        for (name, bytes) in try force.published() {
            #expect(!String(decoding: bytes, as: UTF8.self).contains("26 h 10 min"), "\(name)")
        }
        let report = await force.night(at: started + 52 * 3_600_000)
        #expect(report.exitCode == 66)
        #expect(
            report.failure[1].hasSuffix(
                "error: phones: the newest file, calls_20260930.csv, arrived 52 h before the run; expected at most 50 h "
                    + "[E0522]"))
    }

    @Test("what a declaration may not say")
    func definitions() async throws {
        for (freshness, message) in [
            ("expected_by: 25:00", "`expected_by` is `25:00`, but must be a time of the day such as 06:30"),
            ("newest_record: { warn: 50 h, fail: 26 h }", "`newest_record` of `freshness` fails before it warns"),
            ("minimum_rows: { warn: 1, fail: 10 }", "`minimum_rows` of `freshness` fails before it warns"),
            ("same_weekday: { fail: 0% }", "`fail` is 0, below which no day can lie"),
            ("days_missing: {}", "`days_missing` of `freshness` says neither when to warn nor when to fail"),
            ("arrival: { warn: soon }", "`warn` is `soon`, but must be a duration such as 26 h"),
            ("expectd_by: \"06:30\"", "unknown key `expectd_by` in `freshness`"),
        ] {
            let (_, report) = try await outcome(freshness)
            #expect(report.exitCode == 78)
            #expect(report.failure.contains { $0.contains("error: \(message)") }, "\(report.failure)")
        }
    }
}
