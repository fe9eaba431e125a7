import Synchronization

/// Whether somebody asked the run to stop, and with which signal.
package final class Interruption: Sendable {
    private struct State: Sendable {
        var signal: Int32?
        var handler: (@Sendable () -> Void)?
    }

    private let state = Mutex(State())

    package init() {}

    /// The signal that came first.
    package var signal: Int32? { state.withLock { $0.signal } }

    /// Tells the stage at work to stop.
    package func interrupt(signal: Int32) {
        let handler = state.withLock { state in
            state.signal = state.signal ?? signal
            return state.handler
        }
        handler?()
    }

    /// Throws when it is time to stop.
    func check() throws {
        if signal != nil { throw CancellationError() }
    }

    fileprivate func watch(_ handler: (@Sendable () -> Void)?) {
        let isLate = state.withLock { state in
            state.handler = handler
            return state.signal != nil
        }
        if isLate { handler?() }
    }
}

/// Runs a stage so that an interruption ends the wait for it at once, whether or not it notices by itself.
///
/// What a stage leaves undone lies in memory or in the quarantine; nothing of it can reach a reader.
func interruptible<Value: Sendable>(
    _ interruption: Interruption, _ work: @escaping @Sendable () async throws -> Value
) async throws -> Value {
    try interruption.check()
    let task = Task { try await work() }
    defer { interruption.watch(nil) }
    return try await withCheckedThrowingContinuation { continuation in
        let once = Once(continuation)
        interruption.watch {
            task.cancel()
            once.resume(.failure(CancellationError()))
        }
        Task { once.resume(await task.result) }
    }
}

/// A continuation that the first of several callers resumes.
private final class Once<Value: Sendable>: Sendable {
    private let continuation: Mutex<CheckedContinuation<Value, any Error>?>

    init(_ continuation: CheckedContinuation<Value, any Error>) {
        self.continuation = Mutex(continuation)
    }

    func resume(_ result: Result<Value, any Error>) {
        let waiting = continuation.withLock { waiting in
            let taken = waiting
            waiting = nil
            return taken
        }
        waiting?.resume(with: result)
    }
}
