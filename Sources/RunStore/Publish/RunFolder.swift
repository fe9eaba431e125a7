import Synchronization
package import Tables

/// A run's folder while it is filled, beside the place that it takes when it is whole. Its files come from several tasks at
/// once, and are put on the disk together.
package final class RunFolder: Sendable {
    let path: String
    let asOf: String
    let run: String
    private let readers: GroupID?
    private let disk: DiskSync
    /// The folders made so far.
    private let folders = Mutex<Set<String>>([])

    init(_ path: String, asOf: String, run: String, readers: GroupID?) throws(Diagnostic) {
        self.path = path
        self.asOf = asOf
        self.run = run
        self.readers = readers
        try System.makeFolder(path, mode: Modes.outputFolder)
        disk = try DiskSync(of: path)
        System.give(path, to: readers)
    }

    /// Makes a file with all of its bytes.
    package func create(_ file: String, _ bytes: [UInt8]) throws(Diagnostic) {
        let made = try open(file)
        try made.write(bytes)
        try made.end()
    }

    /// Begins a file that comes in pieces.
    package func open(_ file: String) throws(Diagnostic) -> sending NewFile {
        let made = try NewFile(try place(of: file), mode: Modes.outputFile)
        System.give("\(path)/\(file)", to: readers)
        return made
    }

    /// Where a file goes, with the folders above it made.
    private func place(of file: String) throws(Diagnostic) -> String {
        try folders.withLock { (folders) throws(Diagnostic) in
            var above = path
            for part in file.split(separator: "/").dropLast() {
                above += "/\(part)"
                if folders.contains(above) { continue }
                try System.makeFolder(above, mode: Modes.outputFolder)
                System.give(above, to: readers)
                folders.insert(above)
            }
        }
        return "\(path)/\(file)"
    }

    /// Puts all files on the disk, names and bytes.
    func sync() throws(Diagnostic) { try disk.finish() }
}
