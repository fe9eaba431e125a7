import Definitions
import Ingest
import Testing

@Suite("The ledger over random exports")
struct LedgerPropertyTests {
    @Test("every record has the fate that the plain model gives it", arguments: [UInt64](1...40))
    func model(seed: UInt64) async throws {
        var random = SplitMix(seed: seed)
        let exports: SourceDefinition.ExportKind = seed.isMultiple(of: 2) ? .window : .increment
        let fileCount = 1 + random.below(4)
        var rows: [LedgerModel.Row] = []
        for file in 0..<fileCount {
            for _ in 0..<random.below(25) {
                rows.append(
                    LedgerModel.Row(
                        file: file, id: random.below(12) == 0 ? "" : "k\(random.below(14))",
                        minute: random.below(10) == 0 ? nil : random.below(day(file, fileCount) * 4 + 1) * 360,
                        note: "n\(random.below(2))", isMalformed: random.below(15) == 0))
            }
        }
        let force = try TestForce()
        force.sources = [TestForce.source(exports: exports)]
        for file in 0..<fileCount {
            let lines = rows.filter { $0.file == file }.map(\.line)
            try force.put(name(file, fileCount), (["id,chan,at,note"] + lines).joined(separator: "\n") + "\n")
        }
        let fates = LedgerModel(rows: rows, exports: exports, end: 7 * 1440).fates()
        let result = try await force.run(asOf: "2026-03-07")
        for file in 0..<fileCount {
            var wanted = [0, 0, 0, 0, 0, 0]
            for place in rows.indices where rows[place].file == file { wanted[fates[place].rawValue] += 1 }
            #expect(result.ledger(name(file, fileCount)) == wanted, "file \(file)")
            #expect(result.files[file].ledger.physical == wanted.reduce(1, +))
        }
        let kept = rows.indices.filter { fates[$0] == .accepted || fates[$0] == .rejected }
        #expect(result.rows(["note"]).count == kept.count)
        let rejecting = result.ruleCounts.filter { $0.action == "reject" }.reduce(0) { $0 + $1.count }
        #expect(rejecting == fates.count { $0 == .rejected })
    }

    /// The last file is dated the day of the as-of; its rows of the midnight after are still to come.
    private func day(_ file: Int, _ fileCount: Int) -> Int { 8 - fileCount + file }

    private func name(_ file: Int, _ fileCount: Int) -> String {
        "calls_2026030\(day(file, fileCount)).csv"
    }
}

extension SplitMix {
    fileprivate mutating func below(_ bound: Int) -> Int { Int(next() >> 1) % bound }
}
