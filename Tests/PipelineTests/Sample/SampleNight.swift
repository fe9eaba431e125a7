import Compute
import Definitions
import Ingest
import Reporting
import RunStore
import Tables

@testable import PipelineRunner

/// One night of the sample force, read and ready for questions; nothing of it is left on the disk.
struct SampleNight: Sendable {
    let input: ComputeInput
    let ingested: IngestResult
    /// The records that were not taken: the lines of every `.faults.csv`, with the source.
    let faults: [(source: String, cells: [String])]

    init(_ sample: SampleFolder, inputs: String? = nil, asOf: String) async throws {
        var overrides = sample.overrides
        overrides.inputs = inputs ?? overrides.inputs
        let definition = try loadPipeline(folder: sample.definitions, overrides: overrides)
        let zone = try readZone(definition.timeZone)
        let day = AsOf(endOf: CivilDate(asOf) ?? CivilDate(days: 0), in: zone)
        let quarantine = "\(sample.folder.path)/quarantine"
        try FileTree.make(quarantine, mode: 0o700)
        ingested = try await ingest(
            definition, asOf: day, zone: zone, options: IngestOptions(jobs: 2, quarantine: quarantine))
        input = ComputeInput(
            definition: definition, tables: ingested.tables, names: ingested.names, unusable: ingested.unusable,
            empty: ingested.empty,
            notSupplied: ingested.notSupplied, leftOut: ingested.leftOut, asOf: day, zone: zone, jobs: 2)
        faults = try FileTree.files(in: quarantine).filter { $0.hasSuffix(".faults.csv") }.flatMap { name in
            let source = String(name.dropLast(".faults.csv".count))
            return readTable(try System.read("\(quarantine)/\(name)")).records.map { (source, $0) }
        }
    }

    /// The totals of some figures by month, keyed as `C01 share 2025-08`.
    func months(_ kpis: [String], from: String = "2024-10-01", to: String = "2026-09-30") async throws
        -> [String: FigureRow]
    {
        let periods = FigurePeriods.every(
            .month, from: try day(from), to: try day(to))
        let rows = try await figures(input, kpis: kpis, periods: periods, by: nil)
        return Dictionary(uniqueKeysWithValues: rows.map { ("\($0.kpi) \($0.statistic) \($0.period.id)", $0) })
    }

    /// The totals of one figure in a span of days, by member of a dimension where one is given.
    func span(_ kpi: String, from: String, to: String, by dimension: String? = nil) async throws -> [FigureRow] {
        let period = Period(spanFrom: try day(from), to: try day(to), id: "span", label: "span")
        return try await figures(input, kpis: [kpi], periods: .one(period), by: dimension)
    }

    private func day(_ text: String) throws -> CivilDate {
        guard let day = CivilDate(text) else { throw Diagnostic(code: "E0111", "'\(text)' is not a day") }
        return day
    }
}

extension SampleNight {
    /// The same records under the definitions of another folder.
    func asked(of sample: SampleFolder) throws -> SampleNight {
        let definition = try loadPipeline(folder: sample.definitions, overrides: sample.overrides)
        return SampleNight(
            input: ComputeInput(
                definition: definition, tables: input.tables, names: input.names, unusable: input.unusable,
                empty: input.empty,
                notSupplied: input.notSupplied, leftOut: input.leftOut, asOf: input.asOf, zone: input.zone,
                jobs: input.jobs),
            ingested: ingested, faults: faults)
    }

    private init(input: ComputeInput, ingested: IngestResult, faults: [(source: String, cells: [String])]) {
        self.input = input
        self.ingested = ingested
        self.faults = faults
    }
}
