import Compute
import Definitions
import Ingest
import PipelineRunner
import Reporting
import RunStore
import Tables

/// A force that supplies every canonical table of ours: one record each, under the table's own column names, all on the
/// same morning and all of the same ids.
struct SchemaForce {
    let folder: TemporaryFolder
    let schemas: [SchemaDefinition]

    /// `unmapped` names columns that no source maps, by table.
    init(unmapped: [String: [String]] = [:]) throws {
        folder = try TemporaryFolder()
        try folder.writePipeline("whole", force: "Whole Police")
        try folder.write(
            "Pipelines/whole/pipeline.yaml",
            try folder.text("Pipelines/whole/pipeline.yaml") + "pseudonym_key: ../../pseudonym.key\n")
        try folder.write("pseudonym.key", Array(repeating: UInt8(7), count: 32))
        schemas = try loadPipeline(folder: "\(folder.path)/Pipelines/whole").schemas.filter {
            !$0.isOfRun && $0.listOf == nil
        }
        for schema in schemas {
            let away = unmapped[schema.name] ?? []
            let columns = schema.columns.filter { !away.contains($0.name) }.map { "  \($0.name): \(Self.mapping($0))" }
                .joined(separator: "\n")
            try folder.write(
                "Pipelines/whole/sources/\(schema.name).yaml",
                """
                source: \(schema.name)
                table: \(schema.name)
                files: "\(schema.name).csv"
                exports: snapshot
                optional: true
                columns:
                \(columns)

                """)
            try folder.write(
                "in/\(schema.name).csv",
                schema.columns.map(\.name).joined(separator: ",") + "\n"
                    + schema.columns.map(Self.cell).joined(separator: ",") + "\n")
        }
    }

    /// The figures that are not supplied when the exports of some tables are away.
    func notSupplied(without away: [String]) async throws -> Set<String> {
        Set(try await uncomputed(without: away).filter { $0.state == .notSupplied }.map(\.kpi))
    }

    /// The figures that cannot be given when the exports of some tables are away.
    func uncomputed(without away: [String]) async throws -> [UncomputedFigure] {
        for schema in schemas {
            let (here, aside) = ("in/\(schema.name).csv", "away/\(schema.name).csv")
            let (from, to) = away.contains(schema.name) ? (here, aside) : (aside, here)
            guard System.kind(of: "\(folder.path)/\(from)") != nil else { continue }
            try folder.write(to, try folder.text(from))
            try FileTree.remove("\(folder.path)/\(from)")
        }
        let definition = try loadPipeline(folder: "\(folder.path)/Pipelines/whole")
        let zone = try readZone(definition.timeZone)
        let asOf = AsOf(endOf: CivilDate(year: 2026, month: 9, day: 30), in: zone)
        let found = try await ingest(definition, asOf: asOf, zone: zone, options: IngestOptions(jobs: 2))
        let result = try await compute(
            ComputeInput(
                definition: definition, tables: found.tables, names: found.names, unusable: found.unusable,
                empty: found.empty,
                notSupplied: found.notSupplied, leftOut: found.leftOut, asOf: asOf, zone: zone, jobs: 2))
        return result.uncomputed
    }

    func run() async -> RunReport {
        await runPipeline(
            RunRequest(
                folder: "\(folder.path)/Pipelines/whole", asOf: CivilDate(year: 2026, month: 9, day: 30), jobs: 2))
    }

    private static func mapping(_ column: SchemaDefinition.Column) -> String {
        switch column.type {
        case .time: "{ from: \(column.name), format: \"yyyy-MM-dd HH:mm:ss\" }"
        case .date: "{ from: \(column.name), format: yyyy-MM-dd }"
        default: "{ from: \(column.name) }"
        }
    }

    private static func cell(_ column: SchemaDefinition.Column) -> String {
        switch column.type {
        case .time: "2026-09-10 10:00:00"
        case .date: "2026-09-10"
        case .flag: "no"
        case .category(let values, _): values[0]
        case .integer, .number, .duration: "5"
        default: "x1"
        }
    }
}
