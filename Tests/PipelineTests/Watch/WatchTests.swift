import Foundation
import RunStore
import Tables
import Testing

@testable import PipelineRunner
@testable import Reporting

@Suite("What watches a run: programs, metrics, a log")
struct WatchTests {
    /// A program that writes its environment into a file.
    private func teller(_ file: String) -> String {
        "[/bin/sh, -c, 'echo \"$PIPELINE_RUN $PIPELINE_EXIT_CODE $PIPELINE_STATUS\" > \"$0\"', \(file)]"
    }

    @Test("on_success and on_failure are told the run, the exit code and where the status is")
    func programs() async throws {
        let force = try SmallForce()
        let path = force.folder.path
        try force.declare(pipeline: "on_success: \(teller("\(path)/good"))\non_failure: \(teller("\(path)/bad"))")
        let report = await force.run()
        #expect(report.exitCode == 0)
        #expect(report.failure == [])
        let run = try #require(force.latest?.split(separator: "/").last)
        #expect(try force.folder.text("good") == "\(run) 0 \(path)/out/status.json\n")
        try FileTree.remove("\(path)/good")
        #expect(await force.run().exitCode == 0)
        try FileTree.remove("\(path)/in/calls_20260930.csv")
        #expect(await force.run().exitCode == 66)
        #expect(try force.folder.text("bad") == " 66 \(path)/out/status.json\n")
        // Nothing new was published.
        #expect(System.kind(of: "\(path)/good") == nil)
    }

    @Test("definitions at fault are told as well")
    func brokenDefinitions() async throws {
        let force = try SmallForce()
        try force.declare(pipeline: "on_failure: \(teller("\(force.folder.path)/bad"))")
        try force.folder.write("Pipelines/small/settings.yaml", "- { shrt_abandon: 10 s, authority: CM/14 }\n")
        #expect(await force.run().exitCode == 78)
        #expect(try force.folder.text("bad").hasPrefix(" 78 "))
    }

    @Test(
        "a program that fails is a warning: the run stays published",
        arguments: [
            ("[/bin/false]", "/bin/false of on_success ended with exit code 1"),
            ("[/nowhere/tell, x]", "/nowhere/tell of on_success could not be started"),
            ("[no-such-program-anywhere]", "no-such-program-anywhere of on_success could not be started"),
        ])
    func failingProgram(_ words: String, _ message: String) async throws {
        let force = try SmallForce()
        try force.declare(pipeline: "on_success: \(words)")
        let report = await force.run()
        #expect(report.exitCode == 0)
        #expect(report.failure == ["warning: \(message) [E0760]"])
        #expect(force.latest != nil)
        #expect(try force.folder.text("out/status.json").contains(message))
        #expect(try force.status("outcome") == "\"published\"")
    }

    @Test("a program that takes too long is ended")
    func slowProgram() async throws {
        let trouble = await startProgram(
            ["/bin/sleep", "600"], key: "on_success", environment: [:], limit: .milliseconds(20))
        #expect(trouble?.message == "/bin/sleep of on_success took longer than 0 s and was ended")
    }

