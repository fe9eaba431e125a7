import Ingest
import Reporting
import RunStore
import Tables
import Testing

@testable import PipelineRunner

/// Calls over definitions that need no row for another: they are counted while they are read. One more table that looks
/// into them makes the same definitions hold every row, and the same figures must come out.
@Suite("Rows counted while they are read")
struct CountedTableTests {
    /// - Parameter isHeld: whether some table looks into the calls.
    private func force(isHeld: Bool, _ exports: [(name: String, text: String)]) throws -> BenchmarkForce {
        let again = """
            ---
            table: again
            from: source.calls
            time: offered_at
            relations: { calls: { to: calls, match: call_id } }

            """
        return try BenchmarkForce(adding: isHeld ? ["base/tables/calls.yaml": again] : [:], exports)
    }

    /// Calls of a year with what real exports hold: cells that are none, faults of order, stray quotes, callers who ring
    /// again, rows without a time or a caller.
    private struct Calls {
        var state: UInt64
        var number = 0

        mutating func next(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }

        mutating func text(_ rows: Int) -> String {
            var text =
                "Call ID,Channel,Queue,Offered,Answered,Ended,Disposition,Answered By,Caller,Agent,Note\r\n"
            for _ in 0..<rows {
                number += 1
                let start = Int64(CivilDate(year: 2025, month: 9, day: 28).days) * 86_400 + Int64(number) * 7919
                let wait = Int64(next(40) == 0 ? -5 : next(400))
                let end = start + wait + Int64(next(60) == 0 ? -30 : next(900))
                func clock(_ seconds: Int64) -> String { clockText(seconds * 1000, separator: " ") }
                var cells = [
                    "C" + String(1_000_000 + number), ["999", "101", "101"][next(3)],
                    ["", "Main", "Fallback", "=Welsh"][next(4)],
                    clock(start), clock(start + wait), clock(end), ["ANS", "ANS", "ABN", "TEST"][next(4)],
                    ["HAND", "SWB", ""][next(3)], next(6) == 0 ? "" : "+44" + String(7_700_900_000 + next(90)), "A7",
                    ["", "\"left, rang\"", "=2+3", "ok"][next(4)],
                ]
                if cells[6] == "ABN" { cells[4] = "" }
                switch next(60) {
                case 0: cells[3] = "soon"
                case 1: cells[3] = "2026-02-31 10:00:00"
                case 2: cells[6] = "puzzling"
                case 3: cells[10] = "5\" nail"
                case 4: cells[1] = "112"
                case 5: cells.removeLast()
                case 6: cells[3] = "2026-10-02 08:00:00"
                case 7: cells[8] = "4.5E+11"
                default: break
                }
                text += cells.joined(separator: ",") + (next(9) == 0 ? "\n\n" : "\r\n")
            }
            return text
        }
    }

    private static func exports(_ seed: UInt64) -> [(name: String, text: String)] {
        var calls = Calls(state: seed)
        return [
            ("calls_20260301.csv", calls.text(1200)), ("calls_20260601.csv", calls.text(0)),
            ("calls_20260930.csv", calls.text(2500)),
        ]
    }

    @Test("give what held rows give, whatever the chunks and tasks", arguments: [1, 2, 3] as [UInt64])
    func same(seed: UInt64) async throws {
        let exports = CountedTableTests.exports(seed)
        let held = try force(isHeld: true, exports)
        let expected = await held.run(jobs: 2, chunkBytes: 1 << 20)
        #expect(expected.exitCode == 0, "\(expected.failure)")
        let figures = try held.figures()
        #expect(figures.count == 9)
        #expect(figures["rules"]?.isEmpty == false)
        var trees: [[String: [UInt8]]] = []
        for (jobs, chunkBytes) in [(1, 1 << 20), (2, 3000), (4, 701)] {
            let counted = try force(isHeld: false, exports)
            let report = await counted.run(jobs: jobs, chunkBytes: chunkBytes)
            #expect(report.exitCode == 0, "\(report.failure)")
            let found = try counted.figures()
            #expect(found.keys.sorted() == figures.keys.sorted())
            for (name, bytes) in figures where found[name] != bytes {
                Issue.record("\(name) differs with \(jobs) tasks and chunks of \(chunkBytes) bytes")
            }
            trees.append(try counted.folder.contents().filter { $0.key.hasPrefix("out/2026") })
        }
        for tree in trees.dropFirst() {
            #expect(tree.keys.sorted() == trees[0].keys.sorted())
            #expect(tree.filter { trees[0][$0.key] != $0.value }.keys.sorted() == [])
        }
    }

