import ArgumentParser
import Compute
import Definitions
import PipelineRunner
import RunStore
import Tables

/// `pipeline tables --out DIR`: the tables behind the figures, for another engine.
struct TablesVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tables",
        abstract: "Write the cleaned tables that figures are computed from, as CSV with a schema.",
        discussion: """
            Times in UTC with the local offset, categories as text, pseudonyms as made. The folder is readable by you
            alone. `pipeline sql` prints every KPI as SQL over these tables.
            """)

    @OptionGroup var common: CommonOptions

    @Option(help: "A folder that does not exist or is empty.")
    var out: String

    @Option(name: .customLong("as-of"), help: "The last day that counts, yyyy-MM-dd.")
    var asOf: String?

    func run() async throws {
        System.keepFilesPrivate()
        let line = common.progressLine()
        let data = try await readPipelineData(try common.request(asOf: asOf, progress: line))
        line?.clear()
        try writeTables(try await data.input.withTableRules(), to: out)
        try Terminal.say(["Tables as of \(data.input.asOf.day) written to \(out); load them with schema.sql"])
    }
}
