import Definitions
import Foundation
import Tables

@testable import Compute

/// A pipeline over rows written as texts, for tests that state their own definitions.
struct Fixture {
    var definition: PipelineDefinition
    var zone: ZoneTable

    /// Our own definitions with a force that adds nothing.
    static func catalogue(
        settings: String? = nil, standards: String? = nil, kpis: String? = nil, calendar: String? = nil
    ) throws -> Fixture {
        let peel = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Pipelines/peel")
        var files: [PipelineDefinition.DefinitionFile] = []
        for folder in ["schema", "tables", "kpis", "calendars", ""] {
            let place = folder.isEmpty ? peel : peel.appendingPathComponent(folder)
            for name in try FileManager.default.contentsOfDirectory(atPath: place.path).sorted()
            where name.hasSuffix(".yaml") {
                let path = folder.isEmpty ? "peel/\(name)" : "peel/\(folder)/\(name)"
                let bytes = Array(try Data(contentsOf: place.appendingPathComponent(name)))
                files.append(.init(path: path, bytes: bytes))
            }
        }
        return try Fixture(files: files, settings: settings, standards: standards, kpis: kpis, calendar: calendar)
    }

    /// Definitions of the test's own: a schema, tables and KPIs; `ownSettings` are of what the force extends.
    init(
        schema: String, tables: String, kpis: String, settings: String? = nil, standards: String? = nil,
        changes: String? = nil, inspections: String? = nil, calendar: String? = nil, ownSettings: String? = nil
    ) throws {
        let texts = [("schema/rows", schema), ("tables/rows", tables), ("kpis/rows", kpis)]
        let files = (texts + (ownSettings.map { [("settings", $0)] } ?? [])).map { path, text in
            PipelineDefinition.DefinitionFile(path: "peel/\(path).yaml", bytes: Array(text.utf8))
        }
        try self.init(
            files: files, settings: settings, standards: standards, kpis: nil, changes: changes,
            inspections: inspections, calendar: calendar)
    }

    private init(
        files: [PipelineDefinition.DefinitionFile], settings: String?, standards: String?, kpis: String?,
        changes: String? = nil, inspections: String? = nil, calendar: String? = nil
    ) throws {
        var all = files
        all.append(
            .init(
                path: "test/pipeline.yaml",
                bytes: Array("force: Test\nextends: peel\ninputs: in\nmarking: OFFICIAL\n".utf8)))
        for (name, text) in [
            ("settings", settings), ("standards", standards), ("kpis/local", kpis), ("kpis/changes", changes),
            ("inspections", inspections), ("calendar", calendar),
        ] {
            if let text { all.append(.init(path: "test/\(name).yaml", bytes: Array(text.utf8))) }
        }
        definition = try loadPipeline(files: all, folder: "test")
        let london = try Data(contentsOf: URL(fileURLWithPath: "/usr/share/zoneinfo/Europe/London"))
        zone = try ZoneTable(name: "Europe/London", file: Array(london))
    }

    func day(_ text: String) -> CivilDate { CivilDate(text) ?? CivilDate(days: 0) }

    /// The engine's input for rows of one schema: the last `unreadable` of them torn, `rejected` before those rejected.
    func input(
        _ rows: [[String: String]], of schema: String = "calls", rejected: Int = 0, unreadable: Int = 0,
        asOf: String = "2026-12-31", jobs: Int = 1
    ) throws -> ComputeInput {
        var names = Names()
        let chosen = definition.schemas.first { $0.name == schema }
        guard let chosen else { throw EngineFault.noTable(schema) }
        let table = try exampleTable(chosen, rows: rows, zone: zone, names: &names, at: .init(file: "test"))
        let flags = rows.indices.map { row -> UInt8 in
            if row >= rows.count - unreadable { return 2 }
            return row >= rows.count - unreadable - rejected ? 1 : 0
        }
        let marked = SourceTable(
            name: table.name, fields: table.fields, rejected: flags, rowFiles: table.rowFiles,
            rowOffsets: table.rowOffsets, files: table.files, key: table.key)
        return ComputeInput(
            definition: definition, tables: [marked], names: names, asOf: AsOf(endOf: day(asOf), in: zone), zone: zone,
            jobs: jobs)
    }

    /// The engine's input for accepted rows of several schemas, given by name; the others are not supplied.
    func input(
        _ rows: [(schema: String, rows: [[String: String]])], asOf: String = "2026-12-31", jobs: Int = 1
    ) throws -> ComputeInput {
        var names = Names()
        let tables = try rows.map { name, rows in
            guard let schema = definition.schemas.first(where: { $0.name == name }) else {
                throw EngineFault.noTable(name)
            }
            return try exampleTable(schema, rows: rows, zone: zone, names: &names, at: .init(file: "test"))
        }
        return ComputeInput(
            definition: definition, tables: tables, names: names, asOf: AsOf(endOf: day(asOf), in: zone), zone: zone,
            jobs: jobs)
    }

    /// One figure's line for a period.
    func row(_ input: ComputeInput, _ kpi: String, _ statistic: String? = nil, _ period: String) async throws
        -> FigureRow?
    {
        guard let chosen = Period(parsing: period) else { return nil }
        let rows = try await figures(input, kpis: [kpi], periods: .one(chosen), by: nil)
        return rows.first { statistic == nil || $0.statistic == statistic }
    }
}
