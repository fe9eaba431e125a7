import Synchronization
package import Tables

/// A run's folder while it is filled, beside the place that it takes when it is whole. Its files come from several tasks at
/// once.
package final class RunFolder: Sendable {
    let path: String
    let asOf: String
    let run: String
    private let readers: GroupID?
    /// The folders made so far, each after those above it.
    private let folders: Mutex<[String]>

    init(_ path: String, asOf: String, run: String, readers: GroupID?) throws(Diagnostic) {
        self.path = path
        self.asOf = asOf
        self.run = run
        self.readers = readers
        folders = Mutex([path])
        try System.makeFolder(path, mode: Modes.outputFolder)
        System.give(path, to: readers)
    }

    /// Makes a file with all of its bytes on the disk.
    package func create(_ file: String, _ bytes: [UInt8]) throws(Diagnostic) {
        try System.create(try place(of: file), bytes, mode: Modes.outputFile)
        System.give("\(path)/\(file)", to: readers)
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
                folders.append(above)
            }
        }
        return "\(path)/\(file)"
    }

    /// Puts the names of all files on the disk, whose bytes are there.
    func sync() throws(Diagnostic) {
        for folder in folders.withLock({ $0 }).reversed() { try System.syncFolder(folder) }
    }
}
