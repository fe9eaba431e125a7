import RunStore
import Tables
import Testing

@Suite("One run of a force at a time")
struct RunLockTests {
    @Test("the second is refused at once and told who holds the lock; after the first it may run")
    func second() throws {
        let folder = try TemporaryFolder()
        var first: RunLock? = try RunLock(
            state: folder.path, process: 4711, started: "2026-10-01T02:14:07Z", host: "night")
        #expect(
            throws: Diagnostic(
                code: "E0751",
                "another run holds the lock: process 4711, started 2026-10-01T02:14:07Z, host night",
                help: "wait for it to end, then run again; a run that was killed holds no lock")
        ) {
            _ = try RunLock(state: folder.path, process: 4712, started: "2026-10-01T02:15:00Z", host: "night")
        }
        #expect(try folder.text("lock") == "process 4711\nstarted 2026-10-01T02:14:07Z\nhost night\n")
        withExtendedLifetime(first) {}
        first = nil
        _ = try RunLock(state: folder.path, process: 4713, started: "2026-10-01T02:16:00Z", host: "night")
        #expect(try folder.text("lock") == "process 4713\nstarted 2026-10-01T02:16:00Z\nhost night\n")
    }

    @Test("what a killed holder wrote does not lock")
    func leftover() throws {
        let folder = try TemporaryFolder()
        try folder.write("lock", "process 1\nstarted 2026-09-30T02:14:07Z\nhost night\n")
        _ = try RunLock(state: folder.path, process: 2, started: "2026-10-01T02:14:07Z", host: "night")
    }

    @Test("a link in the lock's place is refused")
    func link() throws {
        let folder = try TemporaryFolder()
        try folder.write("precious", "kept")
        try System.makeLink(to: "precious", at: "\(folder.path)/lock")
        #expect(throws: Diagnostic.self) {
            _ = try RunLock(state: folder.path, process: 2, started: "2026-10-01T02:14:07Z", host: "night")
        }
        #expect(try folder.text("precious") == "kept")
    }
}
