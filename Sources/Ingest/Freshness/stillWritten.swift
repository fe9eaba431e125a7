import Glibc
import Tables

/// The files that are no longer as they were when the run found them: a second look, after everything was read.
///
/// A small file is read in less time than its writer rests between two pieces. A nightly run that finds one written in the
/// last moments therefore waits a second before it looks again; a replay does not, because its exports are old.
func stillWritten(_ files: [DiscoveredFile], isLive: Bool) -> [Diagnostic] {
    if isLive, files.contains(where: isYoung) { sleep(1) }
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

/// Whether a file was written in the last five seconds.
private func isYoung(_ file: DiscoveredFile) -> Bool {
    var time = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &time)
    let now = Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    return (now - 5000...now).contains(file.modified)
}
