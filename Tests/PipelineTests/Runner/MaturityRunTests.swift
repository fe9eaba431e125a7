import Reporting
import RunStore
import Tables
import Testing

@testable import PipelineRunner

/// The same cohort of crimes in exports of one, three and twelve months later, over our real definitions.
@Suite("Runs over crimes that grow old")
struct MaturityRunTests {
    /// What became of some crimes, and on which day.
    private struct Story {
        let recorded: String
        let count: Int
        var outcome = ""
        var ended = ""
    }

    /// A hundred crimes of January 2026, and one on the last day of each later month.
    private static let stories =
        [
            Story(recorded: "2026-01-01", count: 10, outcome: "1", ended: "2026-01-20"),
            Story(recorded: "2026-01-12", count: 15, outcome: "18", ended: "2026-02-10"),
            Story(recorded: "2026-01-15", count: 20, outcome: "1", ended: "2026-03-15"),
            Story(recorded: "2026-01-31", count: 41, outcome: "18", ended: "2026-04-20"),
            Story(recorded: "2026-01-31", count: 9, outcome: "1", ended: "2026-11-02"),
            Story(recorded: "2026-01-31", count: 5),
        ]
        + ["2026-02-28", "2026-03-31", "2026-04-30", "2026-12-31", "2027-01-31"].map { Story(recorded: $0, count: 1) }

    private struct Force {
        let folder: TemporaryFolder

        init() throws {
            folder = try TemporaryFolder()
            try folder.writePipeline("grown", force: "Grown Police")
            try folder.write(
                "Pipelines/grown/sources/crimes.yaml",
                """
                source: crime_system
                table: crimes
                files: "crimes_{yyyyMMdd}.csv"
                exports: snapshot
                columns:
                  crime_id: { from: Crime }
                  recorded_at: { from: Recorded, format: "yyyy-MM-dd HH:mm" }
                  status: { from: Status }
                  outcome_code: { from: Outcome }
                  outcome_at: { from: Outcome Date, format: "yyyy-MM-dd HH:mm" }

                """)
        }

        /// The export of one night: what is not yet known is not in it.
        func export(_ stories: [Story], on day: String) throws {
            var lines = "Crime,Recorded,Status,Outcome,Outcome Date\n"
            var number = 0
            for story in stories where story.recorded <= day {
                let isKnown = !story.ended.isEmpty && story.ended <= day
                for _ in 0..<story.count {
                    number += 1
                    lines += "c\(number),\(story.recorded) 12:00,\(isKnown ? "closed" : "open"),"
                    lines += isKnown ? "\(story.outcome),\(story.ended) 09:00\n" : ",\n"
                }
            }
            try folder.write("in/crimes_\(day.replacing("-", with: "")).csv", lines)
        }

        func run(asOf: String) async -> RunReport {
            await runPipeline(RunRequest(folder: "\(folder.path)/Pipelines/grown", asOf: CivilDate(asOf), jobs: 2))
        }

        func table(_ name: String) throws -> [[String: String]] {
            let table = readTable(try System.read("\(folder.path)/out/latest/\(name)"))
            return table.records.map { Dictionary(zip(table.header, $0)) { first, _ in first } }
        }
    }

    @Test("the flag goes off between three and twelve months, and the value is shown throughout")
    func snapshots() async throws {
        let force = try Force()
        let nights = [
            ("2026-02-28", "75", "10", "immature"), ("2026-04-30", "14", "30", "immature"),
            ("2027-01-31", "5", "39", "ok"),
        ]
        for (day, open, value, state) in nights {
            try force.export(Self.stories, on: day)
            let report = await force.run(asOf: day)
            #expect(report.failure == [])
            let rows = try force.table("results.csv").filter { $0["period"] == "2026-01" }
            let charged = try #require(rows.first { $0["kpi"] == "I17" })
            #expect([charged["open_share"], charged["value"], charged["state"]] == [open, value, state], "\(day)")
            #expect((charged["verdict"] == "") == (state == "immature"))
            #expect(charged["denominator"] == "100")
            // By the day of the outcome nothing is waited for.
            let closed = try #require(rows.first { $0["kpi"] == "I17.closed" })
            #expect([closed["open_share"], closed["state"]] == ["", "ok"])
        }
        let cells = try force.table("triangles.csv").filter { $0["kpi"] == "I17" && $0["cohort"] == "2026-01" }
        #expect(cells.map { $0["months_since"] } == (0...12).map { "\($0)" })
        let charged = cells.compactMap { $0["numerator"] }
        #expect(charged == ["10", "10", "30", "30", "30", "30", "30", "30", "30", "30", "39", "39", "39"])
        #expect(cells.allSatisfy { $0["denominator"] == "100" })
    }

    @Test("an immature figure says so in words, and a line without open rows is not asked")
    func words() async throws {
        let force = try Force()
        try force.export(Self.stories, on: "2026-02-28")
        #expect(await force.run(asOf: "2026-02-28").failure == [])
        let record = try force.folder.text("out/latest/results.json")
        #expect(record.contains("Immature: 75.0% of these crimes have no outcome yet (limit 10%). "))
    }
}
