import RunStore
import Synchronization
import Tables

/// The file that a log's lines are added to. After the first line that cannot be written no other is tried.
final class LogLines: Sendable {
    private struct State {
        var file: AppendedFile?
        var trouble: Diagnostic?
    }

    private let state: Mutex<State>

    init(_ path: String) {
        var first = State()
        do throws(Diagnostic) {
            first.file = try AppendedFile(path, mode: Modes.outputFile)
        } catch {
            first.trouble = error
        }
        state = Mutex(first)
    }

    var trouble: Diagnostic? { state.withLock { $0.trouble } }

    func add(_ line: [UInt8]) {
        state.withLock { state in
            guard state.trouble == nil, let file = state.file else { return }
            do throws(Diagnostic) {
                try file.append(line)
            } catch {
                state.trouble = error
            }
        }
    }
}
