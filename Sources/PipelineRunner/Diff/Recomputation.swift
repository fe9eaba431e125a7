import Compute
import Definitions
import Ingest
import RunStore
import Tables

/// Figures made again from the exports of one published run by the definitions of one.
struct Recomputation {
    let current: PipelineDefinition
    let request: RunRequest

    /// The figures asked for, or the sentence that says why they cannot be made any more.
    func standings(
        of questions: [FigureQuestion], by files: [PipelineDefinition.DefinitionFile], of owner: String,
        exportsOf run: PublishedFolder
    ) async throws -> Result<FigureStandings, Unexplained> {
        let definition: PipelineDefinition
        do {
            let folders = FolderOverrides(
                inputs: current.folders.inputs, output: current.folders.output, state: current.folders.state)
            definition = try loadPipeline(files: files, folder: current.folder, overrides: folders)
        } catch {
            return .failure(Unexplained("this program cannot read \(owner)"))
        }
        let exports = "the exports of run \(run.place.run)"
        do {
            let zone = try readZone(definition.timeZone)
            guard let day = CivilDate(run.place.asOf) else { return .failure(Unexplained("\(exports) have no as-of")) }
            let asOf = AsOf(endOf: day, in: zone)
            let options = IngestOptions(
                jobs: request.jobs, chunkBytes: request.chunkBytes, parser: request.parser,
                onlyFiles: Set(run.readFiles.map(\.file)), zones: try readZones(of: definition),
                progress: request.progress)
            let ingested = try await ingest(definition, asOf: asOf, zone: zone, options: options)
            if let lost = lost(run.readFiles, found: ingested.files) {
                return .failure(Unexplained("\(exports) are gone or altered: \(lost)"))
            }
            let input = ComputeInput(
                definition: definition, tables: ingested.tables, names: ingested.names, unusable: ingested.unusable,
                empty: ingested.empty,
                notSupplied: ingested.notSupplied, leftOut: ingested.leftOut, asOf: asOf, zone: zone,
                jobs: request.jobs)
            return .success(try await Compute.standings(input, of: questions))
        } catch let error as CancellationError {
            throw error
        } catch let error as Diagnostic {
            return .failure(Unexplained("\(exports) cannot be read any more: \(error.message)"))
        } catch let error as Diagnostics {
            return .failure(
                Unexplained("\(exports) cannot be read any more: \(error.all.first?.message ?? "several faults")"))
        }
    }

    /// The first file that is not there as it was. A file that these definitions do not read at all was for others.
    private func lost(_ wanted: [PublishedFile], found: [FileAccount]) -> String? {
        let hashes = Dictionary(found.map { ($0.file, $0.sha256) }) { first, _ in first }
        return wanted.first { file in
            if let hash = hashes[file.file] { return hash != file.sha256 }
            return System.kind(of: "\(current.folders.inputs)/\(file.file)") == nil
        }?.file
    }
}

/// Why something can no longer be explained.
struct Unexplained: Error {
    let because: String

    init(_ because: String) {
        self.because = because
    }
}
