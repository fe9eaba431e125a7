import ArgumentParser
import Definitions
import PipelineRunner
import RunStore

/// `pipeline new FORCE`: a force's own folder of definitions, made from the sample's.
struct NewVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Copy the sample force's definitions under a new force's name.")

    @Argument(help: "The force's name, such as 'Midshire Police'.")
    var force: String

    @Option(name: .customLong("from"), help: "The definitions to copy (default: the sample force's).")
    var sample: String?

    @Option(
        name: .customLong("in"),
        help: "The folder to make them in (default: Pipelines, or /etc/pipeline outside the project).")
    var place: String?

    func run() throws {
        let made = try copyOverlay(of: sample, as: force, in: place ?? defaultPlace)
        var lines = ["made \(made.folder):"] + made.files.map { "  \($0)" } + [""]
        lines += made.preparation.isEmpty ? [] : ["first: \(made.preparation[0])", "      \(made.preparation[1])"]
        lines += [
            "next: put the exports into \(made.inputs), edit \(made.folder)/sources, then",
            "      pipeline check --pipeline \(made.folder)",
        ]
        try Terminal.say(lines)
    }

    private var defaultPlace: String {
        System.kind(of: "Pipelines/.") == .folder ? "Pipelines" : Installation.forces
    }
}
