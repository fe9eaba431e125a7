import Compute
import Definitions
import Ingest
import Reporting
import RunStore
import Tables

/// A run, top to bottom: definitions and exports in, a published folder out.
///
/// ```
/// Pipelines/<force>/*.yaml ── loadPipeline ──► PipelineDefinition
/// exports ── ingest ──► IngestResult ── compute ──► ComputeResult ── renderRun ──► [RenderedFile] ── publish ──► latest
/// ```
/// Every stage is a function from value to value; only reading exports and publishing touch a disk. Whatever happens,
/// the attempt leaves a status behind, and `latest` leads to a whole run.
package func runPipeline(_ request: RunRequest) async -> RunReport {
    System.keepFilesPrivate()
    let attempt = RunAttempt(request)
    do {
        let definition = try loadPipeline(folder: request.folder, overrides: request.overrides)
        attempt.know(definition)

        let zone = try readZone(definition.timeZone)
        let today = zone.day(System.now)
        let asOf = AsOf(endOf: request.asOf ?? today.adding(days: -1), in: zone)
        attempt.know(asOf)

        // A dry run only looks: it takes no lock and leaves no trace.
        let lock = request.isDryRun ? nil : try attempt.takeLock()
        defer { withExtendedLifetime(lock) {} }

        let options = IngestOptions(
            jobs: request.jobs, chunkBytes: request.chunkBytes, parser: request.parser, quarantine: attempt.quarantine,
            lastUsed: lastUsed(in: Publication(output: definition.folders.output)),
            exportsTo: request.asOf == nil ? today : nil, zones: try readZones(of: definition),
            progress: request.progress)
        let ingested = try await interruptible(request.interruption) {
            try await ingest(definition, asOf: asOf, zone: zone, options: options)
        }
        attempt.know(ingested, zone: zone)
        try checkLedgers(ingested.files)
        let gaps = gaps(definition, ingested)
        if request.isStrict { try refuse(gaps) }

        let input = ComputeInput(
            definition: definition, tables: ingested.tables, names: ingested.names, unusable: ingested.unusable,
            notSupplied: ingested.notSupplied, leftOut: ingested.leftOut, asOf: asOf, zone: zone, jobs: request.jobs)
        let computed = try await interruptible(request.interruption) { try await compute(input) }

        let material = RunMaterial(
            definition: definition, ingest: ingested, compute: computed, asOf: asOf, zone: zone,
            programVersion: programVersion, pseudonymKeyID: try pseudonymKeyID(of: definition))
        if request.isDryRun { return attempt.compare(material, gaps: gaps) }

        let files = try renderRun(material)
        try request.interruption.check()
        let outcome = try attempt.publish(files, material)
        return attempt.succeed(material, outcome, gaps: gaps)
    } catch {
        return attempt.fail(error)
    }
}
