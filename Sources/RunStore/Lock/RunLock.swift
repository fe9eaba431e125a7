package import Tables

/// The right to run for one force, held until the value goes away or the process ends, however it ends.
///
/// The kernel's advisory lock is the lock; the file's text only names its holder to those who come second.
package final class RunLock: Sendable {
    private let descriptor: Int32

    /// Takes the lock without waiting, or throws `E0751` naming the holder.
    package init(state: String, process: Int, started: String, host: String) throws(Diagnostic) {
        let path = "\(state)/lock"
        let descriptor = try System.openForLock(path)
        do throws(Diagnostic) {
            guard try System.lock(descriptor, path) else {
                throw Diagnostic(
                    code: "E0751", "another run holds the lock: \(RunLock.holder(path))",
                    help: "wait for it to end, then run again; a run that was killed holds no lock")
            }
            try System.empty(descriptor, path)
            let text = "process \(process)\nstarted \(started)\nhost \(host)\n"
            try System.write(descriptor, Array(text.utf8), path)
        } catch {
            System.closeDescriptor(descriptor)
            throw error
        }
        self.descriptor = descriptor
    }

    deinit { System.closeDescriptor(descriptor) }

    /// The holder as it named itself. It may be about to: a few moments are given, well within a second.
    private static func holder(_ path: String) -> String {
        for _ in 0..<10 {
            let lines = ((try? System.read(path)) ?? []).split(separator: 10).map {
                String(decoding: $0, as: UTF8.self)
            }
            if lines.count == 3 { return lines.joined(separator: ", ") }
            System.pause(milliseconds: 50)
        }
        return "a process that has not named itself"
    }
}
