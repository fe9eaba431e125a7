import FoundationEssentials
import Subprocess
import Tables

/// How long a program of the force may take before it is ended.
let programLimit = Duration.seconds(60)

/// Starts a program of the force without a shell, with nothing to read and nobody who reads what it writes. Gives back what
/// went wrong with it.
func startProgram(
    _ words: [String], key: String, environment: [String: String], limit: Duration = programLimit
) async -> Diagnostic? {
    guard let program = words.first else { return nil }
    let values = environment.map { (Environment.Key(rawValue: $0), Optional($1)) }
    let updates = values.reduce(into: [Environment.Key: String?]()) { found, entry in
        if let key = entry.0 { found[key] = entry.1 }
    }
    let executable: Executable = program.contains("/") ? .path(asPath(program)) : .name(program)
    let run = Task {
        try await Subprocess.run(
            executable, arguments: Arguments(Array(words.dropFirst())), environment: .inherit.updating(updates),
            input: .none, output: .discarded, error: .discarded
        ).terminationStatus
    }
    let watch = Task {
        guard (try? await Task.sleep(for: limit)) != nil else { return false }
        run.cancel()
        return true
    }
    let result = await run.result
    watch.cancel()
    let isLate = await watch.value
    let failure: String? =
        switch result {
        case _ where isLate: "took longer than \(limit.components.seconds) s and was ended"
        case .success(.exited(0)): nil
        case .success(.exited(let code)): "ended with exit code \(code)"
        case .success(.signaled(let signal)): "was ended by signal \(signal)"
        case .failure: "could not be started"
        }
    return failure.map {
        Diagnostic(
            .warning, code: "E0760", "\(program) of \(key) \($0)",
            help: "start it by hand as the user that runs the pipeline: \(words.joined(separator: " "))")
    }
}

/// The library takes paths as a type of another package, which every literal may become.
private func asPath<Path: ExpressibleByStringLiteral>(_ text: String) -> Path
where Path.StringLiteralType == String {
    Path(stringLiteral: text)
}

/// A path that does not depend on the working directory.
func absolutePath(_ path: String) -> String {
    path.hasPrefix("/") ? path : "\(FileManager.default.currentDirectoryPath)/\(path)"
}
