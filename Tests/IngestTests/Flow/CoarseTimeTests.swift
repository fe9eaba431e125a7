import Definitions
import Ingest
import Tables
import Testing

@Suite("Tables whose time is a day or a month")
struct CoarseTimeTests {
    @Test("a month is its first instant, and known to the month")
    func months() async throws {
        let force = try TestForce()
        let month = ColumnForm.time(formats: ["yyyy-MM", "MMM yyyy"], resolution: 31 * 86_400_000)
        force.sources = [
            TestForce.source(columns: [
                TestForce.mapping("call_id", "id", .id),
                TestForce.mapping("channel", "chan", .category(TestForce.channels, ordered: false)),
                TestForce.mapping("offered_at", "at", month),
            ])
        ]
        try force.put(
            "calls_20260310.csv", "id,chan,at\na,999,2026-01\nb,999,Mar 2026\nc,999,2025-07\nd,999,2026-13\n")
        let result = try await force.run()
        // July is summer time: the month begins at eleven in the evening before.
        #expect(
            result.rows(["call_id", "offered_at"]) == [
                "a 1767225600000", "b 1772323200000", "c 1751324400000", "d - rejected",
            ])
        #expect(result.tables[0].field(named: "offered_at")?.resolution == 2_678_400_000)
    }

    private static let spans = SchemaDefinition(
        name: "spans",
        columns: [
            TestForce.column("kpi_id", .text, isRequired: true), TestForce.column("first_day", .date, isRequired: true),
        ], key: ["kpi_id"], time: "first_day", isOptional: true, location: .init(file: "schema/spans.yaml"))

    private func force(_ exports: SourceDefinition.ExportKind) throws -> TestForce {
        let force = try TestForce()
        force.schemas = [Self.spans]
        force.sources = [
            TestForce.source(
                "spans", table: "spans", files: "spans_{yyyyMMdd}.csv", exports: exports,
                columns: [
                    TestForce.mapping("kpi_id", "kpi", .text),
                    TestForce.mapping("first_day", "from", .date(formats: ["yyyy-MM-dd"])),
                ], key: ["kpi_id"])
        ]
        return force
    }

    @Test("of a date the newest record is the beginning of its local day; a day after the export's own is a fault")
    func newest() async throws {
        let force = try force(.snapshot)
        try force.put("spans_20260331.csv", "kpi,from\nA,2025-07-01\nB,2026-04-01\nC,2026-03-31\n")
        let result = try await force.run()
        #expect(result.rows(["kpi_id", "first_day"], of: "spans") == ["A 20270", "B - rejected", "C 20543"])
        #expect(result.ledger("spans_20260331.csv") == [2, 1, 0, 0, 0, 0])
        // 31 March 2026, 00:00 in London, which is an hour ahead by then.
        #expect(result.files.map(\.newest) == [1_774_911_600_000])
    }

    @Test("a window of days rules the days between its first and its last")
    func window() async throws {
        let force = try force(.window)
        try force.put("spans_20260310.csv", "kpi,from\nA,2025-07-01\nB,2025-07-10\nC,2025-08-01\n")
        try force.put("spans_20260311.csv", "kpi,from\nD,2025-07-05\nE,2025-07-20\n")
        let result = try await force.run()
        #expect(result.ledger("spans_20260310.csv") == [2, 0, 0, 1, 0, 0])
        #expect(result.rows(["kpi_id"], of: "spans") == ["A", "C", "D", "E"])
    }
}
