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
        let building = "\(output)/.building-\(System.processID)-\(run)"
        do throws(Diagnostic) {
            try build(files, in: building)
            try makeFolder("\(output)/\(asOf)")
            try System.rename(building, to: folder(asOf: asOf, run: run))
            try System.syncFolder("\(output)/\(asOf)")
            try System.syncFolder(output)
        } catch {
            // The first failure is the one to report.
            try? FileTree.remove(building)
            try? removeIfEmpty(asOf)
            throw error
        }
        try turnLatest(to: "\(asOf)/\(run)")
        return .published
    }

    private func build(_ files: [(path: String, bytes: [UInt8])], in building: String) throws(Diagnostic) {
        try makeFolder(building)
        var folders = [building]
        for file in files {
            let path = "\(building)/\(file.path)"
            var above = building
            for part in file.path.split(separator: "/").dropLast() {
                above += "/\(part)"
                if !folders.contains(above) {
                    try makeFolder(above)
                    folders.append(above)
                }
            }
            try System.create(path, file.bytes, mode: Modes.outputFile)
            System.give(path, toGroup: readers)
        }
        for folder in folders.reversed() { try System.syncFolder(folder) }
    }

    /// Removes the folder of an as-of that holds no run, nor anything else that somebody put there.
    func removeIfEmpty(_ asOf: String) throws(Diagnostic) {
        let path = "\(output)/\(asOf)"
        if System.kind(of: path) == .folder, System.names(in: path).isEmpty { try System.remove(path) }
    }

    private func makeFolder(_ path: String) throws(Diagnostic) {
        guard System.kind(of: path) != .folder else { return }
        try System.makeFolder(path, mode: Modes.outputFolder)
        System.give(path, toGroup: readers)
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
