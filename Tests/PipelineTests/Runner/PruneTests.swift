import Definitions
import PipelineRunner
import RunStore
import Tables
import Testing

@Suite("Pruning: what stays and why, what goes, and nothing half")
struct PruneTests {
    /// A published tree of empty-handed runs, and a definition that points at it.
    private struct Tree {
        let folder: TemporaryFolder

        init(_ runs: [(String, String)], releases: String = "") throws {
            folder = try TemporaryFolder()
            try folder.writePipeline("small", force: "Small Police")
            try folder.write(
                "Pipelines/small/sources/calls.yaml",
                """
                source: phones
                table: calls
                files: "calls_{yyyyMMdd}.csv"
                columns:
                  call_id: { from: Id }
                  channel: { from: Line }
                  offered_at: { from: Offered, format: "yyyy-MM-dd HH:mm:ss" }
                  disposition: { constant: answered }
                """)
            if !releases.isEmpty { try folder.write("Pipelines/small/releases.csv", releases) }
            let publication = Publication(output: "\(folder.path)/out")
            try publication.prepare()
            for (asOf, run) in runs {
                _ = try publication.publish([("results.csv", Array("0123456789".utf8))], asOf: asOf, run: run)
            }
        }

        func definition() throws -> PipelineDefinition { try loadPipeline(folder: "\(folder.path)/Pipelines/small") }

        var runs: [String] {
            FileTree.files(in: "\(folder.path)/out").map { $0.split(separator: "/").prefix(2).joined(separator: "/") }
        }
    }

    private static func id(_ letter: Character) -> String { String(repeating: letter, count: 12) }

    /// Two runs of 31 August, the night of the 30th before; a September that is not over; a gap at the end of July.
    private static let runs = [
        ("2026-06-30", id("0")), ("2026-07-28", id("1")), ("2026-08-30", id("2")), ("2026-08-31", id("3")),
        ("2026-08-31", id("4")), ("2026-09-14", id("5")), ("2026-09-15", id("6")), ("2026-09-16", id("7")),
    ]

    @Test("the newest days, the newest run of the last day of a month, latest, and nothing else")
    func policy() throws {
        let tree = try Tree(PruneTests.runs)
        let plan = planPruning(try tree.definition(), KeepPolicy(daily: 2, monthEnds: 2, attempts: 90, lists: 7))
        #expect(
            plan.map(\.name) == [7, 6, 5, 4, 3, 2, 1, 0].map { "\(PruneTests.runs[$0].0)/\(PruneTests.runs[$0].1)" })
        #expect(
            plan.map(\.keptBecause) == [
                "latest", "of the newest 2 days", nil, "end of 2026-08", nil, nil, "end of 2026-07", nil,
            ])
        #expect(plan.allSatisfy { $0.bytes == 10 && $0.kind == .run })
    }

    @Test("a run that releases.csv names stays, and so does latest when it leads back to an old one")
    func released() throws {
        let releases =
            "kpi,statistic,period,dimension,member,value,numerator,denominator,unit,run,as_of,released_on,to,ref\n"
            + "C01,share,2026-06,all,all,90,36,40,percent,\(PruneTests.id("0")),2026-06-30,2026-07-01,Somebody,R1\n"
        let tree = try Tree(PruneTests.runs, releases: releases)
        let publication = Publication(output: "\(tree.folder.path)/out")
        _ = try publication.publish([], asOf: "2026-08-30", run: PruneTests.id("2"))
        let plan = planPruning(try tree.definition(), KeepPolicy(daily: 1, monthEnds: 0, attempts: 90, lists: 7))
        #expect(
            plan.compactMap(\.keptBecause) == ["of the newest day", "latest", "released: releases.csv names it"])
    }

    @Test("what goes goes, empty days with it; what stays is untouched; a second prune finds nothing")
    func done() throws {
        let tree = try Tree(PruneTests.runs)
        try tree.folder.write("out/notes.txt", "theirs")
        try tree.folder.write("out/2026-07-28/notes/x", "theirs")
        for second in 1...4 {
            try tree.folder.write("state/runs/2026091\(second)T020000Z-1/run.json", "{}")
        }
        try tree.folder.write("state/quarantine/gone.rejected.csv", "row")
        try tree.folder.write("state/quarantine/phones.rejected.csv.tmp", "half")
        try tree.folder.write("state/quarantine/phones.rejected.csv", "row")
        let policy = KeepPolicy(daily: 1, monthEnds: 1, attempts: 3, lists: 7)
        let dry = planPruning(try tree.definition(), policy)
        let before = tree.runs
        #expect(
            pruneLines(dry, isDone: false).last
                == "Would remove 65 bytes. Nothing was removed: pipeline prune --yes does it.")
        #expect(tree.runs == before)
        let plan = try prune(try tree.definition(), policy)
        #expect(plan == dry)
        #expect(pruneLines(plan, isDone: true).last == "Removed: 65 bytes.")
        #expect(
            System.names(in: "\(tree.folder.path)/out")
                == ["2026-07-28", "2026-08-31", "2026-09-16", "latest", "notes.txt"])
        #expect(System.names(in: "\(tree.folder.path)/out/2026-07-28") == ["notes"])
        #expect(System.names(in: "\(tree.folder.path)/out/2026-08-31") == [PruneTests.id("4")])
        #expect(System.target(ofLink: "\(tree.folder.path)/out/latest") == "2026-09-16/\(PruneTests.id("7"))")
        #expect(
            System.names(in: "\(tree.folder.path)/state/runs")
                == ["20260912T020000Z-1", "20260913T020000Z-1", "20260914T020000Z-1"])
        #expect(System.names(in: "\(tree.folder.path)/state/quarantine") == ["phones.rejected.csv"])
        #expect(pruneLines(try prune(try tree.definition(), policy), isDone: true).last == "Nothing to remove.")
    }

    @Test("while a run holds the lock nothing is removed; without --yes the lock does not matter")
    func locked() throws {
        let tree = try Tree(PruneTests.runs)
        try FileTree.make("\(tree.folder.path)/state", mode: 0o700)
        let held = try RunLock(
            state: "\(tree.folder.path)/state", process: 4711, started: "2026-09-30T03:30:00Z", host: "night")
        let policy = KeepPolicy(daily: 1, monthEnds: 0, attempts: 1, lists: 1)
        let before = tree.runs
        let definition = try tree.definition()
        #expect(throws: Diagnostic.self) { _ = try prune(definition, policy) }
        #expect(tree.runs == before)
        #expect(planPruning(definition, policy).count == 8)
        withExtendedLifetime(held) {}
    }

    @Test("what a killed removal left is swept up by the next run, also an as-of's folder without a run")
    func killed() throws {
        let tree = try Tree(PruneTests.runs)
        try tree.folder.write("out/.removing-1-\(PruneTests.id("9"))/results.csv", "half")
        try FileTree.make("\(tree.folder.path)/out/2026-05-01", mode: 0o750)
        try Publication(output: "\(tree.folder.path)/out").prepare()
        #expect(
            System.names(in: "\(tree.folder.path)/out") == [
                "2026-06-30", "2026-07-28", "2026-08-30", "2026-08-31", "2026-09-14", "2026-09-15", "2026-09-16",
                "latest",
            ])
    }
}
