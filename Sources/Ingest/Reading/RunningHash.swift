import Crypto
import Synchronization

/// The SHA-256 of a file, taken of its chunks as they are read, so that what is named is what was read.
///
/// Chunks may come in any order from any task; whoever brings the one that is waited for takes in those behind it as well.
final class RunningHash: Sendable {
    private struct State {
        var hash = SHA256()
        /// The chunk to take in next.
        var next = 0
        var waiting: [Int: ArraySlice<UInt8>] = [:]
        var isBusy = false
    }

    private let state: Mutex<State>

    /// - Parameter beginning: the bytes before the first chunk.
    init(_ beginning: ArraySlice<UInt8>) {
        var state = State()
        state.hash.update(data: beginning)
        self.state = Mutex(state)
    }

    /// Takes in the bytes of a chunk as `read` hands them over, while they are in the processor's cache; when it is not the
    /// chunk's turn, `own` of what was read, later.
    func add<Window>(
        _ chunk: Int, read: ((Span<UInt8>) -> Void) throws -> Window, own: (Window) -> ArraySlice<UInt8>
    ) rethrows -> Window {
        let turn = state.withLock { state -> SHA256? in
            guard !state.isBusy, state.next == chunk else { return nil }
            state.isBusy = true
            return state.hash
        }
        guard var hash = turn else {
            let window = try read { _ in }
            add(own(window), of: chunk)
            return window
        }
        let window = try read { piece in
            // The bytes are looked at during the call only.
            unsafe piece.withUnsafeBytes { unsafe hash.update(bufferPointer: $0) }
        }
        goOn(hash, next(after: hash))
        return window
    }

    func add(_ bytes: ArraySlice<UInt8>, of chunk: Int) {
        let (hash, turn) = state.withLock { state -> (SHA256, ArraySlice<UInt8>?) in
            state.waiting[chunk] = bytes
            guard !state.isBusy else { return (state.hash, nil) }
            let turn = state.waiting.removeValue(forKey: state.next)
            state.isBusy = turn != nil
            return (state.hash, turn)
        }
        goOn(hash, turn)
    }

    /// Takes in the chunk whose turn it is, and those behind it that wait.
    private func goOn(_ hash: SHA256, _ turn: ArraySlice<UInt8>?) {
        var (hash, turn) = (hash, turn)
        while let bytes = turn {
            hash.update(data: bytes)
            turn = next(after: hash)
        }
    }

    /// A chunk has been taken in; the bytes of the next one if it waits already.
    private func next(after hash: SHA256) -> ArraySlice<UInt8>? {
        state.withLock { state in
            state.next += 1
            let turn = state.waiting.removeValue(forKey: state.next)
            if turn == nil { (state.hash, state.isBusy) = (hash, false) }
            return turn
        }
    }

    /// Of all that was added, in hexadecimal digits.
    var digits: String { hexadecimal(state.withLock { $0.hash }.finalize()) }
}
