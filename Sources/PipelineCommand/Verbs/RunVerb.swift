import ArgumentParser
import Glibc
import PipelineRunner

/// `pipeline run`: publish everything, or with `--dry-run` show what would move.
struct RunVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Read the exports, compute every figure, publish.")

    @OptionGroup var common: CommonOptions

    @Option(name: .customLong("as-of"), help: "The last day that counts, yyyy-MM-dd (default: yesterday).")
    var asOf: String?

    @Flag(name: .customLong("dry-run"), help: "Write nothing; show which figures would move against the latest.")
    var isDryRun = false

    @Flag(name: .customLong("strict"), help: "Publish nothing when something would be left out (exit code 65).")
    var isStrict = false

    @Flag(name: .customLong("quiet"), help: "Say nothing unless the run fails.")
    var isQuiet = false

    @Option(name: .customLong("log"), help: "Add one JSON object per line to this file: stages, counts and codes.")
    var log: String?

    func run() async throws {
        let interruption = Interruption()
        let signals = watchSignals(interruption)
        let line = common.progressLine(isQuiet: isQuiet)
        let request = try common.request(
            asOf: asOf, isDryRun: isDryRun, isStrict: isStrict, interruption: interruption, log: log,
            progress: line)
        let report = await runPipeline(request)
        line?.clear()
        Terminal.report(report.failure)
        if !isQuiet || isDryRun { Terminal.tell(report.summary) }
        withExtendedLifetime(signals) { Glibc.exit(report.exitCode) }
    }
}