    @Test("one text with spaces is no list of arguments: 78")
    func noShell() async throws {
        let force = try SmallForce()
        try force.declare(pipeline: "on_success: /bin/echo done")
        let report = await force.run()
        #expect(report.exitCode == 78)
        #expect(
            report.failure.contains { $0.contains("`on_success` is one text with spaces, and no shell takes it apart") }
        )
    }

    @Test("metrics are gauges that a collector can read, and a failure does not move the last success")
    func metrics() async throws {
        let force = try SmallForce()
        try force.declare(pipeline: "prometheus: ../../metrics/pipeline.prom")
        try FileTree.make("\(force.folder.path)/metrics", mode: 0o755)
        #expect(await force.night(at: "2026-10-01T02:00:00Z").exitCode == 0)
        var samples = try parse(force.folder.text("metrics/pipeline.prom"))
        let label = "force=\"Small Police\""
        let success = Double(utc("2026-10-01T02:00:00Z") / 1000)
        #expect(samples["pipeline_last_success_timestamp_seconds{\(label)}"] == success)
        #expect(samples["pipeline_last_exit_code{\(label)}"] == 0)
        #expect(samples["pipeline_input_rows{\(label),source=\"phones\"}"] == 40)
        // From 6:00 in summer time to 3:00 of the next morning.
        #expect(samples["pipeline_input_age_seconds{\(label),source=\"phones\"}"] == 75_600.0)
        try FileTree.remove("\(force.folder.path)/in/calls_20260930.csv")
        #expect(await force.night(at: "2026-10-02T02:00:00Z").exitCode == 66)
        samples = try parse(force.folder.text("metrics/pipeline.prom"))
        #expect(samples["pipeline_last_success_timestamp_seconds{\(label)}"] == success)
        #expect(samples["pipeline_last_run_timestamp_seconds{\(label)}"] == success + 86_400)
        #expect(samples["pipeline_last_exit_code{\(label)}"] == 66)
        #expect(try System.mode(of: "\(force.folder.path)/metrics/pipeline.prom") == 0o644)
        #expect(System.names(in: "\(force.folder.path)/metrics") == ["pipeline.prom"])
    }

    @Test("a label's quotes, backslashes and line ends are escaped; a success that never was is at 0")
    func labels() throws {
        let text = metricsText(
            RunMetrics(
                force: "A \"B\" \\ C\nD", started: 1500, ended: 4250, lastSuccess: nil, exitCode: 78, sources: [],
                passed: 0, failed: 0))
        let samples = try parse(text)
        #expect(samples["pipeline_last_success_timestamp_seconds{force=\"A \\\"B\\\" \\\\ C\\nD\"}"] == 0)
        #expect(samples["pipeline_duration_seconds{force=\"A \\\"B\\\" \\\\ C\\nD\"}"] == 2.75)
    }

    @Test("metrics and a log that cannot be written are warnings")
    func unwritable() async throws {
        let force = try SmallForce()
        try force.folder.write("file", "in the way")
        try force.declare(pipeline: "prometheus: ../../file/x.prom\nlog: ../../file/x.log")
        let report = await force.run()
        let path = force.folder.path
        #expect(report.exitCode == 0)
        #expect(report.failure.count == 2)
        #expect(report.failure[0].hasPrefix("warning: the metrics could not be written: cannot create \(path)/file/"))
        #expect(
            report.failure[1]
                == "warning: the log could not be written: cannot create \(path)/file/x.log: not a directory [E0761]")
        #expect(force.latest != nil)
    }

    @Test("a log has one JSON object per line, counts and codes, and nothing that the data say")
    func log() async throws {
        let force = try SmallForce()
        let log = "\(force.folder.path)/run.log"
        try force.write(
            calls: SmallForce.calls().split(separator: "\n").enumerated()
                .map { $0 == 5 ? "c4,999,yesterday,2026-09-04 00:00:05,puzzling" : String($1) }.joined(separator: "\n"))
        _ = await force.night(at: "2026-10-01T02:00:00Z", log: log)
        _ = await force.night(at: "2026-10-01T02:30:00Z", log: log)
        let lines = try force.folder.text("run.log").split(separator: "\n")
        let entries = try lines.map { line in
            try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
        let stages = entries.compactMap { $0["message"] as? String }.filter { $0 != "finding" }
        #expect(
            stages == [
                "run started", "definitions read", "exports read", "figures computed", "files rendered", "run ended",
                // The second finds that all is published once it has read, and computes nothing.
                "run started", "definitions read", "exports read", "run ended",
            ])
        let read = try #require(entries.first { $0["message"] as? String == "exports read" })
        #expect(read["rejected"] as? Int == 1)
        #expect(read["accepted"] as? Int == 39)
        #expect(read["time"] as? String == "2026-10-01T02:00:00Z")
        #expect(entries.contains { $0["code"] as? String == "V01" && $0["level"] as? String == "warning" })
        #expect(entries.last?["outcome"] as? String == "up_to_date")
        for word in ["puzzling", "yesterday", "c4"] { #expect(!lines.contains { $0.contains(word) }) }
    }

    /// Reads the text format as a collector does; anything it would refuse is an error here.
    private func parse(_ text: String) throws -> [String: Double] {
        var samples: [String: Double] = [:]
        var described: Set<String> = []
        try #require(text.hasSuffix("\n"))
        for line in text.split(separator: "\n") {
            if let match = line.wholeMatch(of: #/# HELP (pipeline_[a-z_]+) .+/#) {
                let isNew = described.insert(String(match.1)).inserted
                #expect(isNew, "\(line)")
            } else if let match = line.wholeMatch(of: #/# TYPE (pipeline_[a-z_]+) gauge/#) {
                #expect(described.contains(String(match.1)))
            } else {
                let match = try #require(
                    line.wholeMatch(
                        of:
                            #/((pipeline_[a-z_]+)\{[a-z]+="(?:[^"\\]|\\.)*"(?:,[a-z]+="(?:[^"\\]|\\.)*")*\}) ([-0-9.]+)/#
                    ),
                    "\(line)")
                #expect(described.contains(String(match.2)))
                let value = try #require(Double(match.3))
                let before = samples.updateValue(value, forKey: String(match.1))
                #expect(before == nil, "\(line)")
            }
        }
        return samples
    }
}