    @Test(
        "Rows in no order of keys or time give what held rows give",
        arguments: [(1, []), (2, [2]), (3, [0, 2])] as [(UInt64, [Int])])
    func shuffled(seed: UInt64, repeating files: [Int]) async throws {
        var random = Calls(state: seed &* 77)
        let exports = CountedTableTests.exports(seed).enumerated().map { number, export in
            let (name, text) = export
            var lines = text.split(separator: "\r\n").map { String($0) }
            let header = lines.removeFirst()
            // In some files a row that nothing is wrong with comes twice.
            let isWrong = ["soon", "02-31", "10-02", "puzzling", ",112,"]
            if files.contains(number),
                let row = lines.last(where: { line in
                    line.hasSuffix(",A7,ok") && !isWrong.contains { line.contains($0) }
                })
            {
                lines.append(row)
            }
            for place in lines.indices { lines.swapAt(place, random.next(place + 1)) }
            return (name: name, text: ([header] + lines).joined(separator: "\r\n") + "\r\n")
        }
        let held = try force(isHeld: true, exports)
        #expect(await held.run(jobs: 2, chunkBytes: 1 << 20).exitCode == 0)
        let figures = try held.figures()
        for (jobs, chunkBytes) in [(1, 1 << 20), (2, 3000)] {
            let counted = try force(isHeld: false, exports)
            #expect(await counted.run(jobs: jobs, chunkBytes: chunkBytes).exitCode == 0)
            #expect(try counted.figures() == figures)
        }
        #expect(try total("duplicate", figures) == files.count)
    }

    @Test("A malformed record that a later export corrects makes every row be held")
    func corrections() async throws {
        var calls = Calls(state: 4)
        let first = calls.text(300)
        let header = String(first.prefix { $0 != "\r\n" })
        // The malformed record comes last in its file, and the next begins with the same call.
        let torn = "C2000000,999,\"Main,2026-03-01 08:00:00,,,ABN,,,,\r\n"
        let mended = "C2000000,999,Main,2026-03-01 08:00:00,,2026-03-01 08:09:00,ABN,,,,\r\n"
        let exports = [("calls_20260301.csv", first + torn), ("calls_20260930.csv", header + "\r\n" + mended)]
        let held = try force(isHeld: true, exports)
        let counted = try force(isHeld: false, exports)
        #expect(await held.run(jobs: 2, chunkBytes: 1 << 20).exitCode == 0)
        #expect(await counted.run(jobs: 2, chunkBytes: 4000).exitCode == 0)
        #expect(try counted.figures() == held.figures())
        let rejected = try #require(try counted.figures().first { $0.key.hasSuffix(".rejected.csv") }).value
        #expect(!String(decoding: rejected, as: UTF8.self).contains("C2000000"))
    }

    @Test("A source whose records may have line breaks is held, and counts as before")
    func lineBreaks() async throws {
        let exports = CountedTableTests.exports(5)
        var found: [[String: [UInt8]]] = []
        for isHeld in [true, false] {
            let force = try force(isHeld: isHeld, exports)
            let source = "definitions/force/sources/calls.yaml"
            try force.folder.write(
                source, try force.folder.text(source) + "line_breaks: { columns: [Note], lines: 3 }\n")
            #expect(await force.run(jobs: 2, chunkBytes: 4000).exitCode == 0)
            found.append(try force.figures())
        }
        #expect(found[0] == found[1])
    }

    @Test("A key that comes back makes every row be held, and the newest export stands")
    func repeatedKeys() async throws {
        var calls = Calls(state: 9)
        let first = calls.text(400)
        calls.number = 390
        let exports = [("calls_20260301.csv", first), ("calls_20260930.csv", calls.text(400))]
        let held = try force(isHeld: true, exports)
        let counted = try force(isHeld: false, exports)
        #expect(await held.run(jobs: 2, chunkBytes: 1 << 20).exitCode == 0)
        #expect(await counted.run(jobs: 2, chunkBytes: 4000).exitCode == 0)
        #expect(try counted.figures() == held.figures())
        #expect(try total("superseded", counted.figures()) == 10)
    }

    /// What a column of counts adds up to in the account of the sources.
    private func total(_ column: String, _ figures: [String: [UInt8]]) throws -> Int {
        let lines = String(decoding: try #require(figures["sources.csv"]), as: UTF8.self).split(
            whereSeparator: \.isNewline)
        let place = try #require(lines.first?.split(separator: ",").firstIndex { $0 == column })
        return lines.dropFirst().reduce(0) {
            $0 + (Int($1.split(separator: ",", omittingEmptySubsequences: false)[place]) ?? 0)
        }
    }
}
