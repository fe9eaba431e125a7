package import Tables

/// The published tree of one force: `<as-of>/<run>/…`, and `latest` that leads to the newest.
///
/// A run is built beside its place, put on the disk, and renamed, so that a reader sees all of it or none of it.
package struct Publication: Sendable {
    /// What publishing came to.
    package enum Outcome: Sendable, Hashable {
        case published
        /// The run was there already; not a byte was rewritten.
        case upToDate
    }

    package let output: String
    /// The group that may read it, where the machine has it.
    package let readers: String

    package init(output: String, readers: String = Modes.readers) {
        self.output = output
        self.readers = readers
    }

    /// Lists of rows lie beside the published tree, never in it, for a group of their own.
    package init(listsBeside output: String) {
        let folder = output.count > 1 && output.hasSuffix("/") ? String(output.dropLast()) : output
        self.init(output: folder + "-lists", readers: Modes.listReaders)
    }

    /// Where a run lies or will lie.
    package func folder(asOf: String, run: String) -> String { "\(output)/\(asOf)/\(run)" }

    package func holds(asOf: String, run: String) -> Bool {
        System.kind(of: folder(asOf: asOf, run: run)) == .folder
    }

    /// The run that `latest` leads to, as as-of and run id.
    package var latest: (asOf: String, run: String)? {
        guard let parts = System.target(ofLink: "\(output)/latest")?.split(separator: "/"), parts.count == 2,
            holds(asOf: String(parts[0]), run: String(parts[1]))
        else { return nil }
        return (String(parts[0]), String(parts[1]))
    }

    /// Makes the output folder, and removes what runs that were killed left in it. Call with the lock held.
    package func prepare() throws(Diagnostic) {
        try FileTree.make(output, mode: Modes.outputFolder, group: readers)
        for name in System.names(in: output) where Publication.isOurs(name) {
            try FileTree.remove("\(output)/\(name)")
        }
        // A run that was killed may have made its as-of's folder and put nothing into it.
        for name in System.names(in: output) where CivilDate(name) != nil { try removeIfEmpty(name) }
    }

    /// Publishes files under a run id, and turns `latest` to it.
    package func publish(_ files: [(path: String, bytes: [UInt8])], asOf: String, run: String) throws(Diagnostic)
        -> Outcome
    {
        if holds(asOf: asOf, run: run) {
            try turnLatest(to: "\(asOf)/\(run)")
            return .upToDate
        }
        let folder = try begin(asOf: asOf, run: run)
        do throws(Diagnostic) {
            for file in files { try folder.create(file.path, file.bytes) }
            try publish(folder)
        } catch {
            abandon(folder)
            throw error
        }
        return .published
    }

    /// Begins a run that is not there yet. It is to be published or abandoned.
    package func begin(asOf: String, run: String) throws(Diagnostic) -> RunFolder {
        try RunFolder(
            "\(output)/.building-\(System.processID)-\(run)", asOf: asOf, run: run, readers: GroupID(named: readers))
    }

    /// Puts a folder that holds all of its files in its place, and turns `latest` to it.
    package func publish(_ folder: RunFolder) throws(Diagnostic) {
        try folder.sync()
        try makeFolder("\(output)/\(folder.asOf)")
        try System.rename(folder.path, to: self.folder(asOf: folder.asOf, run: folder.run))
        try System.syncFolder("\(output)/\(folder.asOf)")
        try System.syncFolder(output)
        try turnLatest(to: "\(folder.asOf)/\(folder.run)")
    }

    /// Removes what was begun and came to nothing; why it did is what is to be told.
    package func abandon(_ folder: RunFolder) {
        try? FileTree.remove(folder.path)
        try? removeIfEmpty(folder.asOf)
    }

    /// Removes the folder of an as-of that holds no run, nor anything else that somebody put there.
    func removeIfEmpty(_ asOf: String) throws(Diagnostic) {
        let path = "\(output)/\(asOf)"
        if System.kind(of: path) == .folder, System.names(in: path).isEmpty { try System.remove(path) }
    }

    private func makeFolder(_ path: String) throws(Diagnostic) {
        guard System.kind(of: path) != .folder else { return }
        try System.makeFolder(path, mode: Modes.outputFolder)
        System.give(path, to: GroupID(named: readers))
    }

    /// A link cannot be rewritten in one step, but a new one can be renamed over it.
    private func turnLatest(to target: String) throws(Diagnostic) {
        guard System.target(ofLink: "\(output)/latest") != target else { return }
        let link = "\(output)/.latest-\(System.processID)"
        try FileTree.remove(link)
        try System.makeLink(to: target, at: link)
        do throws(Diagnostic) {
            try System.rename(link, to: "\(output)/latest")
        } catch {
            try? FileTree.remove(link)
            throw error
        }
        try System.syncFolder(output)
    }

    private static func isOurs(_ name: String) -> Bool {
        [".building-", ".latest-", ".removing-", ".status."].contains { name.hasPrefix($0) }
    }
}
