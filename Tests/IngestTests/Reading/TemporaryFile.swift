import Foundation
import Ingest

/// A file with the given bytes that lives as long as this object.
final class TemporaryFile {
    let discovered: DiscoveredFile
    private let url: URL

    init(_ bytes: [UInt8], name: String = "calls.csv", isGzip: Bool = false) throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try Data(bytes).write(to: url)
        discovered = DiscoveredFile(
            path: url.path, name: name, exportDate: nil, bytes: bytes.count, isGzip: isGzip)
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }

    /// Adds bytes to the file, as a program still writing its export does.
    func grow(_ bytes: [UInt8]) throws {
        let handle = try FileHandle(forWritingTo: url)
        try handle.seekToEnd()
        try handle.write(contentsOf: Data(bytes))
        try handle.close()
    }
}
