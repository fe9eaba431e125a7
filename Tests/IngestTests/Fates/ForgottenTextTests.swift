import Definitions
import Ingest
import Tables
import Testing

/// A run keeps no texts that nothing mentions. Where every record went must not depend on it.
@Suite("Texts that nothing mentions")
struct ForgottenTextTests {
    /// Times are read and nothing else is.
    private static let table = TableDefinition(
        name: "all_calls", from: .source("calls"), filter: nil, time: "offered_at", chain: nil, relations: [],
        columns: [], populations: [], dimensions: [], location: TestForce.place)

    @Test("every record goes where it goes when all texts are kept", arguments: 0..<120)
    func sameAccount(seed: UInt64) async throws {
        var dice = Dice(state: seed &* 0x9e37_79b9_7f4a_7c15 | 1)
        let force = try TestForce()
        force.tables = [ForgottenTextTests.table]
        let kinds: [SourceDefinition.ExportKind] = [.increment, .window, .snapshot]
        force.sources = [TestForce.source(exports: kinds[dice.below(3)])]
        let faults = dice.below(3)
        var next = 100
        for day in 0..<1 + dice.below(3) {
            var lines: [String] = []
            for _ in 0..<dice.below(40) {
                next += faults == 2 && dice.below(12) == 0 ? -dice.below(3) : 1
                lines.append(line(id: next, faults: faults, &dice))
            }
            // Every other force writes its records in no order.
            if seed % 2 == 1 { for place in lines.indices { lines.swapAt(place, dice.below(place + 1)) } }
            try force.put("calls_2026031\(day).csv", "id,chan,at,note\n" + lines.joined())
        }
        let whole = try await force.run()
        let rejected = force.quarantined("acd.faults.csv")
        for (jobs, chunkBytes) in [(1, 8 << 20), (2, 97)] {
            let sparing = try await force.run(jobs: jobs, chunkBytes: chunkBytes, keepsAllTexts: false)
            #expect(sparing.files.map { "\($0)" } == whole.files.map { "\($0)" })
            #expect(sparing.ruleCounts == whole.ruleCounts)
            #expect(sparing.findings.map { "\($0)" } == whole.findings.map { "\($0)" })
            #expect(sparing.rows(["offered_at"]) == whole.rows(["offered_at"]))
            let (mine, other) = (try #require(sparing.tables.first), try #require(whole.tables.first))
            #expect(mine.rowFiles == other.rowFiles)
            #expect(mine.rowOffsets.listed(mine.rowCount) == other.rowOffsets.listed(mine.rowCount))
            #expect(force.quarantined("acd.faults.csv") == rejected)
        }
    }

    @Test("texts are kept only where something mentions them")
    func kept() async throws {
        let force = try TestForce()
        force.tables = [ForgottenTextTests.table]
        try force.put("calls_20260310.csv", "id,chan,at,note\na,999,2026-03-01 10:00,=1\nb,101,2026-03-01 10:00,\n")
        let result = try await force.run(keepsAllTexts: false)
        #expect(result.tables[0].field(named: "call_id") == nil)
        #expect(result.tables[0].field(named: "offered_at") != nil)
        #expect(result.count("DQ27", "note") == [1, 1])
        #expect(result.count("DQ06", "channel") == [0, 2])
        force.tables = []
        #expect(try await force.run(keepsAllTexts: false).rows() == ["a 999 =1", "b 101 -"])
    }

    private func line(id: Int, faults: Int, _ dice: inout Dice) -> String {
        let kind = faults == 0 ? 9 : dice.below(20)
        let note = ["", "=1+1", "seen", "-"][dice.below(4)]
        let channel = kind == 0 ? "what" : ["999", "101"][dice.below(2)]
        let at = kind == 1 ? "never" : "2026-03-0\(1 + dice.below(9)) 10:00"
        switch kind {
        case 2: return ",\(channel),\(at),\(note)\n"
        case 3: return "C\(id),\(channel),\(at),\"a\"b\n"
        case 4: return "2.2E+07,\(channel),\(at),\(note)\n"
        case 5: return "C\(id),\(channel)\n"
        default: return "C\(id),\(channel),\(at),\(note)\n"
        }
    }
}

/// Numbers that depend on the seed alone.
private struct Dice {
    var state: UInt64

    mutating func below(_ limit: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state >> 33) % limit
    }
}
