import Compute
import PipelineRunner
import Tables
import Testing

@Suite("The rows behind a figure, and where they stand")
struct ExplainTests {
    @Test("the four slow calls are on lines 2 to 5 of their export, whatever its line ends")
    func lines() async throws {
        for ending in ["\n", "\r\n"] {
            let force = try SmallForce()
            try force.write(calls: SmallForce.calls().split(separator: "\n").joined(separator: ending) + ending)
            let data = try await readPipelineData(
                RunRequest(folder: "\(force.folder.path)/Pipelines/small", asOf: CivilDate("2026-09-30"), jobs: 2))
            let found = try await explain(data.input, kpi: "C01", period: september, member: nil, rows: .missed)
            #expect(found.rows.map { $0.cells.first?.text } == ["c0", "c1", "c2", "c3"])
            #expect(found.rows.map(\.file) == Array(repeating: "calls_20260930.csv", count: 4))
            #expect(try lineNumbers(of: found.rows, data) == [2, 3, 4, 5])
            // The order asked for is the order given.
            #expect(try lineNumbers(of: found.rows.reversed(), data) == [5, 4, 3, 2])
        }
    }

    @Test("a question before anything is published leaves no trace")
    func noTrace() async throws {
        let force = try SmallForce()
        let before = try force.folder.contents()
        _ = try await readPipelineData(RunRequest(folder: "\(force.folder.path)/Pipelines/small", jobs: 2))
        #expect(try force.folder.contents() == before)
    }
}
