import ArgumentParser
import Definitions
import PipelineRunner

/// `pipeline init FILE --as TABLE`: a source's YAML, proposed from an export.
struct InitVerb: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Propose the YAML that maps an export; print it, write nothing.")

    @OptionGroup var common: CommonOptions

    @Argument(help: "An export file, .csv or .csv.gz.")
    var file: String

    @Option(name: .customLong("as"), help: "The canonical table that it feeds, such as calls.")
    var table: String

    func run() async throws {
        let definition = try loadPipeline(folder: try common.folder(), overrides: common.overrides)
        try Terminal.say(
            try proposeSource(
                file: file, table: table, schemas: definition.schemas, folder: definition.folder,
                inputs: definition.folders.inputs))
    }
}
