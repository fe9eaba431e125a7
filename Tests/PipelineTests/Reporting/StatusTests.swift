import Reporting
import Tables
import Testing

@Suite("The status that every attempt leaves")
struct StatusTests {
    private func status(_ outcome: StatusReport.Outcome, _ exitCode: Int, _ messages: [Diagnostic] = []) -> StatusReport
    {
        StatusReport(
            outcome: outcome, force: "Loam & Shire <Police>", marking: "OFFICIAL", asOf: "2026-09-30",
            attempt: Attempt(
                started: "2026-10-01T02:14:07Z", ended: "2026-10-01T02:15:00Z", process: 4711, host: "night",
                exitCode: exitCode),
            latest: .init(run: "3f9a1c2b0d41", asOf: "2026-09-29"),
            lastSuccess: .init(ended: "2026-09-30T02:15:00Z", run: "3f9a1c2b0d41", asOf: "2026-09-29"),
            sources: [
                .init(
                    name: "calls_acd", state: "read", files: 2, accepted: 1200, rejected: 3,
                    newest: "2026-09-30T23:58:12+01:00")
            ], messages: messages)
    }

    @Test("for programs: what happened, when, the exit code, and what is published")
    func json() {
        let message = Diagnostic(
            code: "E0501", "calls_acd: no file matches", at: .init(file: "sources/calls.yaml", line: 3),
            help: "put it there")
        #expect(
            String(decoding: statusRecord(status(.failed, 66, [message])).bytes, as: UTF8.self) == """
                {
                  "schema": 1,
                  "force": "Loam & Shire <Police>",
                  "marking": "OFFICIAL",
                  "outcome": "failed",
                  "exit_code": 66,
                  "as_of": "2026-09-30",
                  "started": "2026-10-01T02:14:07Z",
                  "ended": "2026-10-01T02:15:00Z",
                  "what_happened": "The run failed. Nothing was published; the latest figures are as they were.",
                  "next_step": "Find the export named above, then run again: pipeline run",
                  "latest": {"run": "3f9a1c2b0d41", "as_of": "2026-09-29"},
                  "last_success": {"ended": "2026-09-30T02:15:00Z", "run": "3f9a1c2b0d41", "as_of": "2026-09-29"},
                  "moved_releases": [],
                  "sources": [
                    {"source": "calls_acd", "state": "read", "files": 2, "accepted": 1200, "rejected": 3, \
                "newest_record": "2026-09-30T23:58:12+01:00", "expected_by": ""}
                  ],
                  "messages": [
                    {"severity": "error", "code": "E0501", "message": "calls_acd: no file matches", \
                "file": "sources/calls.yaml", "line": 3, "column": null, "help": "put it there"}
                  ]
                }

                """)
    }

    @Test("for a person: no script, no style attribute, every text escaped, its one style named by hash")
    func html() throws {
        let message = Diagnostic(code: "E0301", "<script>alert(1)</script>", help: "\"quote\"")
        let page = String(decoding: try statusPage(status(.failed, 65, [message])), as: UTF8.self)
        #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en-GB\">\n"))
        #expect(page.contains("<h1>Pipeline status: Loam &amp; Shire &lt;Police&gt;</h1>"))
        #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt; [E0301]<br>What to do: &quot;quote&quot;</li>"))
        #expect(!page.contains("<script"))
        #expect(!page.contains("style=\""))
        #expect(page.contains("default-src 'none'; style-src 'sha256-"))
        #expect(page.contains("<td class=\"number\">1,200</td>"))
        #expect(page.contains("Run 3f9a1c2b0d41, data to 2026-09-29"))
        #expect(page.split(separator: "\n").filter { $0 == "<p class=\"marking\">OFFICIAL</p>" }.count == 2)
    }

    @Test(
        "every exit code says what to do next",
        arguments: [
            (64, "Mend the command line: pipeline help run"),
            (65, "Ask the supplier of the export named above, then run again: pipeline run"),
            (66, "Find the export named above, then run again: pipeline run"),
            (73, "Look at the disk named above, then run again: pipeline run"),
            (74, "Look at the disk named above, then run again: pipeline run"),
            (75, "Wait for the other run to end, then run again: pipeline run"),
            (77, "Mend the rights named above, then run again: pipeline run"),
            (78, "Mend the definitions named above, then try: pipeline check"),
            (1, "Report this as a fault of the program, with status.json."),
        ])
    func advice(_ code: Int, _ text: String) {
        #expect(status(.failed, code).nextStep == text)
    }
}
