import PipelineRunner
import RunStore
import Tables
import Testing

/// What a run says on a terminal.
@Suite("Terminal summary")
struct SummaryTests {
    @Test("forty lines of a hundred columns, the exceptions first and the first page last, also in a deep folder")
    func limits() async throws {
        let force = try EvidenceForce()
        let report = await force.run()
        let lines = report.summary
        #expect(lines.count <= 40 && lines.allSatisfy { $0.count <= 100 })
        #expect(lines[0].hasPrefix("Small Police (OFFICIAL), data to 30 Sep 2026, run "))
        #expect(lines[2] == "No exceptions in Sep 2026.")
        // A long path is folded, never cut.
        #expect(lines.joined().hasSuffix("/index.html"))
    }

    @Test("a force of many figures, all of them headline figures")
    func many() async throws {
        let force = try EvidenceForce()
        let figures = (10...99).map { number in
            "- { id: L\(number), name: \"A local figure whose name is so long that no line of a terminal has room for it, \(number)\", "
                + "headline: yes, table: contacts, period: offered_at, share: wait < \(number) s, unit: percent, "
                + "better: higher, standard: 999-answer }"
        }
        try force.folder.write("Pipelines/small/kpis/local.yaml", "kpis:\n" + figures.joined(separator: "\n") + "\n")
        let report = await force.run()
        #expect(report.failure == [])
        let lines = report.summary
        #expect(lines.count <= 40 && lines.allSatisfy { $0.count <= 100 })
        let index = PageText(html: try force.folder.text("out/latest/index.html"))
        #expect(index.rows(of: "headline-table").count == 24)
        #expect(index.words.contains("more headline figures are not shown here"))
    }
}
