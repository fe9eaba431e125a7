package import Tables

extension Publication {
    /// A run that lies in the published tree.
    package struct PublishedRun: Sendable, Hashable {
        package let asOf: CivilDate
        package let run: String
        package let bytes: Int
        /// When it was put together, UTC nanoseconds since 1970: says which of one as-of is the newest.
        package let built: Int64
    }

    /// Every run in the tree, the newest as-of first and of one as-of the newest first. What is not a run's folder is no
    /// concern of ours.
    package func runs() -> [PublishedRun] {
        let days = System.names(in: output).compactMap { CivilDate($0) }.sorted(by: >)
        return days.flatMap { day -> [PublishedRun] in
            System.names(in: "\(output)/\(day)").compactMap { name -> PublishedRun? in
                let path = folder(asOf: "\(day)", run: name)
                guard Publication.isRun(name), System.kind(of: path) == .folder else { return nil }
                return PublishedRun(
                    asOf: day, run: name, bytes: FileTree.bytes(in: path), built: System.changed(path) ?? 0)
            }.sorted { ($0.built, $0.run) > ($1.built, $1.run) }
        }
    }

    /// Takes a run out of the tree in one step, then deletes it: a reader sees all of it or none of it, and what a killed
    /// removal leaves is swept up by whoever prepares the tree next. Call with the lock held.
    package func remove(asOf: String, run: String) throws(Diagnostic) {
        guard latest.map({ $0.asOf == asOf && $0.run == run }) != true else {
            throw Diagnostic(code: "E0911", "\(asOf)/\(run) is latest and cannot be removed")
        }
        let aside = "\(output)/.removing-\(System.processID)-\(run)"
        try FileTree.remove(aside)
        try System.rename(folder(asOf: asOf, run: run), to: aside)
        try System.syncFolder("\(output)/\(asOf)")
        try FileTree.remove(aside)
        try removeIfEmpty(asOf)
    }

    /// Twelve hexadecimal digits, as run ids are.
    private static func isRun(_ name: String) -> Bool {
        name.utf8.count == 12 && name.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    }
}
