import Reporting
import Tables
import Testing

@testable import PipelineRunner

/// A force whose only export has one row per log and which has targets of its own for grades 1 and 2 alone.
@Suite("A force with one row per log and nothing else")
struct OneRowPerLogTests {
    @Test("what nobody supplied is not a bad figure, and nothing recorded is nothing recorded")
    func figures() async throws {
        let found = try await run([
            // In 10 minutes to the second, which is in the target; in 12 minutes, which is not.
            "a,10:00:00,10:01:00,1,10:02:00,10:10:00,closed,11:00:00,",
            "b,10:00:00,10:01:00,1,10:02:00,10:12:00,closed,11:00:00,",
            // Nobody came, and no column says whether anybody did.
            "c,10:00:00,10:01:00,1,,,closed,10:05:00,",
            // Closed before the target passed, so not late, whenever somebody came.
            "d,10:00:00,10:01:00,1,10:02:00,10:30:00,closed,10:05:00,",
            // A unit was assigned to the duplicate's duplicate a minute before one was to the log itself.
            "e,10:00:00,10:01:00,2,10:05:00,10:50:00,closed,11:00:00,",
            "f,10:00:00,10:01:00,2,,,duplicate,11:00:00,e",
            "g,10:00:00,10:01:00,2,10:04:00,,duplicate,11:00:00,f",
            // The force has no target for grade 3.
            "h,10:00:00,10:01:00,3,10:02:00,15:00:00,closed,16:00:00,",
        ])
        #expect(found["A01 share"] == "1/4 ok")
        #expect(found["A03 share"] == "1/1 ok")
        #expect(found["A05 share"] == "0/0 empty")
        #expect(found["A18 share"] == "1/6 ok")
        #expect(found["A09 share"] == "/ not_supplied")
        #expect(found["A10 share"] == "/ not_supplied")
        #expect(found["A11 median"] == "/ not_supplied")
        #expect(found["A14 median by grade 2"] == "3")
    }

    /// Numerator, denominator and state of May 2026, by KPI and statistic; and the median of A14 in grade 2.
    private func run(_ logs: [String]) async throws -> [String: String] {
        let folder = try TemporaryFolder()
        try folder.writePipeline("shape", force: "Shape Police")
        try folder.write(
            "Pipelines/shape/tables/targets.yaml",
            """
            table: grade_targets
            rows:
            - ["1", urban, null, 2026-05-01, 15 min]
            - ["1", urban, 2026-05-01, null, 10 min]
            - ["2", urban, null, null, 60 min]

            """)
        let time = { (name: String, header: String) in
            "  \(name): { from: \(header), format: \"yyyy-MM-dd HH:mm:ss\" }\n"
        }
        try folder.write(
            "Pipelines/shape/sources/logs.yaml",
            "source: logs\ntable: incidents\nfiles: \"logs_{yyyyMMdd}.csv\"\ncolumns:\n"
                + "  incident_id: { from: Log }\n  origin: { constant: \"999\" }\n  initial_grade: { from: Grade }\n"
                + "  status: { from: Status }\n  duplicate_of: { from: Copy Of }\n  is_domestic_abuse: { constant: no }\n"
                + time("call_received_at", "Received") + time("created_at", "Created")
                + time("first_assigned_at", "Assigned") + time("first_arrived_at", "At Scene")
                + time("closed_at", "Closed"))
        // Logs without a unit on the first and last days make May a whole month.
        let ends = ["first,2026-05-01", "last,2026-05-31"].map {
            "\($0) 10:00:00,\($0.suffix(10)) 10:00:00,1,,,test,,\n"
        }.joined()
        let rows = logs.map { log in
            let cells = log.split(separator: ",", omittingEmptySubsequences: false)
            return cells.map { $0.count == 8 && $0.contains(":") ? "2026-05-20 \($0)" : String($0) }
                .joined(separator: ",") + "\n"
        }
        try folder.write(
            "in/logs_20260531.csv",
            "Log,Received,Created,Grade,Assigned,At Scene,Status,Closed,Copy Of\n"
                + ends + rows.joined())
        let report = await runPipeline(
            RunRequest(
                folder: "\(folder.path)/Pipelines/shape", asOf: CivilDate("2026-05-31"), isDryRun: false,
                isStrict: false, jobs: 2, chunkBytes: 4096, interruption: Interruption()))
        #expect(report.failure == [])
        var found: [String: String] = [:]
        for record in try records(folder, "results.csv") where record["period"] == "2026-05" {
            found["\(record["kpi"] ?? "") \(record["statistic"] ?? "")"] =
                "\(record["numerator"] ?? "")/\(record["denominator"] ?? "") \(record["state"] ?? "")"
        }
        for record in try records(folder, "breakdowns.csv")
        where record["period"] == "2026-05" && record["kpi"] == "A14" && record["dimension"] == "grade"
            && record["member"] == "2"
        {
            found["A14 median by grade 2"] = record["value"]
        }
        return found
    }

    private func records(_ folder: TemporaryFolder, _ name: String) throws -> [[String: String]] {
        let table = readTable(Array(try folder.text("out/latest/\(name)").utf8))
        return table.records.map { Dictionary(uniqueKeysWithValues: zip(table.header, $0)) }
    }
}
