import ArgumentParser
import Definitions
import Ingest
import PipelineRunner
import RunStore
import Tables

/// The options that every verb takes. A flag comes before `PIPELINE_*`, which comes before `pipeline.yaml`.
struct CommonOptions: ParsableArguments {
    @Option(help: "Folder of the force's definitions (default: $PIPELINE_PIPELINE, or the only one there is).")
    var pipeline: String?

    @Option(help: "How many tasks may work at once (default: the number of processors). Never changes a figure.")
    var jobs: Int?

    @Option(help: "Folder of the exports, instead of the one that pipeline.yaml names.")
    var inputs: String?

    @Option(help: "Folder for published figures, instead of the one that pipeline.yaml names.")
    var output: String?

    @Option(help: "Folder for what is not published, instead of the one that pipeline.yaml names.")
    var state: String?

    @Flag(
        name: .customLong("no-color"),
        help: "Plain text only, no progress line. Output that is no terminal is always plain.")
    var noColor = false

    @Option(name: .customLong("chunk-bytes"), help: .hidden)
    var chunkBytes = 8 << 20

    @Option(help: "What splits lines into cells: native, or libcsv for every line. Never changes a figure.")
    var parser = RecordParser.native

    mutating func validate() throws {
        if let jobs, !(1...1024).contains(jobs) { throw ValidationError("--jobs takes a number from 1 to 1024.") }
        if chunkBytes < 16 { throw ValidationError("--chunk-bytes takes a number from 16.") }
    }

    /// The progress of reading, where a terminal can show it and nobody asked for plain text.
    func progressLine(isQuiet: Bool = false) -> ProgressLine? {
        ProgressLine(isQuiet: isQuiet || noColor || System.environment("NO_COLOR").map { !$0.isEmpty } == true)
    }

    func folder() throws -> String { try choosePipeline(pipeline) }

    var overrides: FolderOverrides {
        FolderOverrides(
            inputs: inputs ?? System.environment("PIPELINE_INPUTS"),
            output: output ?? System.environment("PIPELINE_OUTPUT"),
            state: state ?? System.environment("PIPELINE_STATE"))
    }

    func request(
        asOf: String? = nil, isDryRun: Bool = false, isStrict: Bool = false,
        interruption: Interruption = Interruption(), log: String? = nil,
        progress: ProgressLine? = nil
    ) throws -> RunRequest {
        var show: (@Sendable (IngestProgress) -> Void)?
        if let progress { show = { progress.show($0) } }
        return RunRequest(
            folder: try folder(), overrides: overrides, asOf: try readAsOf(asOf), isDryRun: isDryRun,
            isStrict: isStrict,
            jobs: try readJobs(), chunkBytes: chunkBytes, parser: parser, interruption: interruption,
            log: log, progress: show)
    }

    private func readJobs() throws -> Int {
        if let jobs { return jobs }
        guard let text = System.environment("PIPELINE_JOBS") else { return System.processorCount }
        guard let number = Int(text), (1...1024).contains(number) else {
            throw Diagnostic(
                code: "E0110", "PIPELINE_JOBS is '\(text)', not a number from 1 to 1024", help: "mend or unset it")
        }
        return number
    }

    private func readAsOf(_ given: String?) throws -> CivilDate? {
        guard let text = given ?? System.environment("PIPELINE_AS_OF") else { return nil }
        guard let day = CivilDate(text) else {
            throw Diagnostic(
                code: "E0111", "'\(text)' is not a day", help: "write the as-of as yyyy-MM-dd, such as 2026-09-30")
        }
        return day
    }
}

extension RecordParser: ExpressibleByArgument {}
