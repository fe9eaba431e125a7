import Definitions
import Ingest
import Tables
import Testing

@Suite("Two sources read one export with one row per log and unit")
struct TwoSourcesTests {
    private let first = "lu_20260310.csv"
    private let second = "lu_20260311.csv"

    /// Milliseconds of a local time of March 2026 before the clocks change.
    private func at(_ day: Int, _ hour: Int, _ minute: Int) -> Int64 {
        Int64(CivilDate(year: 2026, month: 3, day: day).days) * 86_400_000 + Int64(hour * 60 + minute) * 60_000
    }

    private func logs(_ result: IngestResult) -> [String] {
        result.rows(["log_id", "grade", "first_there_at", "last_unit"], of: "logs")
    }

    private func units(_ result: IngestResult) -> [String] {
        result.rows(["log_id", "unit", "sent_at"], of: "units")
    }

    @Test("each has its own rows and a ledger that adds up")
    func ledgers() async throws {
        let force = try LogUnits.force()
        try force.put(
            first,
            LogUnits.header + """
                1,2026-03-01,2,2026-03-01 10:00,A1,2026-03-01 10:02,2026-03-01 10:20
                1,2026-03-01,1,2026-03-01 10:00,B2,2026-03-01 10:05,2026-03-01 10:12
                1,2026-03-02,2,2026-03-02 09:00,,,
                2,2026-03-02,2,2026-03-02 09:30,A1,,
                2,2026-03-02,2,2026-03-02 09:30,A1,,
                1,2026-03-01,2,2026-03-01 10:00,C3,2026-03-01 10:01,

                """)
        let result = try await force.run()
        // The log without a unit is no unit; the unit that was listed twice without a time is one.
        #expect(result.ledger(first, of: "logs") == [3, 0, 3, 0, 0, 0])
        #expect(result.ledger(first, of: "units") == [4, 0, 0, 0, 1, 0])
        #expect(result.files.map(\.ledger.skipped) == [0, 1])
        #expect(result.files.map(\.ledger.physical) == [7, 7])
        // Grade is not taken, so it is the first row's; the earliest arrival and the unit sent last are.
        #expect(
            logs(result) == [
                "2026-03-01/1 2 \(at(1, 10, 12)) B2", "2026-03-02/1 2 - -", "2026-03-02/2 2 - A1",
            ])
        #expect(
            units(result) == [
                "2026-03-01/1 A1 \(at(1, 10, 2))", "2026-03-01/1 B2 \(at(1, 10, 5))", "2026-03-02/2 A1 -",
                "2026-03-01/1 C3 \(at(1, 10, 1))",
            ])
    }

    @Test("a later export rules the whole log, and units one by one")
    func laterExport() async throws {
        let force = try LogUnits.force()
        try force.put(
            first,
            LogUnits.header + """
                1,2026-03-01,2,2026-03-01 10:00,A1,2026-03-01 10:02,2026-03-01 10:20
                1,2026-03-01,2,2026-03-01 10:00,B2,2026-03-01 10:05,2026-03-01 10:12

                """)
        try force.put(
            second, LogUnits.header + "1,2026-03-01,1,2026-03-01 10:00,A1,2026-03-01 10:02,2026-03-01 10:21\n")
        let result = try await force.run()
        #expect(result.ledger(first, of: "logs") == [0, 0, 2, 0, 0, 0])
        #expect(result.ledger(first, of: "units") == [1, 0, 1, 0, 0, 0])
        #expect(logs(result) == ["2026-03-01/1 1 \(at(1, 10, 21)) A1"])
        #expect(units(result).count == 2)
    }

    @Test("files of one date are one export: a corrected record joins the others of its log")
    func corrected() async throws {
        let force = try LogUnits.force()
        try force.put(
            first,
            LogUnits.header + """
                1,2026-03-01,2,2026-03-01 10:00,A1,2026-03-01 10:02,2026-03-01 10:20
                1,2026-03-01,2,2026-03-01 10:00,B2,never,2026-03-01 10:12

                """)
        let faulty = try await force.run()
        #expect(faulty.ledger(first, of: "units") == [1, 1, 0, 0, 0, 0])
        #expect(
            force.quarantined("units.rejected.csv") == LogUnits.header
                + "1,2026-03-01,2,2026-03-01 10:00,B2,never,2026-03-01 10:12\n")
        try force.put(
            first + ".corrected.csv",
            LogUnits.header + "1,2026-03-01,2,2026-03-01 10:00,B2,2026-03-01 10:05,2026-03-01 10:12\n")
        let mended = try await force.run()
        #expect(logs(mended) == ["2026-03-01/1 2 \(at(1, 10, 12)) B2"])
        #expect(mended.ledger(first, of: "logs") == [0, 0, 2, 0, 0, 0])
    }

    @Test("a malformed record costs its log nothing when another of its records is whole")
    func malformed() async throws {
        let force = try LogUnits.force()
        try force.put(
            first,
            LogUnits.header + """
                1,2026-03-01,2,2026-03-01 10:00,A1
                1,2026-03-01,2,2026-03-01 10:00,B2,2026-03-01 10:05,2026-03-01 10:12
                2,2026-03-01,2,2026-03-01 10:00,A1

                """)
        let result = try await force.run()
        #expect(result.ledger(first, of: "logs") == [1, 1, 1, 0, 0, 0])
        #expect(result.ledger(first, of: "units") == [1, 2, 0, 0, 0, 0])
        #expect(force.quarantined("logs.rejected.csv") == LogUnits.header + "2,2026-03-01,2,2026-03-01 10:00,A1\n")
    }

    @Test("the export's own row count counts the records of both")
    func control() async throws {
        let force = try LogUnits.force(dialect: Dialect(control: "Records:"))
        let rows = "1,2026-03-01,2,2026-03-01 10:00,A1,,\n2,2026-03-01,2,2026-03-01 10:00,,,\n"
        try force.put(first, LogUnits.header + rows + "Records: 2\n")
        #expect(try await force.run().files.map(\.ledger.accepted) == [2, 1])
        try force.put(first, LogUnits.header + rows + "Records: 3\n")
        #expect(
            try await force.failure()
                == ["logs", "units"].map { _ in
                    "\(first): error: cut at a record boundary: the export says 3, the file holds 2 [E0402]\n"
                        + "    help: ask the supplier for the whole export"
                })
    }

    @Test("the same bytes twice are told once for each source")
    func twins() async throws {
        let force = try LogUnits.force()
        try force.put(first, LogUnits.header + "1,2026-03-01,2,2026-03-01 10:00,A1,,\n")
        try force.put(second, LogUnits.header + "1,2026-03-01,2,2026-03-01 10:00,A1,,\n")
        #expect(
            try await force.failure()
                == ["logs", "units"].map { source in
                    "\(second): error: \(source): \(second) holds the same bytes as \(first): an old export was sent under "
                        + "a new name [E0409]\n    help: ask the supplier for the export that should be here, or remove the copy"
                })
    }

    @Test("records of another kind are told by the text of a cell")
    func kinds() async throws {
        let force = try LogUnits.force()
        force.sources[1] = TestForce.source(
            "units", table: "units", files: "lu_{yyyyMMdd}.csv*",
            rowsWith: .init(headers: ["kind", "grade"], values: ["Unit", "officer"]),
            columns: Array(force.sources[1].columns), key: ["log_id", "unit", "sent_at"])
        force.sources.removeFirst()
        try force.put(
            first, "log,day,kind,unit,sent,there\n1,2026-03-01,UNIT,A1,,\n1,2026-03-01,note,A2,,\n1,2026-03-01,,A3,,\n")
        let result = try await force.run()
        #expect(units(result) == ["2026-03-01/1 A1 -"])
        #expect(result.files.map(\.ledger.skipped) == [2])
        try force.put(first, "log,day,unit,sent,there\n1,2026-03-01,A1,,\n")
        #expect(
            try await force.failure() == [
                "sources/calls.yaml:1:1: error: \(first) has no header `kind` or `grade`, which `rows_with` reads; its "
                    + "headers are `log`, `day`, `unit`, `sent`, `there` [E0311]\n    help: name the header that holds it "
                    + "under `rows_with:`"
            ])
    }

    @Test("units of a window without a time are decided by their key alone")
    func untimedWindow() async throws {
        let force = try LogUnits.force(exports: .window)
        try force.put(
            first,
            LogUnits.header + """
                1,2026-03-01,2,2026-03-01 10:00,A1,,
                1,2026-03-01,2,2026-03-01 10:00,B2,,
                1,2026-03-01,2,2026-03-01 10:00,C3,2026-03-01 10:05,

                """)
        try force.put(
            second,
            LogUnits.header + """
                1,2026-03-01,2,2026-03-01 10:00,A1,,
                1,2026-03-01,2,2026-03-01 10:00,D4,2026-03-01 10:06,

                """)
        let result = try await force.run()
        #expect(result.ledger(first, of: "units") == [1, 0, 1, 1, 0, 0])
        #expect(
            units(result) == ["2026-03-01/1 B2 -", "2026-03-01/1 A1 -", "2026-03-01/1 D4 \(at(1, 10, 6))"])
    }

    @Test("what happens at the as-of or later is not known yet")
    func asOf() async throws {
        let force = try LogUnits.force()
        try force.put(
            first, LogUnits.header + "1,2026-03-01,2,2026-03-01 10:00,A1,2026-03-01 23:59,2026-03-02 00:00\n")
        #expect(logs(try await force.run()) == ["2026-03-01/1 2 \(at(2, 0, 0)) A1"])
        try force.remove(first)
        try force.put(
            "lu_20260301.csv",
            LogUnits.header + "1,2026-03-01,2,2026-03-01 10:00,A1,2026-03-01 23:59,2026-03-02 00:00\n")
        #expect(logs(try await force.run(asOf: "2026-03-01")) == ["2026-03-01/1 2 - A1"])
    }
}
