import Definitions
import Ingest
import Tables
import Testing

@Suite("Fates of records")
struct FateTests {
    @Test("every fate, in one file and its successor")
    func everyFate() async throws {
        let force = try TestForce()
        try force.put(
            "calls_20260310.csv",
            """
            id,chan,at,note
            a,999,2026-03-01 10:00,old
            b,999,2026-03-01 10:01,kept
            b,999,2026-03-01 10:01,kept
            c,999,2026-03-01 10:02,one
            c,999,2026-03-01 10:02,two
            ,999,2026-03-01 10:03,no key
            e,999,2026-02-31 10:04,no time
            f,999,"2026-03-01 10:05,open

            """)
        try force.put(
            "calls_20260320.csv",
            """
            id,chan,at,note
            a,101,2026-03-01 10:00,new
            g,101,2026-03-15 00:00,later
            h,101,2026-03-14 23:59,last

            """)
        let result = try await force.run(asOf: "2026-03-20")
        #expect(result.ledger("calls_20260310.csv") == [1, 5, 1, 0, 1, 0])
        #expect(result.ledger("calls_20260320.csv") == [3, 0, 0, 0, 0, 0])
        #expect(result.files.map(\.ledger.physical) == [9, 4])
        #expect(
            result.rows() == [
                "b 999 kept", "c 999 one rejected", "c 999 two rejected", "- 999 no key rejected",
                "e 999 no time rejected",
                "- - - rejected", "a 101 new", "g 101 later", "h 101 last",
            ])
    }

    @Test("knowledge ends at the as-of: later rows are no rows, later times are empty, planned times stay")
    func asOf() async throws {
        let force = try TestForce()
        try force.put(
            "calls_20260310.csv",
            """
            id,chan,at,answered,due
            a,999,2026-03-10 23:59,2026-03-11 00:00,2026-03-12 09:00
            b,999,2026-03-11 00:00,,
            b,999,2026-03-10 10:00,2026-03-10 10:01,

            """)
        let result = try await force.run(asOf: "2026-03-10")
        // The later row of b leaves before keys are compared, so its other row is in conflict with nothing.
        #expect(result.ledger("calls_20260310.csv") == [2, 0, 0, 0, 0, 1])
        #expect(
            result.rows(["call_id", "offered_at", "answered_at", "due_at"]) == [
                "a 1773187140000 - 1773306000000", "b 1773136800000 1773136860000 -",
            ])
        #expect(result.count("DQ05", "answered_at") == [0, 2])
    }

    @Test("exports dated after the as-of are not read; without any other the run stops")
    func exportsAfterAsOf() async throws {
        let force = try TestForce()
        try force.put("calls_20260310.csv", "id,chan,at\na,999,2026-03-01 10:00\n")
        try force.put("calls_20260401.csv", "id,chan,at\nb,999,2026-03-01 10:00\n")
        let result = try await force.run(asOf: "2026-03-31")
        #expect(result.files.map(\.state) == [.read, .afterAsOf])
        #expect(result.files.map(\.ledger.physical) == [2, 0])
        #expect(result.rows() == ["a 999 -"])
        #expect(
            try await force.failure(asOf: "2026-03-09") == [
                """
                sources/calls.yaml:1:1: error: acd: all 2 files of the folder `FOLDER/in` are dated after 2026-03-09 [E0502]
                    help: choose a later --as-of, or put back an export of that time
                """
            ])
    }

    @Test("a source without files stops the run unless the force may do without it")
    func noFiles() async throws {
        let force = try TestForce()
        #expect(
            try await force.failure() == [
                """
                sources/calls.yaml:1:1: error: acd: no file matches `calls_{yyyyMMdd}.csv*` in FOLDER/in [E0501]
                    help: put the export there, correct `files` or `folder`, or say `optional: true` if there may be none
                """
            ])
        force.sources = [TestForce.source(isOptional: true)]
        let result = try await force.run()
        #expect(result.notSupplied == ["calls"])
        #expect(result.tables.isEmpty)
        #expect(exitClass(of: "E0501") == 66)
    }

    @Test("an older newest export than a run has used is refused, a replay of the past is not")
    func olderThanUsed() async throws {
        let force = try TestForce()
        try force.put("calls_20260310.csv", "id,chan,at\na,999,2026-03-01 10:00\n")
        force.lastUsed = ["acd": CivilDate(year: 2026, month: 3, day: 12)]
        #expect(
            try await force.failure() == [
                """
                calls_20260310.csv: error: acd: the newest export is dated 2026-03-10, older than the one of 2026-03-12 \
                that a run has used [E0503]
                    help: find the export of 2026-03-12 or a newer one; figures must not go back behind what was published
                """
            ])
        try force.put("calls_20260312.csv", "id,chan,at\nb,999,2026-03-01 10:00\n")
        #expect(try await force.failure(asOf: "2026-03-11") == [])
    }

    @Test("a required cell that is empty rejects, an unknown category or an implausible time does not")
    func blanks() async throws {
        let force = try TestForce()
        try force.put(
            "calls_20260310.csv",
            """
            id,chan,at,answered
            a,WhatsApp,2026-03-01 10:00,1899-12-30 00:00
            b,,2026-03-01 10:00,
            c,999,1900-01-01 00:00,
            d,999,2026-03-01 10:00,soon

            """)
        let result = try await force.run()
        #expect(
            result.rows(["call_id", "channel", "answered_at"]) == [
                "a - -", "b - - rejected", "c 999 - rejected", "d 999 - rejected",
            ])
        #expect(result.count("DQ05", "channel") == [1, 4])
        #expect(result.count("DQ05", "offered_at") == [1, 4])
        #expect(result.count("DQ05", "answered_at") == [1, 4])
        #expect(result.count("DQ06", "channel") == [1, 1])
        #expect(result.count("DQ07", "answered_at") == [1, 1])
    }

    @Test("unmapped columns read as declared, or make figures not computable")
    func unmapped() async throws {
        let force = try TestForce()
        try force.put("calls_20260310.csv", "id,chan,at\na,999,2026-03-01 10:00\n")
        let result = try await force.run()
        #expect(result.rows(["leg_seq", "note", "caller_hash"]) == ["1 - -"])
        #expect(
            result.unusable == [UnusableColumn(table: "calls", column: "caller_hash", because: "not mapped by acd")])
    }

    @Test("one row per key takes what is asked for, and counts the others as superseded")
    func onePer() async throws {
        let force = try TestForce()
        force.sources = [
            TestForce.source(
                onePer: .init(key: "call_id", take: ["answered_at": .minimum, "note": .last(by: "answered_at")]))
        ]
        try force.put(
            "calls_20260310.csv",
            """
            id,chan,at,answered,note
            a,999,2026-03-01 10:00,2026-03-01 10:07,third
            b,101,2026-03-01 11:00,,alone
            a,101,2026-03-01 10:01,2026-03-01 10:05,first
            a,999,2026-03-01 10:00,2026-03-01 10:06,second
            a,999,2026-03-01 10:00,,none

            """)
        let result = try await force.run()
        #expect(result.ledger("calls_20260310.csv") == [2, 0, 3, 0, 0, 0])
        #expect(
            result.rows(["call_id", "channel", "answered_at", "note"]) == [
                "a 999 1772359500000 third", "b 101 - alone",
            ])
    }
}
