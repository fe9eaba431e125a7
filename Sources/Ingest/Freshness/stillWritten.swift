import Glibc
import Tables

/// The files that are no longer as they were when the run found them: a second look, after everything was read.
///
/// A small file is read in less time than its writer rests between two pieces. A nightly run that finds one written in the
/// last moments before its start therefore waits a second before it looks again; a replay, whose exports are old, has no
/// start.
func stillWritten(_ files: [DiscoveredFile], started: Int64?) -> [Diagnostic] {
    if let started, files.contains(where: { (started - 5000...started + 3_600_000).contains($0.modified) }) {
        sleep(1)
    }
    return files.compactMap { file in
        let now = describe(file.path, name: file.name)
        guard now.kind == .file, now.bytes != file.bytes || now.modified != file.modified else { return nil }
        return Diagnostic(
            code: "E0611",
            "\(file.name) is still being written: it had \(grouped(file.bytes)) bytes when the run found it and "
                + "\(grouped(now.bytes)) when all was read", at: .init(file: file.name),
            help: "wait until the export is complete, then run again; best, copy exports under another name and rename "
                + "them when they are whole")
    }
}
