import Reporting
import RunStore
import Tables

/// The data files of a published run, each of which is what it was when it was published.
struct PublishedData {
    /// Checksums and paths, as `SHA256SUMS` has them.
    let files: [(sum: String, path: String)]

    /// Paths below `definitions/`.
    var definitions: [String] {
        files.compactMap { $0.path.hasPrefix("definitions/") ? String($0.path.dropFirst("definitions/".count)) : nil }
    }

    /// Reads every data file once and holds it against its checksum.
    init(checking folder: String) throws(Diagnostic) {
        guard System.kind(of: "\(folder)/SHA256SUMS") == .file,
            let listed = readChecksums(try System.read("\(folder)/SHA256SUMS"))
        else { throw PublishedData.fault("\(folder)/SHA256SUMS is missing or is no list of checksums") }
        files = listed.filter { !isRendered($0.path) }
        for file in files {
            let path = "\(folder)/\(file.path)"
            guard System.kind(of: path) == .file else { throw PublishedData.fault("\(path) is missing") }
            guard sha256Text(try System.read(path)) == file.sum else {
                throw PublishedData.fault("\(path) is not what it was when it was published")
            }
        }
        let known = Set(files.map(\.path))
        let extra = FileTree.files(in: folder).first { path in
            path != "SHA256SUMS" && !isRendered(path) && !known.contains(path)
                && !(path.split(separator: "/").last?.hasPrefix(".") ?? false)
        }
        if let extra { throw PublishedData.fault("\(folder)/\(extra) was not published with the run") }
    }

    private static func fault(_ message: String) -> Diagnostic {
        Diagnostic(
            code: "E0493", message,
            help: "nothing was written; restore the run's folder from a copy, or publish it anew with pipeline run")
    }
}
