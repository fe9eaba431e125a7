import Definitions
import PipelineRunner
import RunStore
import Tables
import Testing

@Suite("Lists of rows beside the published figures")
struct ListRunTests {
    private static let lists = """
        lists:
        - id: newest
          name: Calls of the last two days
          because: a test
          table: contacts
          on: last 2 days
          where: channel = '999' and answered
          columns: [call_id, offered_at, wait, channel]
          order_by: offered_at desc
        - { id: today, name: Calls of the day, because: a test, table: contacts, where: answered, columns: [call_id] }
        - { id: logs, name: Logs, because: a test, table: incidents, where: inc, columns: [incident_id] }

        """

    private func force() throws -> SmallForce {
        let force = try SmallForce()
        try force.folder.write("Pipelines/small/lists.yaml", ListRunTests.lists)
        return force
    }

    @Test("rows of the declared days and columns, in the declared order, in a folder of their own")
    func written() async throws {
        let force = try force()
        let report = await force.run()
        #expect(report.exitCode == 0)
        let run = try #require(force.latest)
        #expect(
            try force.folder.text("out-lists/\(run)/newest.csv")
                == "call_id,offered_at,wait,channel\r\nc39,2026-09-30 06:00:00,5,999\r\nc38,2026-09-29 12:00:00,5,999\r\n"
        )
        #expect(try force.folder.text("out-lists/latest/today.csv") == "call_id\r\nc39\r\n")
        #expect(
            try force.folder.text("out-lists/latest/status.txt") == """
                Small Police: lists of rows, OFFICIAL
                data to 2026-09-30, run \(run.suffix(12))

                newest: Calls of the last two days
                  for: a test
                  newest.csv: 2 rows of 2026-09-29 to 2026-09-30
                today: Calls of the day
                  for: a test
                  today.csv: 1 row of 2026-09-30
                logs: Logs
                  for: a test
                  not made: no source supplies incidents

                """)
        let out = "\(force.folder.path)/out-lists"
        #expect(try System.mode(of: out) == 0o750)
        #expect(try System.mode(of: "\(out)/\(run)") == 0o750)
        #expect(try System.mode(of: "\(out)/\(run)/newest.csv") == 0o640)
        #expect(System.names(in: out) == ["2026-09-30", "latest"])
        // Not one of them is in the published tree, and neither is a row of theirs.
        #expect(!FileTree.files(in: "\(force.folder.path)/out").contains { $0.hasSuffix("newest.csv") })
        #expect(try !force.published().values.contains { String(decoding: $0, as: UTF8.self).contains("c39,2026-") })
    }

    @Test("a text that a spreadsheet would run as a formula is guarded")
    func guarded() async throws {
        let force = try force()
        try force.write(calls: SmallForce.calls().replacing("c39,", with: "=1+1,"))
        #expect(await force.run().exitCode == 0)
        #expect(try force.folder.text("out-lists/latest/today.csv") == "call_id\r\n'=1+1\r\n")
    }

    @Test("a dry run writes none, and a force that declares none has no folder of them")
    func none() async throws {
        let declared = try force()
        _ = await declared.run(isDryRun: true)
        #expect(!declared.exists("out-lists"))
        let bare = try SmallForce()
        #expect(await bare.run().exitCode == 0)
        #expect(!bare.exists("out-lists"))
    }

    @Test("lists that cannot be written are a warning: the figures are out, and the next run writes the lists")
    func trouble() async throws {
        let force = try force()
        try force.folder.write("out-lists", "a file in their place")
        let report = await force.run()
        #expect(report.exitCode == 3)
        let out = "\(force.folder.path)/out-lists"
        #expect(
            report.failure == [
                "warning: the lists were not written: cannot create the folder \(out): a file is in its place [E0491]\n"
                    + "    help: move that file away, or choose another folder"
            ])
        #expect(force.latest != nil)
        #expect(try force.folder.text("out/status.json").contains("E0491"))
        try FileTree.remove(out)
        #expect(await force.run().exitCode == 0)
        #expect(try force.folder.text("out-lists/latest/today.csv") == "call_id\r\nc39\r\n")
    }

    @Test("only the newest lists of the newest days are kept")
    func old() async throws {
        let force = try force()
        let pipeline = try force.folder.text("Pipelines/small/pipeline.yaml")
        try force.folder.write("Pipelines/small/pipeline.yaml", pipeline + "keep: { lists: 2 }\n")
        for (day, count) in [("2026-09-27", 36), ("2026-09-28", 38), ("2026-09-29", 39)] {
            try force.write(calls: SmallForce.calls(count: count), dated: day.filter { $0 != "-" })
            #expect(await force.run(asOf: day).exitCode == 0)
        }
        try force.write(calls: SmallForce.calls(slow: 9, count: 39), dated: "20260929")
        #expect(await force.run(asOf: "2026-09-29").exitCode == 0)
        #expect(System.names(in: "\(force.folder.path)/out-lists") == ["2026-09-28", "2026-09-29", "latest"])
        #expect(System.names(in: "\(force.folder.path)/out-lists/2026-09-29").count == 1)
        #expect(System.names(in: "\(force.folder.path)/out/2026-09-29").count == 2)
    }

    @Test("what a run left that was killed while it removed old lists goes with the next run")
    func killed() async throws {
        let force = try force()
        #expect((await force.run()).exitCode == 0)
        let run = try #require(force.latest)
        try force.folder.write("out-lists/.removing-1-0123456789ab/newest.csv", "call_id\r\nc1\r\n")
        let again = await force.run()
        #expect(again.exitCode == 0 && again.failure == [])
        #expect(force.latest == run)
        #expect(System.names(in: "\(force.folder.path)/out-lists").sorted() == ["2026-09-30", "latest"])
        #expect(System.names(in: "\(force.folder.path)/out-lists/2026-09-30") == [String(run.suffix(12))])
    }
}
