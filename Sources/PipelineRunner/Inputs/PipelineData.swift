package import Compute
package import Definitions
package import Ingest
import RunStore
import Tables

/// What a question needs: definitions and the exports as read, with nothing written anywhere.
package struct PipelineData: Sendable {
    package let definition: PipelineDefinition
    package let ingested: IngestResult
    package let input: ComputeInput
    package let pseudonymKeyID: String?
}

/// Reads definitions and exports for a question rather than a run: no lock, no quarantine, no status.
///
/// Without a date the question is about the same day as the published figures, so that its answers agree with them;
/// before anything is published it is about yesterday.
package func readPipelineData(_ request: RunRequest) async throws -> PipelineData {
    let definition = try loadPipeline(folder: request.folder, overrides: request.overrides)
    return try await readPipelineData(definition, request)
}

/// The same for definitions that are already loaded.
package func readPipelineData(_ definition: PipelineDefinition, _ request: RunRequest) async throws -> PipelineData {
    let zone = try readZone(definition.timeZone)
    let publication = Publication(output: definition.folders.output)
    let published = publication.latest.flatMap { CivilDate($0.asOf) }
    let today = zone.day(request.now())
    let day = request.asOf ?? published ?? today.adding(days: -1)
    let asOf = AsOf(endOf: day, in: zone)
    // The exports that the published run has read, which may have come in the morning after its as-of.
    let newest = published == nil ? today : lastUsed(in: publication).values.max().map { max($0, day) }
    let options = IngestOptions(
        jobs: request.jobs, chunkBytes: request.chunkBytes, parser: request.parser,
        exportsTo: request.asOf == nil ? newest : nil,
        zones: try readZones(of: definition), progress: request.progress)
    let ingested = try await ingest(definition, asOf: asOf, zone: zone, options: options)
    let input = ComputeInput(
        definition: definition, tables: ingested.tables, names: ingested.names, unusable: ingested.unusable,
        empty: ingested.empty,
        notSupplied: ingested.notSupplied, leftOut: ingested.leftOut, asOf: asOf, zone: zone, jobs: request.jobs)
    return PipelineData(
        definition: definition, ingested: ingested, input: input, pseudonymKeyID: try pseudonymKeyID(of: definition))
}
