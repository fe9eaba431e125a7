package import Tables

/// How to read, none of which may change what is read.
package struct IngestOptions: Sendable {
    /// How many child tasks may run at once.
    package let jobs: Int
    package let chunkBytes: Int
    /// What splits lines into cells.
    package let parser: RecordParser
    /// Folder for rejected records; nothing writes none.
    package let quarantine: String?
    /// The date of the newest export that an earlier run used, by source: going back behind it unasked is an error.
    package let lastUsed: [String: CivilDate]
    /// Exports dated after this day are not read; nothing means after the as-of. A nightly run reads what arrived in
    /// the morning after its as-of; a replay does not.
    package let exportsTo: CivilDate?
    /// What the clock says of the exports; nothing for a replay, which is of what is there.
    package let arrivals: Arrivals?
    /// Only these files, named as reported, whatever their dates: those that a published run has read. Nothing means
    /// all that the sources' patterns match.
    package let onlyFiles: Set<String>?
    /// Whether texts that nothing in the definitions mentions are kept: a run has no use for them, a reader of rows has.
    package let keepsAllTexts: Bool
    /// What takes rows as they are read; nothing holds all tables.
    package let sink: RowSink?
    /// Time zones by name, for sources that are not in the run's own.
    package let zones: [String: ZoneTable]
    /// Bytes read so far out of all, and rows, for a progress line; called a few times a second at most.
    package let progress: (@Sendable (IngestProgress) -> Void)?

    package init(
        jobs: Int, chunkBytes: Int = 8 << 20, parser: RecordParser = .native, quarantine: String? = nil,
        lastUsed: [String: CivilDate] = [:], exportsTo: CivilDate? = nil, arrivals: Arrivals? = nil,
        onlyFiles: Set<String>? = nil, keepsAllTexts: Bool = true, sink: RowSink? = nil,
        zones: [String: ZoneTable] = [:],
        progress: (@Sendable (IngestProgress) -> Void)? = nil
    ) {
        self.jobs = jobs
        self.chunkBytes = chunkBytes
        self.parser = parser
        self.quarantine = quarantine
        self.lastUsed = lastUsed
        self.exportsTo = exportsTo
        self.arrivals = arrivals
        self.onlyFiles = onlyFiles
        self.keepsAllTexts = keepsAllTexts
        self.sink = sink
        self.zones = zones
        self.progress = progress
    }
}

/// How far reading has come.
package struct IngestProgress: Sendable {
    package let source: String
    package let bytes: Int
    package let totalBytes: Int
    package let rows: Int

    package init(source: String, bytes: Int, totalBytes: Int, rows: Int) {
        self.source = source
        self.bytes = bytes
        self.totalBytes = totalBytes
        self.rows = rows
    }
}

extension IngestOptions {
    /// How long chunks of these files are: shorter where there is little to read, so that every task has some of it.
    func chunkBytes(of files: [DiscoveredFile]) -> Int {
        guard jobs > 1 else { return chunkBytes }
        let share = files.reduce(0) { $0 + $1.likelyTextBytes } / (4 * jobs)
        return min(chunkBytes, max(1 << 18, share))
    }

    /// How much each of these files is beside a chunk. Of many archives each is one task's: no two can unpack one.
    func sizes(of files: [DiscoveredFile]) -> [Int] {
        files.map { files.count < 2 * jobs ? $0.likelyTextBytes : $0.bytes }
    }
}
