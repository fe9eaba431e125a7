import ArgumentParser
import RunStore

/// Where the program begins. Ours rather than the parser's own start, so that every error ends with its exit code.
@main
enum Main {
    static func main() async {
        System.ignoreBrokenPipes()
        do {
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
}
