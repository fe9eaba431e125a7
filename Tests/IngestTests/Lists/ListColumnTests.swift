import Definitions
import Ingest
import Tables
import Testing

@Suite("A cell with several values reads as the rows of a table")
struct ListColumnTests {
    private let file = "logs_20260310.csv"

    private func force(
        separator: String = ";", absence: SchemaDefinition.Absence = .reads(nil), isMapped: Bool = true,
        key: [String] = ["log_id"]
    ) throws -> TestForce {
        let force = try TestForce()
        let text = ColumnForm.text
        let minutes = ColumnForm.time(formats: ["yyyy-MM-dd HH:mm"], resolution: 60_000)
        force.schemas = Logs.schemas(separator: separator, absence: absence)
        force.sources = [
            TestForce.source(
                "cad", table: "logs", files: "logs_{yyyyMMdd}.csv*",
                columns: [
                    TestForce.mapping("log_id", "log", .id), TestForce.mapping("made_at", "made", minutes),
                ] + (isMapped ? [TestForce.mapping("codes", "codes", text)] : []),
                key: key)
        ]
        return force
    }

    private func codes(_ result: IngestResult) -> [String] {
        result.rows(["log_id", "pos", "value"], of: "logs_codes")
    }

    @Test("values are trimmed, empty ones are none, repeated ones stay; rows keep the order of their logs")
    func values() async throws {
        let force = try force()
        try force.put(
            file,
            """
            log,made,codes
            2,2026-03-01 10:00, BUR ;; THE;BUR
            1,2026-03-01 11:00,
            3,2026-03-01 12:00,;
            4,2026-03-01 13:00, BUR ;; THE;BUR
            5,2026-03-01 14:00,THE

            """)
        let result = try await force.run()
        #expect(
            codes(result) == [
                "2 1 BUR", "2 2 THE", "2 3 BUR", "4 1 BUR", "4 2 THE", "4 3 BUR", "5 1 THE",
            ])
        // The cell itself stays as it stands, for readers.
        #expect(result.rows(["codes"], of: "logs") == ["BUR ;; THE;BUR", "-", ";", "BUR ;; THE;BUR", "THE"])
        let table = try #require(result.tables.first { $0.name == "logs_codes" })
        let parent = try #require(result.tables.first { $0.name == "logs" })
        #expect(table.rowOffsets.listed(7) == [0, 0, 0, 3, 3, 3, 4].map { parent.rowOffsets[$0] })
        #expect(Array(table.rowFiles) == Array(repeating: 0, count: 7))
        #expect(table.files == [file])
        #expect(table.key == ["log_id", "pos"])
    }

    @Test(
        "what separates values may have several characters, and may stand at either end",
        arguments: [
            (", ", "BUR, THE"), ("||", "||BUR||THE||"), (" / ", "BUR / THE"), ("\u{a6}", "BUR\u{a6}THE"),
        ])
    func separators(separator: String, cell: String) async throws {
        let force = try force(separator: separator)
        try force.put(file, "log,made,codes\n1,2026-03-01 10:00,\"\(cell)\"\n")
        #expect(codes(try await force.run()) == ["1 1 BUR", "1 2 THE"])
    }

    @Test("each source has its own separator, where it is not the table's")
    func separatorsOfSources() async throws {
        let force = try force()
        let minutes = ColumnForm.time(formats: ["yyyy-MM-dd HH:mm"], resolution: 60_000)
        let codes = ColumnMapping(
            column: "codes", origin: .header(["codes"]), form: .text, through: nil, values: [:], isOptional: false,
            separator: "|", location: TestForce.place)
        force.sources.append(
            TestForce.source(
                "old", table: "logs", files: "old_{yyyyMMdd}.csv*",
                columns: [
                    TestForce.mapping("log_id", "log", .id), TestForce.mapping("made_at", "made", minutes), codes,
                ], key: ["log_id"]))
        try force.put(file, "log,made,codes\n1,2026-03-01 10:00,BUR;THE|X\n")
        try force.put("old_20260310.csv", "log,made,codes\n2,2026-03-01 10:00,BUR;THE|X\n")
        #expect(self.codes(try await force.run()) == ["1 1 BUR", "1 2 THE|X", "2 1 BUR;THE", "2 2 X"])
    }

    @Test("the values of a rejected row are rejected with it, and those of a superseded one are gone")
    func rejected() async throws {
        let force = try force()
        try force.put(file, "log,made,codes\n1,never,BUR;THE\n2,2026-03-01 10:00,BUR;THE\n3,2026-03-01 10:30\n")
        try force.put("logs_20260311.csv", "log,made,codes\n2,2026-03-01 10:00,THE\n")
        let result = try await force.run()
        #expect(codes(result) == ["1 1 BUR rejected", "1 2 THE rejected", "2 1 THE"])
        #expect(result.tables.first { $0.name == "logs_codes" }.map { Array($0.rowFiles) } == [0, 0, 1])
    }

    @Test("no list anywhere is a table without rows")
    func empty() async throws {
        let force = try force()
        try force.put(file, "log,made,codes\n1,2026-03-01 10:00,\n")
        let result = try await force.run()
        #expect(codes(result) == [])
        #expect(result.tables.map(\.name) == ["logs", "logs_codes"])
        #expect(result.unusable == [])
    }

    @Test("a list that no source maps reads as empty, or stops the figures that read it")
    func unmapped() async throws {
        let empty = try force(isMapped: false)
        try empty.put(file, "log,made\n1,2026-03-01 10:00\n")
        let read = try await empty.run()
        #expect(read.tables.map(\.rowCount) == [1, 0])
        #expect(read.unusable == [])
        let needed = try force(absence: .notComputable, isMapped: false)
        try needed.put(file, "log,made\n1,2026-03-01 10:00\n")
        let result = try await needed.run()
        #expect(
            result.unusable
                == [UnusableColumn(table: "logs", column: "codes", because: "not mapped by cad")]
                + ["log_id", "pos", "value"].map {
                    UnusableColumn(table: "logs_codes", column: $0, because: "of logs.codes: not mapped by cad")
                })
    }

    @Test("without its table there is no table of its values")
    func notSupplied() async throws {
        let force = try force()
        force.sources = []
        let result = try await force.run()
        #expect(result.tables.isEmpty)
        #expect(result.notSupplied == ["logs"])
    }
}

/// Logs with the codes that each was closed with, in one cell.
private enum Logs {
    static func schemas(separator: String, absence: SchemaDefinition.Absence) -> [SchemaDefinition] {
        let place = Diagnostic.Location(file: "schema/logs.yaml", line: 1)
        let codes = SchemaDefinition.Column(
            name: "codes", type: .text, isRequired: false, absence: absence, isPlanned: false, isSensitive: false,
            range: nil, list: .init(separator: separator, of: .text), location: place)
        let key = TestForce.column("log_id", .id, isRequired: true)
        return [
            SchemaDefinition(
                name: "logs_codes",
                columns: [
                    key, TestForce.column("pos", .integer, isRequired: true),
                    TestForce.column("value", .text, isRequired: true),
                ],
                key: ["log_id", "pos"], time: "", isOptional: true, readsEmpty: true,
                listOf: .init(schema: "logs", column: "codes"), location: place),
            SchemaDefinition(
                name: "logs", columns: [key, TestForce.column("made_at", .time, isRequired: true), codes],
                key: ["log_id"], time: "made_at", isOptional: false, location: place),
        ]
    }
}
