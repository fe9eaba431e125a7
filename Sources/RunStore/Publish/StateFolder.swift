package import Tables

/// The folder of what must not be published: the lock, attempts, rejected rows, keys.
package struct StateFolder: Sendable {
    package let path: String

    package init(_ path: String) {
        self.path = path
    }

    package var quarantine: String { "\(path)/quarantine" }
    package var attempts: String { "\(path)/runs" }

    /// Makes the folder and its parts, private to the user that runs the pipeline.
    package func prepare() throws(Diagnostic) {
        for folder in [path, quarantine, attempts] { try FileTree.make(folder, mode: Modes.stateFolder) }
    }

    /// Keeps the record of one attempt.
    package func keep(attempt: String, record: [UInt8]) throws(Diagnostic) {
        let folder = "\(attempts)/\(attempt)"
        try FileTree.make(folder, mode: Modes.stateFolder)
        try replaceFile("\(folder)/run.json", record, mode: Modes.stateFile)
    }

    /// Removes the record of one attempt in one step. Call with the lock held.
    package func remove(attempt: String) throws(Diagnostic) {
        let aside = "\(attempts)/.removing-\(attempt)"
        try FileTree.remove(aside)
        try System.rename("\(attempts)/\(attempt)", to: aside)
        try FileTree.remove(aside)
    }
}
