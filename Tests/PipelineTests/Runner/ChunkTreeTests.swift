import Ingest
import Reporting
import RunStore
import Testing

@testable import PipelineRunner

@Suite("Neither jobs nor chunks show in what is published")
struct ChunkTreeTests {
    /// Calls with quoted line breaks, stray quotes, torn records, bad cells, repeated headers and control totals, from a
    /// fixed seed. Lines end as they happen to.
    private struct FaultyExport {
        private var state: UInt64

        init(seed: UInt64) { state = seed }

        private mutating func next(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }

        private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

        private mutating func note() -> String {
            switch next(30) {
            case 0...9: "\"rang twice\r\nno answer, \"\"busy\"\"\n\(two(next(60)))\""
            case 10...13: "\"one, two\""
            case 14: "6\" nail"
            case 15: "\"closed\" early"
            case 16: "\"" + String(repeating: "line\n", count: 12) + "\""
            case 17: "\"never closed"
            case 18: "un,quoted"
            default: ""
            }
        }

        mutating func text(rows: Int, month: Int, name: String) -> [UInt8] {
            let header = "Id,Seg,Line,Offered,Answered,Result,Queue,Note"
            var text = "Report run by BATCH\r\n\(header)\r\n"
            for row in 0..<rows {
                let day = "2026-\(two(month))-\(two(1 + next(28)))"
                let hour = next(24)
                let minute = next(59)
                let id = next(40) == 0 ? ["", "2.2E+07", "\(name)\(next(row + 1))"][next(3)] : "\(name)\(row)"
                let offered =
                    next(60) == 0
                    ? ["2026-02-31 10:00:00", "soon", "1900-01-01 00:00:00"][next(3)]
                    : "\(day) \(two(hour)):\(two(minute)):\(two(next(60)))"
                let result = ["answered", "answered", "answered", "abandoned", "puzzling"][next(20) < 19 ? next(4) : 4]
                let answered = result == "answered" ? "\(day) \(two(hour)):\(two(minute + 1)):\(two(next(60)))" : ""
                let cells = [
                    id, String(1 + next(3)), ["999", "101"][next(2)], offered, answered, result,
                    ["Main", "\"Main\nhall\"", "=cmd", "Caf\u{e9}"][next(4)], note(),
                ]
                text += cells.joined(separator: ",") + (next(3) == 0 ? "\n" : "\r\n")
                if next(300) == 0 { text += header + "\r\n" }
                if next(200) == 0 { text += "\r\n" }
            }
            return Array((text + "Grand Total,\(rows)").utf8)
        }
    }

    @Test("one task or eight, chunks of 4 KB or 64 MB, our parser or libcsv alone: the same bytes, quarantine included")
    func trees() async throws {
        let force = try SmallForce()
        try force.folder.write(
            "Pipelines/small/sources/calls.yaml",
            """
            source: phones
            table: calls
            files: "calls_{yyyyMMdd}.csv"
            exports: increment
            header: 2
            skip: [Grand Total]
            line_breaks: { columns: [Note], lines: 8 }
            gates:
              file: { warn: { count: 1, share: 1% }, stop: { count: 100000, share: 99% } }
              last_7_days: { warn: { count: 1, share: 1% }, stop: { count: 100000, share: 99% } }
            columns:
              call_id: { from: Id }
              leg_seq: { from: Seg }
              channel: { from: Line }
              offered_at: { from: Offered, format: "yyyy-MM-dd HH:mm:ss" }
              answered_at: { from: Answered, format: "yyyy-MM-dd HH:mm:ss" }
              disposition: { from: Result }
              queue: { from: Queue }

            """)
        var export = FaultyExport(seed: 20260930)
        try FileTree.remove("\(force.folder.path)/in")
        try force.folder.write("in/calls_20260831.csv", export.text(rows: 1500, month: 8, name: "a"))
        try force.folder.write("in/calls_20260930.csv", export.text(rows: 1500, month: 9, name: "b"))
        var first: [String: [UInt8]] = [:]
        let ways: [(Int, Int, RecordParser)] = [
            (1, 64 << 20, .native), (1, 4 << 10, .native), (8, 4 << 10, .native), (8, 64 << 20, .native),
            (1, 64 << 20, .libcsv), (8, 4 << 10, .libcsv),
        ]
        for (jobs, chunkBytes, parser) in ways {
            let report = await force.run(jobs: jobs, chunkBytes: chunkBytes, parser: parser)
            #expect(report.failure == [])
            let tree = try force.folder.contents().filter {
                $0.key.hasPrefix("out/2026") || $0.key.hasPrefix("state/quarantine")
            }
            if first.isEmpty {
                first = tree
                try checkFaults(tree)
            }
            #expect(tree.keys.sorted() == first.keys.sorted(), "\(jobs) jobs, chunks of \(chunkBytes), \(parser)")
            #expect(
                tree.keys.filter { tree[$0] != first[$0] } == [], "\(jobs) jobs, chunks of \(chunkBytes), \(parser)")
            try FileTree.remove("\(force.folder.path)/out")
            try FileTree.remove("\(force.folder.path)/state")
        }
    }

    /// The files are as bad as they are meant to be, and still give figures.
    private func checkFaults(_ tree: [String: [UInt8]]) throws {
        let faults = readTable(tree["state/quarantine/phones.faults.csv"] ?? [])
        let codes = Set(faults.records.map { $0[4] })
        for code in ["R01", "R08", "V01", "V09", "V10", "V11"] { #expect(codes.contains(code), "\(code)") }
        #expect(faults.records.count > 100)
        let sources = readTable(tree.first { $0.key.hasSuffix("sources.csv") }?.value ?? [])
        let accepted = sources.records.compactMap { Int($0[6]) }.reduce(0, +)
        #expect(accepted > 1000)
    }
}
