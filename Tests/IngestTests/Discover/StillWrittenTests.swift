import Foundation
import Testing

@testable import Ingest

@Suite("A file that is still being written")
struct StillWrittenTests {
    @Test("a second look after reading sees that it has grown")
    func grown() throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("growing-\(UUID().uuidString).csv")
            .path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data("a,b\n1,2\n".utf8).write(to: URL(fileURLWithPath: path))
        let entry = describe(path, name: "calls.csv")
        let file = DiscoveredFile(
            path: path, name: "calls/calls.csv", exportDate: nil, bytes: entry.bytes, isGzip: false,
            modified: entry.modified)
        #expect(stillWritten([file], started: nil) == [])
        let handle = try #require(FileHandle(forWritingAtPath: path))
        _ = try handle.seekToEnd()
        try handle.write(contentsOf: Data("3,4\n".utf8))
        try handle.close()
        #expect(
            stillWritten([file], started: nil).map { "\($0)" } == [
                "calls/calls.csv: error: calls/calls.csv is still being written: it had 8 bytes when the run found it and "
                    + "12 when all was read [E0611]\n    help: wait until the export is complete, then run again; best, "
                    + "copy exports under another name and rename them when they are whole"
            ])
    }
}
