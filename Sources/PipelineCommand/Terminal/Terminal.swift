import ArgumentParser
import Glibc
import RunStore
import Tables

/// Where words go: data to standard output, messages to standard error. A reader who went away is no fault.
enum Terminal {
    static func say(_ lines: [String]) throws {
        try send(Array(lines.map { $0 + "\n" }.joined().utf8))
    }

    /// Writes data; when nobody reads on, there is nothing left to do.
    static func send(_ bytes: [UInt8]) throws {
        guard try System.send(bytes, to: STDOUT_FILENO, named: "standard output") else { exit(0) }
    }

    /// Writes what a run has to say. The run is over: whether anybody reads it changes nothing about how it ended.
    static func tell(_ lines: [String]) {
        _ = try? System.send(Array(lines.map { $0 + "\n" }.joined().utf8), to: STDOUT_FILENO, named: "standard output")
    }

    /// Writes messages. A message that nobody can read must not stop what it is about.
    static func report(_ lines: [String]) {
        _ = try? System.send(Array(lines.map { $0 + "\n" }.joined().utf8), to: STDERR_FILENO, named: "standard error")
    }

    /// Ends the program as an error demands: findings of ours by their class, the rest as the parser says.
    static func end(with error: any Error) -> Never {
        switch error {
        case let one as Diagnostic:
            report(["\(one)"])
            exit(exitClass(of: Diagnostics([one])))
        case let several as Diagnostics:
            // Two sources may meet the same fault: a key that is missing is missing once.
            var shown: [Diagnostic] = []
            for one in several.all where !shown.contains(one) { shown.append(one) }
            report(shown.map { "\($0)" })
            let count = shown.count { $0.severity == .error }
            if count > 1 { report(["\(count) errors"]) }
            exit(exitClass(of: several))
        default:
            PipelineCommand.exit(withError: error)
        }
    }
}
