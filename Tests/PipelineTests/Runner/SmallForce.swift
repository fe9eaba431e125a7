import Ingest
import PipelineRunner
import Reporting
import RunStore
import Tables

/// A force of one source and 40 calls in a folder of its own, over our real definitions.
///
/// All are 999 calls of September 2026, eighteen hours apart, so that they cover the month; 36 are answered after 5 s and 4 after 20 s, so that C01 is 90%.
struct SmallForce {
    let folder: TemporaryFolder

    init() throws {
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
              answered_at: { from: Answered, format: "yyyy-MM-dd HH:mm:ss" }
              disposition: { from: Result }

            """)
        try write(calls: SmallForce.calls())
    }

    static func calls(slow: Int = 4, count: Int = 40, header: String = "Id,Line,Offered,Answered,Result") -> String {
        let rows = (0..<count).map { number -> String in
            let start = Int64(CivilDate(year: 2026, month: 9, day: 1).days) * 86_400_000 + Int64(number) * 64_800_000
            let wait: Int64 = number < slow ? 20_000 : 5000
            let times = [start, start + wait].map { clockText($0, separator: " ") }
            return "c\(number),999,\(times[0]),\(times[1]),answered\n"
        }
        return header + "\n" + rows.joined()
    }

    func write(calls: String, dated: String = "20260930") throws {
        try folder.write("in/calls_\(dated).csv", calls)
    }

    func run(
        asOf: String = "2026-09-30", isDryRun: Bool = false, isStrict: Bool = false, jobs: Int = 2,
        chunkBytes: Int = 1 << 20, parser: RecordParser = .native, interruption: Interruption = Interruption()
    ) async -> RunReport {
        await runPipeline(
            RunRequest(
                folder: "\(folder.path)/Pipelines/small", asOf: CivilDate(asOf), isDryRun: isDryRun, isStrict: isStrict,
                jobs: jobs, chunkBytes: chunkBytes, parser: parser, interruption: interruption))
    }

    /// The published files, without the status that every attempt rewrites.
    func published() throws -> [String: [UInt8]] {
        try folder.contents().filter { $0.key.hasPrefix("out/2026") }
    }

    var latest: String? { System.target(ofLink: "\(folder.path)/out/latest") }
}
