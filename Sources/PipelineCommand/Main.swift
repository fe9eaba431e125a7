import ArgumentParser
import RunStore
import Tables

/// Where the program begins. Ours rather than the parser's own start, so that every error ends with its exit code.
@main
enum Main {
    static func main() async {
        System.ignoreBrokenPipes()
        do {
            try checkVerb(CommandLine.arguments.dropFirst().first)
            var command = try PipelineCommand.parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            Terminal.end(with: error)
        }
    }

    /// The parser would only call a misspelt verb an unexpected argument.
    private static func checkVerb(_ word: String?) throws {
        let verbs = PipelineCommand.configuration.subcommands.map { $0._commandName }
        guard let word, !word.hasPrefix("-"), !verbs.contains(word) else { return }
        let nearest = nearestName(to: word, among: verbs).map { "did you mean \($0)? " } ?? ""
        throw Diagnostic(
            code: "E0119", "there is no verb '\(word)'", help: nearest + "there is \(verbs.joined(separator: ", "))")
    }
}
