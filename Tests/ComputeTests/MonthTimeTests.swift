import Compute
import Definitions
import Tables
import Testing

/// Rows whose month alone is known, as data.police.uk publishes them.
@Suite("Times known to the month")
struct MonthTimeTests {
    private static func fixture() throws -> Fixture {
        try Fixture(
            schema: """
                schema: crimes
                key: [crime_id]
                time: recorded_at
                columns:
                  crime_id:    { type: id, required: true }
                  recorded_at: { type: time, required: true }
                  finished_at: { type: time, absent: null }
                  status:      { type: category, values: [open, closed], required: true }
                """,
            tables: """
                table: crimes
                from: source.crimes
                time: recorded_at
                dimensions: { hour_of_week: hour_of_week(recorded_at), status: status }
                """,
            kpis: """
                defaults: { table: crimes, period: recorded_at }
                kpis:
                - { id: T1, name: Crimes, count: rows, unit: crimes, by: [hour_of_week, status] }
                - { id: T2, name: Days to finish, mean: finished_at - recorded_at, unit: days }
                - { id: T3, name: Open, share: status = 'open' }
                - { id: T4, name: Finished, period: finished_at, count: rows, unit: crimes }
                """)
    }

    private func input(months columns: Set<String> = ["recorded_at"]) throws -> ComputeInput {
        let rows = [("a", "2026-01-01", "open"), ("b", "2026-02-01", "closed"), ("c", "2026-02-01", "open")].map {
            [
                "crime_id": $0, "recorded_at": "\($1) 00:00:00", "status": $2,
                "finished_at": $2 == "open" ? "" : "2026-03-01 00:00:00",
            ]
        }
        let whole = try Self.fixture().input(rows, of: "crimes", asOf: "2026-03-05")
        let table = try #require(whole.tables.first)
        let fields = table.fields.map { field in
            SourceTable.Field(
                name: field.name, type: field.type,
                resolution: columns.contains(field.name) ? 31 * 86_400_000 : field.resolution, column: field.column)
        }
        return ComputeInput(
            definition: whole.definition,
            tables: [
                SourceTable(
                    name: table.name, fields: fields, rejected: table.rejected, rowFiles: table.rowFiles,
                    rowOffsets: table.rowOffsets, files: table.files, key: table.key)
            ], names: whole.names, asOf: whole.asOf, zone: whole.zone, jobs: 1)
    }

    @Test("a month that is named is whole, and there are no weeks")
    func months() async throws {
        let result = try await compute(try input())
        let counts = result.results.filter { $0.kpi == "T1" }
        #expect(counts.contains { $0.period.kind == .week } == false)
        let months = counts.filter { $0.period.kind == .month }
        #expect(months.map { $0.period.id } == ["2026-01", "2026-02", "2026-03"])
        #expect(months.map(\.value) == [1, 2, nil])
        #expect(months.map(\.state) == [.ok, .ok, .empty])
        #expect(result.breakdowns.contains { $0.dimension == "hour_of_week" } == false)
    }

    @Test("what asks for a day cannot be told; what asks for the row alone can")
    func delays() async throws {
        let result = try await compute(try input())
        let uncomputed = result.uncomputed.map { "\($0.kpi): \($0.because)" }
        #expect(uncomputed == ["T2: crimes.recorded_at has month resolution"])
        #expect(
            result.results.filter { $0.kpi == "T3" && $0.period.kind == .month }.map(\.value) == [100, 50, nil])
    }

    @Test("a month that is not the row's own decides no period")
    func otherTime() async throws {
        let result = try await compute(try input(months: ["finished_at"]))
        #expect(
            result.uncomputed.map { "\($0.kpi): \($0.because)" } == [
                "T2: crimes.finished_at has month resolution", "T4: crimes.finished_at has month resolution",
            ])
    }
}
