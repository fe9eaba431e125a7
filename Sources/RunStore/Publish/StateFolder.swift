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

    /// Removes what killed programs left: records without a word, and rejected rows under a passing name. Call with the
    /// lock held.
    package func sweep() throws(Diagnostic) {
        for name in System.names(in: attempts) {
            let path = "\(attempts)/\(name)"
            let isRecord = !name.hasPrefix(".") && System.kind(of: "\(path)/run.json") != nil
            guard System.kind(of: path) == .folder else { continue }
            if !isRecord { try FileTree.remove(path) }
            for inner in System.names(in: path) where inner.hasPrefix(".run.json-") {
                try FileTree.remove("\(path)/\(inner)")
            }
        }
        for name in System.names(in: quarantine) where name.hasSuffix(".tmp") {
            try FileTree.remove("\(quarantine)/\(name)")
        }
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
