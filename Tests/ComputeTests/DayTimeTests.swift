import Compute
import Definitions
import Tables
import Testing

/// Crimes whose outcomes are dated by the day, as older systems export them.
@Suite("Outcomes known to the day")
struct DayTimeTests {
    private func input(days columns: Set<String>) throws -> ComputeInput {
        let rows = [("a", "18", "2026-01-03"), ("b", "1", "2026-01-20"), ("c", "", "")].map {
            [
                "crime_id": $0, "reported_at": "2026-01-02 08:00:00", "recorded_at": "2026-01-02 09:30:00",
                "outcome_code": $1, "outcome_at": $2.isEmpty ? "" : "\($2) 00:00:00",
                "status": $1.isEmpty ? "open" : "closed",
            ]
        }
        let whole = try Fixture.catalogue().input(rows, of: "crimes", asOf: "2026-01-31")
        let table = try #require(whole.tables.first)
        let fields = table.fields.map { field in
            SourceTable.Field(
                name: field.name, type: field.type, isPlanned: field.isPlanned, isSensitive: field.isSensitive,
                resolution: columns.contains(field.name) ? 86_400_000 : field.type == .time ? 60_000 : nil,
                column: field.column)
        }
        return ComputeInput(
            definition: whole.definition,
            tables: [
                SourceTable(
                    name: table.name, fields: fields, rejected: table.rejected, rowFiles: table.rowFiles,
                    rowOffsets: table.rowOffsets, files: table.files, key: table.key)
            ], names: whole.names, asOf: whole.asOf, zone: whole.zone, jobs: 1)
    }

    private func because(_ result: ComputeResult, _ kpi: String) -> String? {
        result.uncomputed.first { $0.kpi == kpi }?.because
    }

    @Test("hours cannot be told from days, days taken can")
    func outcomes() async throws {
        let result = try await compute(try input(days: ["outcome_at"]))
        #expect(because(result, "I07") == "crimes.outcome_at has day resolution")
        #expect(because(result, "R01") == nil)
        let days = result.results.filter { $0.kpi == "I23" && $0.period.id == "2026-01" }
        // One day and eighteen: half-way between them, and nine tenths of the way.
        #expect(days.map(\.statistic) == ["median", "p90"])
        #expect(days.compactMap(\.value).map { ($0 * 10).rounded() / 10 } == [9.5, 16.3])
    }

    @Test("recording within a day cannot be told from days")
    func recording() async throws {
        let result = try await compute(try input(days: ["reported_at", "recorded_at"]))
        #expect(because(result, "R01") == "crimes.reported_at has day resolution")
        #expect(because(result, "I23") == nil)
    }
}
