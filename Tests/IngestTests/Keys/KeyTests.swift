import Definitions
import Ingest
import Tables
import Testing

@Suite("Keys")
struct KeyTests {
    @Test("the newest row of an increment stands, and a rejected winner is not replaced")
    func increment() async throws {
        let force = try TestForce()
        try force.put("calls_20260310.csv", "id,chan,at,note\na,999,2026-03-01 10:00,1\nb,999,2026-03-01 10:00,1\n")
        try force.put("calls_20260311.csv", "id,chan,at,note\na,999,2026-03-01 10:00,1\nb,999,never,2\n")
        let result = try await force.run()
        #expect(result.ledger("calls_20260310.csv") == [0, 0, 2, 0, 0, 0])
        #expect(result.ledger("calls_20260311.csv") == [1, 1, 0, 0, 0, 0])
        #expect(result.rows() == ["a 999 1", "b 999 2 rejected"])
    }

    @Test("among conflicting rows of one export the latest by newest_by stands")
    func newestBy() async throws {
        let force = try TestForce()
        force.sources = [TestForce.source(newestBy: "answered_at")]
        try force.put(
            "calls_20260310.csv",
            """
            id,chan,at,answered,note
            a,999,2026-03-01 10:00,2026-03-01 10:05,early
            a,999,2026-03-01 10:00,2026-03-01 10:09,late
            a,999,2026-03-01 10:00,2026-03-01 10:09,late
            a,999,2026-03-01 10:00,,never
            b,999,2026-03-01 10:00,2026-03-01 10:05,one
            b,999,2026-03-01 10:00,2026-03-01 10:05,two

            """)
        let result = try await force.run()
        #expect(result.ledger("calls_20260310.csv") == [1, 2, 2, 0, 1, 0])
        #expect(result.rows() == ["a 999 late", "b 999 one rejected", "b 999 two rejected"])
        #expect(result.count("DQ04", "call_id") == [2, 6])
    }

    @Test("equal rows are duplicates only when all are equal")
    func equalRows() async throws {
        let force = try TestForce()
        try force.put(
            "calls_20260310.csv",
            "id,chan,at,note\na,999,2026-03-01 10:00,1\na,999,2026-03-01 10:00,1\na,999,2026-03-01 10:00,2\n")
        #expect(try await force.run().ledger("calls_20260310.csv") == [0, 3, 0, 0, 0, 0])
    }

