import Definitions
import Ingest
import Tables
import Testing

@Suite("Gates")
struct GateTests {
    /// Good rows on 1 March and bad ones after them.
    private func rows(good: Int, bad: Int, from first: Int = 0, day: String = "2026-03-01") -> String {
        var text = "id,chan,at\n"
        for row in 0..<good { text += "a\(first + row),999,\(day) 10:00\n" }
        for row in 0..<bad { text += "b\(first + row),999,never\n" }
        return text
    }

    @Test("both the count and the share must be passed")
    func bothLimits() async throws {
        let force = try TestForce()
        force.sources = [TestForce.source(perFile: TestForce.gate(warn: (1, 0.1), stop: (3, 0.5)))]
        for (good, bad, passes) in [(0, 1, true), (0, 3, true), (4, 4, true), (3, 4, false)] {
            try force.put("calls_20260310.csv", rows(good: good, bad: bad))
            #expect(try await force.failure().isEmpty == passes, "\(good) good, \(bad) bad")
        }
        #expect(
            try await force.failure() == [
                """
                calls_20260310.csv: error: acd: 4 of 7 records rejected (57.1%), more than 3 and 50%: offered_at is no time \
                as declared (4) [E0401]
                    help: see acd.faults.csv in the quarantine: correct the mapping, or the export, or the limits in `gates`
                """
            ])
        #expect(exitClass(of: "E0401") == 65)
        try force.put("calls_20260310.csv", rows(good: 10, bad: 2))
        #expect(
            try await force.run().findings.filter { $0.code == "E0404" }.map(\.message) == [
                "acd: 2 of 12 records rejected (16.7%), more than 1 and 10%: offered_at is no time as declared (2)"
            ])
    }

    @Test("the newest seven days have a gate of their own, and an unreadable time is that of the record before it")
    func newestWeek() async throws {
        let force = try TestForce()
        force.sources = [TestForce.source(lastSevenDays: TestForce.gate(warn: (1, 0.1), stop: (3, 0.5)))]
        let old = rows(good: 100, bad: 0, day: "2026-02-01").dropFirst(11)
        try force.put(
            "calls_20260310.csv",
            "id,chan,at\n" + old + rows(good: 3, bad: 4, from: 200, day: "2026-03-09").dropFirst(11))
        #expect(
            try await force.failure() == [
                """
                sources/calls.yaml:1:1: error: acd: 4 of 7 records of the seven days to 2026-03-09 rejected (57.1%), more \
                than 3 and 50%: offered_at is no time as declared (4) [E0401]
                    help: see acd.faults.csv in the quarantine: correct the mapping, or the export, or the limits in `gates`
                """
            ])
    }

    @Test("an export must hold as many records as it says")
    func control() async throws {
        let force = try TestForce()
        force.sources = [TestForce.source(dialect: Dialect(control: "Total records:"))]
        try force.put("calls_20260310.csv", rows(good: 3, bad: 1) + "Total records: 4\n")
        let result = try await force.run()
        #expect(result.ledger("calls_20260310.csv") == [3, 1, 0, 0, 0, 0])
        #expect(result.files[0].ledger.skipped == 1)
        try force.put("calls_20260310.csv", rows(good: 3, bad: 0) + "Total records: 1,204\n")
        #expect(
            try await force.failure() == [
                """
                calls_20260310.csv: error: cut at a record boundary: the export says 1,204, the file holds 3 [E0402]
                    help: ask the supplier for the whole export
                """
            ])
        try force.put("calls_20260310.csv", rows(good: 3, bad: 0))
        #expect(
            try await force.failure() == [
                """
                calls_20260310.csv: error: no record begins with `Total records:`, in which the export states its row count \
                [E0403]
                    help: the file may be cut: ask for the export again; or correct `control` of acd
                """
            ])
    }

    @Test("a key that is not unique is named as such")
    func keyNotUnique() async throws {
        let force = try TestForce()
        force.sources = [TestForce.source(perFile: TestForce.gate(warn: (1, 0.1), stop: (3, 0.1)))]
        var text = "id,chan,at\n"
        for row in 0..<6 { text += "same,999,2026-03-01 10:0\(row)\n" }
        try force.put("calls_20260310.csv", text)
        #expect(
            try await force.failure() == [
                """
                calls_20260310.csv: error: acd: 6 of 6 records rejected (100%), more than 3 and 10%: call_id not unique and \
                the rows differ (6) [E0401]
                    help: if rows of one export may share call_id, the `key` of acd lacks a column, or `newest_by` must say \
                which of them counts
                """
            ])
    }

    @Test("a source may be left out instead, and the others go on")
    func leaveOut() async throws {
        let force = try TestForce()
        let gate = TestForce.gate(warn: (0, 0), stop: (0, 0.1))
        force.sources = [
            TestForce.source("old", files: "old_{yyyyMMdd}.csv", perFile: gate, onGate: .leaveOut),
            TestForce.source("new", files: "new_{yyyyMMdd}.csv"),
        ]
        try force.put("old_20260310.csv", rows(good: 1, bad: 1))
        try force.put("new_20260310.csv", rows(good: 2, bad: 0, from: 50))
        let result = try await force.run()
        #expect(result.files.map(\.state) == [.leftOut, .read])
        #expect(result.rows(["call_id"]) == ["a50", "a51"])
        #expect(
            result.leftOut == [
                LeftOutSource(
                    source: "old", table: "calls",
                    because:
                        "old: 1 of 2 records rejected (50%), more than 0 and 10%: offered_at is no time as declared (1)"
                )
            ])
        #expect(!result.findings.contains { $0.severity == .error })
    }

    @Test("a row shared with a source that is left out counts in the other")
    func leftOutShares() async throws {
        let force = try TestForce()
        let gate = TestForce.gate(warn: (0, 0), stop: (0, 0.1))
        force.sources = [
            TestForce.source("old", files: "old_{yyyyMMdd}.csv", perFile: gate, onGate: .leaveOut),
            TestForce.source("new", files: "new_{yyyyMMdd}.csv"),
        ]
        try force.put("old_20260310.csv", rows(good: 1, bad: 1))
        try force.put("new_20260310.csv", rows(good: 2, bad: 0))
        let result = try await force.run()
        #expect(result.rows(["call_id"]) == ["a0", "a1"])
        #expect(result.ledger("new_20260310.csv") == [2, 0, 0, 0, 0, 0])
        #expect(result.files.map(\.state) == [.leftOut, .read])
    }

    @Test("listings stop after twenty of a kind and say how many more there are")
    func capped() async throws {
        let force = try TestForce()
        try force.put("calls_20260310.csv", rows(good: 1, bad: 1_254))
        let listed = try await force.run().findings.filter { $0.code == "V01" }
        #expect(listed.count == 21)
        #expect(
            listed.first?.description
                == "calls_20260310.csv:3: warning: acd: offered_at is no time as declared, its shape is `AAAAA` [V01]")
        #expect(listed.last?.description == "warning: acd: offered_at is no time as declared: and 1,234 more [V01]")
    }
}
