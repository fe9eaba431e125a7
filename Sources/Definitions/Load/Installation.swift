import FoundationEssentials

/// Where a package, or `make install`, puts what is ours and expects what is a force's own.
package enum Installation {
    /// The folder of the forces' definitions: theirs, never touched by an upgrade.
    package static let forces = "/etc/pipeline"

    /// Where a package puts our definitions, the language's reference and the example force.
    package static let packaged = "/usr/share/pipeline"

    /// The folders that may hold what is ours, nearest first: beside the program that runs, then the package's.
    package static let shared = sharedFolders(
        ofProgram: try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))

    /// `/usr/local/bin/pipeline` has `/usr/local/share/pipeline`; one that was never installed has only the package's.
    static func sharedFolders(
        ofProgram program: String?, exists: (String) -> Bool = { FileManager.default.fileExists(atPath: $0) }
    ) -> [String] {
        guard let program else { return [packaged] }
        let beside = joinedPath(program, "../../share/pipeline")
        return beside != packaged && exists(beside) ? [beside, packaged] : [packaged]
    }
}