    @Test("a key of several columns")
    func severalColumns() async throws {
        let force = try TestForce()
        force.sources = [
            TestForce.source(
                columns: TestForce.standard + [TestForce.mapping("leg_seq", "leg", .integer)],
                key: ["call_id", "leg_seq"])
        ]
        try force.put(
            "calls_20260310.csv",
            "id,leg,chan,at\nb,1,999,2026-03-01 10:00\na,2,999,2026-03-01 10:00\na,1,999,2026-03-01 10:00\nb,1,101,2026-03-01 10:00\na,,999,2026-03-01 10:00\n"
        )
        let result = try await force.run()
        #expect(result.ledger("calls_20260310.csv") == [2, 3, 0, 0, 0, 0])
        #expect(
            result.rows(["call_id", "leg_seq"]) == ["b 1 rejected", "a 2", "a 1", "b 1 rejected", "a - rejected"])
    }

    @Test("a window rules every day from its first row to its last")
    func window() async throws {
        let force = try TestForce()
        force.sources = [TestForce.source(exports: .window)]
        try force.put(
            "calls_20260310.csv",
            """
            id,chan,at,note
            a,999,2026-03-01 10:00,before the window
            b,999,2026-03-05 00:00,vanished
            c,999,2026-03-06 10:00,kept
            d,999,2026-03-08 23:59,vanished
            e,999,2026-03-09 00:00,after the window
            f,999,2026-03-02 10:00,moved

            """)
        try force.put(
            "calls_20260311.csv",
            """
            id,chan,at,note
            g,999,2026-03-05 10:00,first
            c,999,2026-03-06 10:00,again
            f,999,2026-03-06 10:00,moved
            h,999,2026-03-08 00:00,last

            """)
        let result = try await force.run()
        #expect(result.ledger("calls_20260310.csv") == [2, 0, 2, 2, 0, 0])
        #expect(
            result.rows() == [
                "a 999 before the window", "e 999 after the window", "g 999 first", "c 999 again", "f 999 moved",
                "h 999 last",
            ])
    }

    @Test("of snapshots only the newest is read")
    func snapshot() async throws {
        let force = try TestForce()
        force.sources = [TestForce.source(exports: .snapshot)]
        try force.put("calls_20260310.csv", "id,chan,at\na,999,2026-03-01 10:00\n")
        try force.put("calls_20260311.csv", "id,chan,at\nb,999,2026-03-01 10:00\n")
        let result = try await force.run()
        #expect(result.files.map(\.state) == [.notUsed, .read])
        #expect(result.rows() == ["b 999 -"])
        #expect(try await force.run(asOf: "2026-03-10").rows() == ["a 999 -"])
    }

    @Test("without a key every row counts, and the same file twice is refused")
    func noKey() async throws {
        let force = try TestForce()
        force.sources = [TestForce.source(key: [])]
        try force.put("calls_20260310.csv", "id,chan,at\na,999,2026-03-01 10:00\na,999,2026-03-01 10:00\n")
        #expect(try await force.run().rows() == ["a 999 -", "a 999 -"])
        try force.put("calls_20260311.csv", "id,chan,at\na,999,2026-03-01 10:00\na,999,2026-03-01 10:00\n")
        #expect(
            try await force.failure() == [
                """
                calls_20260311.csv: error: acd: calls_20260311.csv holds the same bytes as calls_20260310.csv, and without \
                a key every row would count twice [E0409]
                    help: remove one of the two files
                """
            ])
        force.sources = [TestForce.source()]
        #expect(
            try await force.failure() == [
                """
                calls_20260311.csv: error: acd: calls_20260311.csv holds the same bytes as calls_20260310.csv: an old \
                export was sent under a new name [E0409]
                    help: ask the supplier for the export that should be here, or remove the copy
                """
            ])
    }

    @Test("no source of a table supersedes another: equal rows are duplicates, different ones are rejected")
    func twoSources() async throws {
        let force = try TestForce()
        force.sources = [
            TestForce.source("old", files: "old_{yyyyMMdd}.csv"), TestForce.source("new", files: "new_{yyyyMMdd}.csv"),
        ]
        try force.put(
            "old_20260310.csv",
            "id,chan,at,note\na,999,2026-03-01 10:00,same\nb,999,2026-03-01 10:00,old\nc,999,2026-03-01 10:00,\n")
        try force.put(
            "new_20260320.csv",
            "id,chan,at,note\na,999,2026-03-01 10:00,same\nb,999,2026-03-01 10:00,new\nd,999,2026-03-01 10:00,\n")
        let result = try await force.run()
        #expect(result.ledger("old_20260310.csv") == [2, 1, 0, 0, 0, 0])
        #expect(result.ledger("new_20260320.csv") == [1, 1, 0, 0, 1, 0])
        #expect(result.rows() == ["a 999 same", "b 999 old rejected", "c 999 -", "b 999 new rejected", "d 999 -"])
        #expect(result.tables[0].files == ["old_20260310.csv", "new_20260320.csv"])
        #expect(Array(result.tables[0].rowFiles) == [0, 0, 0, 1, 1])
    }

    @Test("a part of the key that may be empty equals an empty one; one that cannot be read rejects its record")
    func emptyParts() async throws {
        let force = try TestForce()
        force.sources = [TestForce.source(key: ["call_id", "answered_at"])]
        try force.put(
            "calls_20260310.csv",
            """
            id,chan,at,answered,note
            a,999,2026-03-01 10:00,,old
            a,999,2026-03-01 10:00,2026-03-01 10:01,
            b,999,2026-03-01 10:00,,one
            b,999,2026-03-01 10:00,,two
            c,999,2026-03-01 10:00,never,
            d,999,2026-03-01 10:00,,
            d,999,2026-03-01 10:00,,
            ,999,2026-03-01 10:00,,

            """)
        try force.put("calls_20260311.csv", "id,chan,at,answered,note\na,999,2026-03-01 10:00,,new\n")
        let result = try await force.run()
        #expect(result.ledger("calls_20260310.csv") == [2, 4, 1, 0, 1, 0])
        #expect(
            result.rows() == [
                "a 999 -", "b 999 one rejected", "b 999 two rejected", "c 999 - rejected", "d 999 -",
                "- 999 - rejected",
                "a 999 new",
            ])
    }

    @Test("without a key a newer window replaces the days that it covers, and nothing else")
    func keylessWindow() async throws {
        let force = try TestForce()
        force.sources = [TestForce.source(exports: .window, key: [])]
        try force.put(
            "calls_20260310.csv",
            """
            id,chan,at,note
            a,999,2026-03-01 23:59,before
            b,999,2026-03-02 00:00,replaced
            b,999,2026-03-02 00:00,replaced
            c,999,2026-03-04 23:59,replaced
            d,999,2026-03-05 00:00,after
            e,999,never,no day

            """)
        try force.put(
            "calls_20260311.csv",
            """
            id,chan,at,note
            b,999,2026-03-02 23:00,new
            b,999,2026-03-02 23:00,new
            f,999,2026-03-04 01:00,new

            """)
        let result = try await force.run()
        #expect(result.ledger("calls_20260310.csv") == [2, 1, 3, 0, 0, 0])
        #expect(
            result.rows() == [
                "a 999 before", "d 999 after", "e 999 no day rejected", "b 999 new", "b 999 new", "f 999 new",
            ])
        // A third that covers all days of the first leaves nothing of it, not even what could not be read.
        try force.put(
            "calls_20260312.csv", "id,chan,at,note\ng,999,2026-03-01 01:00,last\nh,999,2026-03-05 23:00,last\n")
        let last = try await force.run()
        #expect(last.ledger("calls_20260310.csv") == [0, 0, 6, 0, 0, 0])
        #expect(last.ledger("calls_20260311.csv") == [0, 0, 3, 0, 0, 0])
        #expect(last.rows() == ["g 999 last", "h 999 last"])
    }

    @Test("without a key increments add up and of snapshots the newest counts")
    func keylessOthers() async throws {
        let force = try TestForce()
        force.sources = [TestForce.source(key: [])]
        try force.put("calls_20260310.csv", "id,chan,at\na,999,2026-03-01 10:00\n")
        try force.put("calls_20260311.csv", "id,chan,at\na,999,2026-03-01 10:00\nb,999,2026-03-01 10:00\n")
        #expect(try await force.run().rows() == ["a 999 -", "a 999 -", "b 999 -"])
        force.sources = [TestForce.source(exports: .snapshot, key: [])]
        #expect(try await force.run().rows() == ["a 999 -", "b 999 -"])
    }
}
