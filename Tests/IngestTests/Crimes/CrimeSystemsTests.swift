import Definitions
import Ingest
import Tables
import Testing

@Suite("Crimes of two systems")
struct CrimeSystemsTests {
    private let columns = ["crime_id", "status", "outcome_code"]

    private func crimes(_ result: IngestResult) -> [String] { result.rows(columns, of: "crimes") }

    @Test("their rows make one table, whatever each calls its columns and outcomes")
    func oneTable() async throws {
        let force = try TestForce.loaded(sources: CrimeExports.old, CrimeExports.new)
        try force.put(
            "old_20260310.csv",
            CrimeExports.oldHeader + """
                CR/1,01/10/2025 09:00,FILED,1A,03/11/2025
                CR/2,01/10/2025 09:30,live,,
                CR/3,02/10/2025 09:30,No  Crime,,

                """)
        try force.put(
            "new_20260310.csv",
            CrimeExports.newHeader + """
                99001,2026-01-05T14:03:22,Open,,
                99002,2026-01-05T15:00:00,Filed,investigation complete:  no suspect identified,2026-02-01T17:00:00
                99003,2026-01-06T15:00:00,Filed,CHARGE/SUMMONS,2026-02-02T17:00:00

                """)
        let result = try await force.run()
        #expect(
            crimes(result) == [
                "CR/1 closed 1A", "CR/2 open -", "CR/3 cancelled -", "99001 open -", "99002 closed 18",
                "99003 closed 1",
            ])
        // What is known to the day in one of them is known to the day.
        let table = try #require(result.tables.first { $0.name == "crimes" })
        #expect(table.field(named: "outcome_at")?.resolution == 86_400_000)
        #expect(table.field(named: "recorded_at")?.resolution == 60_000)
    }

    @Test("a crime that both hold counts once when they agree, and not at all when they do not")
    func inBoth() async throws {
        let force = try TestForce.loaded(sources: CrimeExports.old, CrimeExports.new)
        try force.put(
            "old_20260310.csv",
            CrimeExports.oldHeader + """
                CR/1,01/10/2025 09:00,FILED,18,03/11/2025
                CR/2,01/10/2025 09:30,LIVE,,
                CR/3,01/10/2025 09:45,LIVE,,

                """)
        let label = "Investigation Complete: No Suspect Identified"
        try force.put(
            "new_20260310.csv",
            CrimeExports.newHeader + """
                CR/1,2025-10-01T09:00:00,Filed,\(label),2025-11-03T00:00:00
                CR/2,2025-10-01T09:30:00,Filed,\(label),2026-01-03T00:00:00
                99001,2026-01-05T14:03:22,Open,,

                """)
        let result = try await force.run()
        #expect(
            crimes(result) == [
                "CR/1 closed 18", "CR/2 open - rejected", "CR/3 open -", "CR/2 closed 18 rejected", "99001 open -",
            ])
        #expect(result.ledger("old_20260310.csv") == [2, 1, 0, 0, 0, 0])
        #expect(result.ledger("new_20260310.csv") == [1, 1, 0, 0, 1, 0])
    }

    @Test("of each system's snapshots only the newest counts: what has gone from it has gone")
    func snapshots() async throws {
        let force = try TestForce.loaded(sources: CrimeExports.old, CrimeExports.new)
        try force.put(
            "old_20260309.csv",
            CrimeExports.oldHeader + "CR/1,01/10/2025 09:00,LIVE,,\nCR/2,01/10/2025 09:30,LIVE,,\n")
        try force.put("old_20260310.csv", CrimeExports.oldHeader + "CR/1,01/10/2025 09:00,FILED,18,03/11/2025\n")
        try force.put("new_20260309.csv", CrimeExports.newHeader + "99001,2026-01-05T14:03:22,Open,,\n")
        let result = try await force.run()
        #expect(crimes(result) == ["CR/1 closed 18", "99001 open -"])
        #expect(result.files.filter { $0.state == .read }.map(\.file) == ["old_20260310.csv", "new_20260309.csv"])
    }

    @Test("a closed crime without an outcome is refused, unless a history says what it was")
    func closedWithout() async throws {
        let force = try TestForce.loaded(sources: CrimeExports.old)
        let rows = """
            CR/1,01/10/2025 09:00,FILED,,
            CR/2,01/10/2025 09:30,FILED,0,
            CR/3,01/10/2025 09:45,FILED,18,03/11/2025
            CR/4,01/10/2025 09:50,FILED,PENDING FILE,03/11/2025

            """
        try force.put("old_20260310.csv", CrimeExports.oldHeader + rows)
        force.sources = force.sources.map(TestForce.withoutGates)
        let alone = try await force.run()
        // An outcome in words that stand for no code is unknown, not absent.
        #expect(
            crimes(alone) == ["CR/1 closed - rejected", "CR/2 closed 0 rejected", "CR/3 closed 18", "CR/4 closed -"])
        #expect(alone.count("DQ06", "outcome_code") == [1, 3])
        #expect(
            force.quarantined("crimes_old.rejected.csv") == CrimeExports.oldHeader
                + "CR/1,01/10/2025 09:00,FILED,,\nCR/2,01/10/2025 09:30,FILED,0,\n")

        let both = try TestForce.loaded(sources: CrimeExports.old, CrimeExports.history)
        try both.put("old_20260310.csv", CrimeExports.oldHeader + rows)
        try both.put("outcomes_20260310.csv", "Ref,Code,Assigned\nCR/1,18,11/03/2025 4:05 PM\n")
        let told = try await both.run()
        #expect(crimes(told) == ["CR/1 closed -", "CR/2 closed 0", "CR/3 closed 18", "CR/4 closed -"])
        // The third of November, not the eleventh of March.
        #expect(told.rows(["crime_id", "outcome_at"], of: "outcomes") == ["CR/1 1762185900000"])
    }

    @Test("a time that cannot be is a fault of its crime")
    func times() async throws {
        let force = try TestForce.loaded(sources: CrimeExports.old)
        force.sources = force.sources.map(TestForce.withoutGates)
        try force.put(
            "old_20260310.csv",
            CrimeExports.oldHeader + """
                CR/1,01/10/2025 24:10,LIVE,,
                CR/2,01/10/2025 00:10,FILED,18,03/11/2025
                CR/3,04/11/2025 00:10,LIVE,,

                """)
        let result = try await force.run()
        #expect(crimes(result) == ["CR/1 open - rejected", "CR/2 closed 18", "CR/3 open -"])
    }
}

extension TestForce {
    /// The same source with gates that nothing passes.
    static func withoutGates(_ source: SourceDefinition) -> SourceDefinition {
        SourceDefinition(
            name: source.name, schema: source.schema, files: source.files, folder: source.folder,
            exports: source.exports, dialect: source.dialect, rowsWith: source.rowsWith, timeZone: source.timeZone,
            columns: source.columns, key: source.key, newestBy: source.newestBy, onePer: source.onePer, perFile: open,
            lastSevenDays: open, onGate: source.onGate, isOptional: source.isOptional, location: source.location)
    }
}
