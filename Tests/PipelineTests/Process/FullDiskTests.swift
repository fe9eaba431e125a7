import Foundation
import PipelineRunner
import RunStore
import Tables
import Testing

/// Disks without room: a small one where this machine lets us mount it, and a limit on files everywhere.
@Suite("A full disk", .serialized)
struct FullDiskTests {
    private static func mount(_ arguments: [String]) -> Bool {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: arguments[0])
        process.arguments = Array(arguments.dropFirst())
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }

    /// Whether this account may mount: root, outside a container that forbids it.
    private static let mayMount: Bool = {
        guard let folder = try? TemporaryFolder(),
            mount(["/bin/mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder.path])
        else { return false }
        return mount(["/bin/umount", folder.path])
    }()

    @Test("a small disk is full: nothing is published, and what could not be written is named", .enabled(if: mayMount))
    func disk() async throws {
        let force = try SmallForce()
        let out = "\(force.folder.path)/out"
        try FileTree.make(out, mode: 0o750)
        try #require(FullDiskTests.mount(["/bin/mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", out]))
        defer { _ = FullDiskTests.mount(["/bin/umount", out]) }
        #expect(
            throws: Diagnostic(
                code: "E0702", "cannot write \(out)/big: no space left on device",
                help: "make room on the disk that holds \(out)/big; nothing was published")
        ) { try System.create("\(out)/big", Array(repeating: 65, count: 300 << 10), mode: 0o600) }
        try FileTree.remove("\(out)/big")
        let report = await force.run()
        #expect(report.exitCode == 74)
        #expect(
            hidingFiles(report.failure, in: out) == [
                "pipeline run: failed with exit code 74, nothing was published",
                "error: cannot write \(out)/FILE: no space left on device [E0702]",
                "    help: make room on the disk that holds \(out)/FILE; nothing was published",
                "all of it: \(out)/status.html",
                "next: pipeline run --pipeline \(force.folder.path)/Pipelines/small",
            ])
        #expect(force.latest == nil)
        #expect(System.names(in: out) == ["status.html", "status.json"])
    }

    @Test("a limit on the size of files: as a full disk")
    func limit() async throws {
        let force = try SmallForce()
        let out = "\(force.folder.path)/out"
        // 2,048 blocks of 512 bytes; definitions.html is larger. Without the signal ignored the limit would end the program.
        let end = try force.start(shell: "trap '' XFSZ; ulimit -f 2048;").end()
        #expect(end.code == 74)
        #expect(
            hidingFiles(end.errors, in: out).prefix(3) == [
                "pipeline run: failed with exit code 74, nothing was published",
                "error: cannot write \(out)/FILE: file too large [E0702]",
                "    help: make room on the disk that holds \(out)/FILE; nothing was published",
            ])
        #expect(force.latest == nil)
        #expect(force.building == [])
    }

    /// The lines with the building folder's name, in which a process id stands, left out.
    private func hidingFiles(_ lines: [String], in out: String) -> [String] {
        lines.map { $0.replacing(#/\.building-[0-9]+-[0-9a-f]+\/[A-Za-z0-9_.\/]*[a-zA-Z0-9]/#, with: "FILE") }
    }
}
