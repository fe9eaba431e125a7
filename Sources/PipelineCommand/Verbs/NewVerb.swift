import ArgumentParser
import PipelineRunner

/// `pipeline new FORCE`: a force's own folder of definitions, made from the sample's.
struct NewVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Copy the sample force's definitions under a new force's name.")

    @Argument(help: "The force's name, such as 'Midshire Police'.")
    var force: String

    @Option(name: .customLong("from"), help: "The definitions to copy (default: the sample force's).")
    var sample: String?

    @Option(name: .customLong("in"), help: "The folder to make them in (default: Pipelines).")
    var place = "Pipelines"

    func run() throws {
        let made = try copyOverlay(of: sample, as: force, in: place)
        try Terminal.say(
            ["made \(made.folder):"] + made.files.map { "  \($0)" } + [
                "", "next: put the exports into \(made.inputs), edit \(made.folder)/sources, then",
                "      pipeline check --pipeline \(made.folder)",
            ])
    }
}
