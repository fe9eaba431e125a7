package import Tables

/// One export file that matches a source's pattern.
package struct DiscoveredFile: Sendable, Hashable {
    /// Where to open it.
    package let path: String
    /// Below the inputs folder, as reported.
    package let name: String
    /// The day, or the last day of the month, captured from the name.
    package let exportDate: CivilDate?
    package let bytes: Int
    package let isGzip: Bool
    /// When it was last written, UTC milliseconds.
    package let modified: Int64

    /// About how long it is once it is unpacked: exports shrink to a sixth.
    var likelyTextBytes: Int { isGzip ? 6 * bytes : bytes }

    package init(
        path: String, name: String, exportDate: CivilDate?, bytes: Int, isGzip: Bool, modified: Int64 = 0
    ) {
        self.path = path
        self.name = name
        self.exportDate = exportDate
        self.bytes = bytes
        self.isGzip = isGzip
        self.modified = modified
    }
}
