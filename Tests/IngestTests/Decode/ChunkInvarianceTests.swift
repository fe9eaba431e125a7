import Definitions
import Tables
import Testing

@testable import Ingest

/// Neither the size of chunks nor the number of tasks changes what is read.
@Suite struct ChunkInvarianceTests {
    private static let type = ValueType.category(values: ["answered", "abandoned"], ordered: false)

    private let schema = Sketch.schema([
        Sketch.column("call_id", .id), Sketch.column("offered_at", .time), Sketch.column("answered_at", .time),
        Sketch.column("disposition", type), Sketch.column("caller_hash", .pseudonym),
        Sketch.column("talk_s", .duration),
        Sketch.column("test", .flag),
    ])

    private let source = Sketch.source(
        [
            Sketch.map("call_id", "Id", .id), Sketch.map("offered_at", "Start", Sketch.seconds),
            Sketch.map(
                "answered_at", "Answer",
                .timeOfDay(
                    formats: ["HH:mm:ss"], dayHeader: ["Start"], dayFormats: ["dd/MM/yyyy HH:mm:ss"],
                    rollsOverAfter: "offered_at")),
            Sketch.map(
                "disposition", "Disp", .category(["answered", "abandoned"], ordered: false), values: ["ANS": "answered"]
            ),
            Sketch.map("caller_hash", "Caller", .pseudonym(withheld: ["Withheld"])),
            Sketch.map("talk_s", "Talk", .duration(.hoursMinutesSeconds)),
            Sketch.map("test", "Test", .flag(yes: [], no: [])),
        ],
        dialect: Dialect(
            headerRecord: 2, skip: ["Grand Total"], control: "Total records:", nullTokens: ["n/a"],
            lineBreakColumns: ["Note"], lineBreakLines: 5))

    /// A file of the faults that a force's exports have, from a fixed seed.
    private func export(rows: Int, seed: UInt64) -> String {
        var state = seed
        func next(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
        let header = "Id,Start,Answer,Disp,Caller,Talk,Test,Note"
        var text = "Report run on 01/10/2026\r\n" + header + "\r\n"
        for row in 0..<rows {
            let day = ["26/10/2025", "29/03/2026", "31/02/2026", "01/03/2026"][next(4)]
            let cells = [
                next(20) == 0 ? "2.2E+07" : "C\(row)", "\(day) \(two(next(25))):\(two(next(60))):\(two(next(60)))",
                "\(two(next(24))):\(two(next(60))):\(two(next(60)))", ["ANS", "Abandoned", "OVF", "n/a"][next(4)],
                ["Withheld", "01632 96\(next(50))", ""][next(3)], "0:\(two(next(70))):\(two(next(60)))",
                ["Y", "0", "?"][next(3)], ["", "\"two\nlines\"", "stray\"quote", "\"a, b\"", "x,y"][next(5)],
            ]
            text += cells.joined(separator: ",") + (next(3) == 0 ? "\n" : "\r\n")
            if next(15) == 0 { text += header + "\r\n" }
            if next(25) == 0 { text += "\r\n" }
        }
        return text + "Grand Total,\(rows)\r\nTotal records: \(rows)"
    }

    private func picture(_ decoded: Decoded) -> [String] {
        var lines = decoded.source.columns.map { "\($0.name) \($0.resolution ?? 0): \(decoded.values($0.name))" }
        lines += decoded.faults
        lines.append("\(decoded.source.offsets) \(decoded.source.lengths) \(decoded.source.lines)")
        for file in decoded.source.files {
            lines.append(
                "\(file.file.name) \(file.headers) \(file.skipped) \(file.blankLines) \(file.controlTotal ?? -1) "
                    + "\(file.rows) \(file.sha256) \(file.bytes)")
        }
        return lines + decoded.source.findings.map(\.description)
    }

    @Test(arguments: [1, 2, 3] as [UInt64]) func chunksAndTasksChangeNothing(seed: UInt64) async throws {
        let key = PseudonymKey(bytes: Array(repeating: 7, count: 32))
        let files = [
            ("calls_20260929.csv", export(rows: 60, seed: seed)),
            ("calls_20260930.csv", export(rows: 40, seed: seed + 100)),
        ]
        let whole = picture(try await Decoded(files, source, schema, key: key))
        #expect(whole.count > 100)
        for chunkBytes in [64, 97, 500, 4096] {
            for jobs in [1, 4] {
                let parts = try await Decoded(files, source, schema, jobs: jobs, chunkBytes: chunkBytes, key: key)
                #expect(picture(parts) == whole, "chunks of \(chunkBytes) bytes, \(jobs) jobs")
            }
        }
    }
}
