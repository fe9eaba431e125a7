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
/// exports ── ingest ──► IngestResult ── compute ──► ComputeResult ── RunRenderer ──► RunFolder ── publish ──► latest
/// ```
/// Tables whose rows need no other row are counted while they are read (`RunningCounts`) and held nowhere; what was counted
/// goes from ingest to compute beside the tables that are held.
///
/// Every stage is a function from value to value; only reading exports and publishing touch a disk. Whatever happens,
/// the attempt leaves a status behind, and `latest` leads to a whole run.
package func runPipeline(_ request: RunRequest) async -> RunReport {
    System.keepFilesPrivate()
    FreedMemory.keep()
    let attempt = RunAttempt(request)
    do {
        return await attempt.finish(try await publishFigures(attempt))
    } catch let awaited as AwaitedExports {
        return await attempt.finish(attempt.wait(for: awaited))
    } catch {
        return await attempt.finish(attempt.fail(error))
    }
}

private func publishFigures(_ attempt: RunAttempt) async throws -> RunReport {
    let request = attempt.request
    let definition = try loadPipeline(folder: request.folder, overrides: request.overrides)
    attempt.know(definition)

    let zone = try readZone(definition.timeZone)
    let today = zone.day(request.now())
    let asOf = AsOf(endOf: request.asOf ?? today.adding(days: -1), in: zone)
    attempt.know(asOf)
    try attempt.takeLock()

    // A replay is of the exports that are there; only a nightly run asks the clock which should be.
    let arrivals = request.asOf == nil ? try attempt.arrivals(definition, asOf: asOf, zone: zone) : nil
    let counts = try await RunningCounts(
        definition, asOf: asOf, zone: zone, jobs: request.jobs,
        scratch: request.isDryRun ? nil : definition.folders.state)
    let options = IngestOptions(
        jobs: request.jobs, chunkBytes: request.chunkBytes, parser: request.parser, quarantine: attempt.quarantine,
        lastUsed: lastUsed(in: Publication(output: definition.folders.output)),
        exportsTo: request.asOf == nil ? today : nil, arrivals: arrivals, keepsAllTexts: false, sink: counts.sink,
        zones: try readZones(of: definition),
        progress: request.progress)
    let ingested = try await interruptible(request.interruption) {
        try await ingest(definition, asOf: asOf, zone: zone, options: options)
    }
    attempt.know(ingested, zone: zone)
    try checkLedgers(ingested.files)
    let gaps = gaps(definition, ingested)
    if request.isStrict { try refuse(gaps) }

    FreedMemory.giveBack()

    // What decides a run's bytes is known by now: nothing is computed twice.
    let keyID = try pseudonymKeyID(of: definition)
    let run = runID(
        definition: definition, ingest: ingested, asOf: asOf, zone: zone, programVersion: programVersion,
        pseudonymKeyID: keyID)
    let publication = Publication(output: definition.folders.output)
    let lists =
        request.isDryRun
        ? nil
        : await RunLists(of: run, ComputeInput(ingested, definition, asOf, zone, request.jobs), request.interruption)
    if !request.isDryRun, publication.holds(asOf: "\(asOf.day)", run: run) {
        attempt.know(lists: lists?.publish() ?? [])
    }
    if let report = try attempt.endIfPublished(run, definition, asOf: asOf, gaps: gaps) { return report }

    let counted = try await interruptible(request.interruption) { [ingested] in
        try await counts.finished(ingested.tables, names: ingested.names, jobs: request.jobs)
    }
    FreedMemory.giveBack()
    let account = ingested.withoutRows
    let whole = HandedOver(
        ComputeInput(consume ingested, definition, asOf, zone, request.jobs, names: counted.names, counted.tables))
    func material(_ computed: ComputeResult) -> RunMaterial {
        RunMaterial(
            definition: definition, ingest: account, compute: computed, asOf: asOf, zone: zone,
            programVersion: programVersion, pseudonymKeyID: keyID)
    }
    if request.isDryRun {
        let computed = try await interruptible(request.interruption) { try await compute(whole.take()) { _ in [] } }
        return attempt.compare(material(computed), gaps: gaps)
    }
    let (published, pages) = try await attempt.publish(
        run, of: definition, asOf: asOf, whole, in: publication, material)
    async let summary = summaryText(
        published, pages, folder: publication.folder(asOf: "\(asOf.day)", run: run))
    attempt.know(lists: lists?.publish() ?? [])
    return await attempt.succeed(published, pages, summary, gaps: gaps)
}

extension ComputeInput {
    /// What was read, for computing; `counted` are the tables whose rows were counted while they were read.
    fileprivate init(
        _ ingested: consuming IngestResult, _ definition: PipelineDefinition, _ asOf: AsOf, _ zone: ZoneTable,
        _ jobs: Int,
        names: Names? = nil, _ counted: [CountedTable] = []
    ) {
        self.init(
            definition: definition, tables: ingested.tables, names: names ?? ingested.names,
            unusable: ingested.unusable, empty: ingested.empty, notSupplied: ingested.notSupplied,
            leftOut: ingested.leftOut, asOf: asOf, zone: zone, jobs: jobs, counted: counted)
    }
}
