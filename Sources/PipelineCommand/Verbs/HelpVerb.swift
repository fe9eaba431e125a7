import ArgumentParser
import Definitions
import Reporting
import RunStore
import Tables

/// `pipeline help`: the verbs, one verb, the definition language, or one code.
struct HelpVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "help", abstract: "Explain a verb, a code such as E0203, or the definition language.")

    @Argument(help: "A verb, a code, or `language`.")
    var topic: String?

    func run() throws {
        guard let topic else { return try Terminal.say([PipelineCommand.helpMessage(columns: 100)]) }
        if topic.lowercased() == "language" { return try Terminal.send(try language()) }
        for verb in PipelineCommand.configuration.subcommands where verb._commandName == topic.lowercased() {
            return try Terminal.say([PipelineCommand.helpMessage(for: verb, columns: 100)])
        }
        if let code = allCodes.first(where: { $0.code.lowercased() == topic.lowercased() }) {
            return try Terminal.say([
                "\(code.code): \(code.title)", "", code.meaning, "", "What to do: \(code.remedy)",
            ])
        }
        if let lines = rule(topic) { return try Terminal.say(lines) }
        let topics = PipelineCommand.configuration.subcommands.map { $0._commandName } + ["language"]
        let nearest = nearestName(to: topic, among: topics + allCodes.map(\.code))
        throw Diagnostic(
            code: "E0119", "there is no help on '\(topic)'",
            help: (nearest.map { "did you mean \($0)? " } ?? "")
                + "topics are \(topics.joined(separator: ", ")), and codes")
    }

    /// A quality rule of the force at hand: its id stands beside every record that failed it.
    private func rule(_ topic: String) -> [String]? {
        guard let folder = try? choosePipeline(nil), let definition = try? loadPipeline(folder: folder),
            let rule = definition.rules.first(where: { $0.id.lowercased() == topic.lowercased() })
        else { return nil }
        let expected = rule.expectText.map { ["expects:   \($0)"] } ?? []
        return ["\(rule.id): \(rule.name)", ""] + expected + [
            "otherwise: \(rule.action.word)",
            "written in \(rule.location.file):\(rule.location.line ?? 1)",
        ]
    }

    /// The reference lies beside the definitions it is about.
    private func language() throws -> [UInt8] {
        var places = ["Pipelines"] + Installation.shared
        if let folder = try? choosePipeline(nil), let above = FileTree.parent(of: folder) {
            places.insert(above, at: 0)
        }
        for place in places where System.kind(of: "\(place)/README.md") == .file {
            return try System.read("\(place)/README.md")
        }
        throw Diagnostic(
            code: "E0119", "the language reference is not here",
            help: "it is README.md beside the folders of definitions; start pipeline in the folder above Pipelines")
    }
}
