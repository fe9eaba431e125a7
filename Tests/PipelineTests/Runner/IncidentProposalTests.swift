import Definitions
import Tables
import Testing

@testable import PipelineRunner

@Suite("A source proposed from an export of a command-and-control system")
struct IncidentProposalTests {
    private let grades = ValueType.category(values: ["1", "2", "3", "4", "5"], ordered: true)

    private var incidents: SchemaDefinition {
        schema(
            "incidents", key: ["incident_id"], time: "created_at",
            [
                ("incident_id", .id), ("call_received_at", .time), ("created_at", .time), ("initial_grade", grades),
                ("opening_code", .text), ("area", .text), ("first_assigned_at", .time), ("first_arrived_at", .time),
                ("status", .category(values: ["open", "closed", "duplicate"], ordered: false)),
            ])
    }

    private var resources: SchemaDefinition {
        schema(
            "incident_resources", key: ["incident_id", "resource_hash", "assigned_at"], time: "assigned_at",
            [
                ("incident_id", .id), ("resource_hash", .pseudonym), ("assigned_at", .time), ("arrived_at", .time),
                ("cleared_at", .time),
            ])
    }

    private func schema(
        _ name: String, key: [String], time: String, _ columns: [(String, ValueType)]
    ) -> SchemaDefinition {
        SchemaDefinition(
            name: name,
            columns: columns.map { column, type in
                SchemaDefinition.Column(
                    name: column, type: type, isRequired: false, absence: .notComputable, isPlanned: false,
                    isSensitive: false, range: nil, location: .init(file: "schema.yaml"))
            },
            key: key, time: time, isOptional: false, location: .init(file: "schema.yaml"))
    }

    private func propose(_ name: String, _ text: String, as schema: SchemaDefinition) throws -> [String] {
        let folder = try TemporaryFolder()
        try folder.write(name, text)
        return try proposeSource(file: "\(folder.path)/\(name)", table: schema.name, schemas: [schema])
    }

    private let exports =
        "exports: increment                # ? snapshot: only the newest file counts; window: the newest rules its period"

    @Test("one row per log, with titles and a count at the end; numbers that start again every day")
    func logs() throws {
        let lines = try propose(
            "cad_20260930.csv",
            """
            Incident export
            Log No,Log Date,Received,Created,Opening Grade,Type,BCU,Despatched,At Scene,Status,Spare
            1,13/09/2026,13/09/2026 10:00,13/09/2026 10:01,Immediate,ASB,North,13/09/2026 10:02,13/09/2026 10:09,Closed,
            1,14/09/2026,14/09/2026 10:00,14/09/2026 10:01,Grade 2,ASB,North,14/09/2026 10:02,14/09/2026 10:09,Dup,
            Total records: 2

            """, as: incidents)
        #expect(
            lines == [
                "# Proposed from cad_20260930.csv. Read every line; a comment with ? asks for a decision.",
                "source: cad_incidents",
                "table: incidents", "files: \"cad_{yyyyMMdd}.csv*\"", exports, "header: 2",
                "control: \"Total records:\"", "columns:",
                "  incident_id: { join: [{ from: Log Date, format: \"dd/MM/yyyy\" }, Log No], with: \"-\" }",
                "  call_received_at: { from: Received, format: \"dd/MM/yyyy HH:mm\" }",
                "  created_at: { from: Created, format: \"dd/MM/yyyy HH:mm\" }",
                "  initial_grade: { from: Opening Grade, values: { Immediate: \"1\", Grade 2: \"2\" } }",
                "  opening_code: { from: Type }", "  area: { from: BCU }",
                "  first_assigned_at: { from: Despatched, format: \"dd/MM/yyyy HH:mm\" }",
                "  first_arrived_at: { from: At Scene, format: \"dd/MM/yyyy HH:mm\" }",
                "  status: { from: Status, values: { Dup: duplicate } }", "# not used: Spare",
            ])
    }

    private let units = """
        Incident Ref,Log Date,Created,Callsign,Dispatched,Arrived,Clear
        2026-1,13/09/2026,13/09/2026 23:58:00,A1,23:59:00,00:09:00,00:30:00
        2026-1,13/09/2026,13/09/2026 23:58:00,B2,23:59:30,,00:30:00
        2026-2,14/09/2026,14/09/2026 10:01:00,,,,

        """

    @Test("one row per log and unit, as logs: one row is made of several")
    func logsOfUnits() throws {
        let lines = try propose("units_20260930.csv", units, as: incidents)
        #expect(lines.contains("one_per: incident_id"))
        #expect(lines.contains("    # ? 1 of 3 rows repeat a log: one row per log and unit, most likely;"))
        #expect(lines.contains("take: { first_assigned_at: min, first_arrived_at: min }"))
        #expect(lines.contains("  incident_id: { from: Incident Ref }"))
        #expect(
            lines.contains(
                "  first_arrived_at: { type: time_of_day, from: Arrived, on: Log Date, format: \"HH:mm:ss\", "
                    + "on_format: \"dd/MM/yyyy\", rolls_over_after: created_at }"))
    }

    @Test("one row per log and unit, as units: logs without one are skipped, clocks come after their log")
    func unitsOfLogs() throws {
        let lines = try propose("units_20260930.csv", units, as: resources)
        #expect(
            lines.dropFirst(5) == [
                "rows_with: Callsign    # ? skips the rows of logs that nobody was sent to", "columns:",
                "  log_created_at: { type: time, from: Created, format: \"dd/MM/yyyy HH:mm:ss\" }",
                "  incident_id: { from: Incident Ref }", "  resource_hash: { from: Callsign, type: pseudonym }",
                "    # ? needs pseudonym_key in pipeline.yaml; type: id if already hashed",
                "  assigned_at: { type: time_of_day, from: Dispatched, on: Log Date, format: \"HH:mm:ss\", "
                    + "on_format: \"dd/MM/yyyy\", rolls_over_after: log_created_at }",
                "  arrived_at: { type: time_of_day, from: Arrived, on: Log Date, format: \"HH:mm:ss\", "
                    + "on_format: \"dd/MM/yyyy\", rolls_over_after: assigned_at }",
                "  cleared_at: { type: time_of_day, from: Clear, on: Log Date, format: \"HH:mm:ss\", "
                    + "on_format: \"dd/MM/yyyy\", rolls_over_after: assigned_at }",
            ])
    }

    @Test("numbers that start again without a date of their own are told by another")
    func restarting() throws {
        let lines = try propose(
            "cad_20260930.csv",
            "CAD,Opened\n1,2026-09-13 10:00:00\n2,2026-09-13 11:00:00\n1,2026-09-14 10:00:00\n", as: incidents)
        #expect(
            lines.contains(
                "  incident_id: { join: [{ from: Opened, format: \"yyyy-MM-dd HH:mm:ss\" }, CAD], with: \"-\" }"))
        #expect(lines.contains("    # ? numbers start again; name the column of the log's own date if there is one"))
        let steady = try propose(
            "cad_20260930.csv", "CAD,Opened\n1,2026-09-13 10:00:00\n2,2026-09-13 11:00:00\n", as: incidents)
        #expect(steady.contains("  incident_id: { from: CAD }"))
    }
}
