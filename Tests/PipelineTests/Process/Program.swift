import Foundation
import Glibc
import Reporting
import RunStore
import Tables

/// The program itself as a child process, to stop and kill.
final class Program: @unchecked Sendable {
    /// The tests and the program are built into one folder.
    static let path: String = {
        let tests = System.target(ofLink: "/proc/self/exe") ?? CommandLine.arguments[0]
        return "\(FileTree.parent(of: tests) ?? ".")/pipeline"
    }()

    /// How a child ended: its exit code, or the signal that ended it, negated.
    struct End {
        let code: Int32
        let errors: [String]
    }

    private let process = Process()
    private let errors: String

    /// - Parameter shell: words of a shell before the program, such as a limit that it inherits.
    init(_ arguments: [String], in folder: TemporaryFolder, shell: String = "") throws {
        errors = "\(folder.path)/errors-\(UUID().uuidString)"
        try System.create(errors, [], mode: 0o600)
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", "\(shell) exec \"$0\" \"$@\"", Program.path] + arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle(forWritingAtPath: errors)
        try process.run()
    }

    var pid: Int32 { process.processIdentifier }

    var isRunning: Bool { process.isRunning }

    func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

    /// Waits for the end.
    func end() throws -> End {
        process.waitUntilExit()
        let text = String(decoding: try System.read(errors), as: UTF8.self)
        let code = process.terminationStatus
        return End(
            code: process.terminationReason == .exit ? code : -code,
            errors: text.split(separator: "\n").map(String.init))
    }

    /// Looks until something is so, or the child has ended; on a thread of its own, because the tests beside this one
    /// may keep every thread of the pool for longer than the child lives.
    func run(until isSo: @escaping @Sendable () -> Bool) async {
        await withCheckedContinuation { done in
            Thread.detachNewThread {
                while self.isRunning, !isSo() { sched_yield() }
                done.resume()
            }
        }
    }
}

extension SmallForce {
    /// Calls enough that reading them and computing takes a while.
    static func manyCalls() -> String {
        let first = Int64(CivilDate(year: 2026, month: 9, day: 1).days) * 86_400_000
        let rows = (0..<4000).map { number -> String in
            let start = first + Int64(number) * 600_000
            let times = [start, start + 5000].map { clockText($0, separator: " ") }
            return "m\(number),999,\(times[0]),\(times[1]),answered\n"
        }
        return "Id,Line,Offered,Answered,Result\n" + rows.joined()
    }

    func start(_ more: [String] = [], shell: String = "") throws -> Program {
        try Program(
            ["run", "--pipeline", "\(folder.path)/Pipelines/small", "--as-of", "2026-09-30", "--quiet"] + more,
            in: folder, shell: shell)
    }

    func exists(_ path: String) -> Bool { System.kind(of: "\(folder.path)/\(path)") != nil }

    /// Whether a run has taken the lock and named itself.
    func isLocked(by program: Program) -> Bool {
        ((try? folder.text("state/lock")) ?? "").hasPrefix("process \(program.pid)\n")
    }

    /// What a run that is being built is made of by now; nothing when none is.
    var building: [String] {
        let name = System.names(in: "\(folder.path)/out").first { $0.hasPrefix(".building-") }
        return name.map { FileTree.files(in: "\(folder.path)/out/\($0)") } ?? []
    }

    /// The files of latest that are not what `SHA256SUMS` says, and those that it does not know.
    func damage() throws -> [String] {
        let names = FileTree.files(in: "\(folder.path)/out/latest/.")
        let sums = try folder.text("out/latest/SHA256SUMS").split(separator: "\n").map {
            $0.split(separator: " ").map(String.init)
        }
        let wrong = try sums.filter { line in
            try !names.contains(line[1])
                || sha256Text(try System.read("\(folder.path)/out/latest/\(line[1])")) != line[0]
        }
        let unknown = names.filter { name in name != "SHA256SUMS" && !sums.contains { $0[1] == name } }
        return wrong.map { $0[1] } + unknown
    }
}
