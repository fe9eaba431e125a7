package import Definitions
package import Ingest
import RunStore
package import Tables

/// What a run was asked to do.
package struct RunRequest: Sendable {
    package let folder: String
    package let overrides: FolderOverrides
    /// Nothing means yesterday, by the pipeline's own clock.
    package let asOf: CivilDate?
    package let isDryRun: Bool
    /// Refuse to publish when something would be left out.
    package let isStrict: Bool
    package let jobs: Int
    package let chunkBytes: Int
    package let parser: RecordParser
    package let interruption: Interruption
    /// A file for one JSON object per line, instead of the one that pipeline.yaml names.
    package let log: String?
    /// UTC milliseconds: the only clock of a run.
    package let now: @Sendable () -> Int64
    package let progress: (@Sendable (IngestProgress) -> Void)?

    package init(
        folder: String, overrides: FolderOverrides = FolderOverrides(), asOf: CivilDate? = nil, isDryRun: Bool = false,
        isStrict: Bool = false, jobs: Int, chunkBytes: Int = 8 << 20, parser: RecordParser = .native,
        interruption: Interruption = Interruption(), log: String? = nil,
        now: @escaping @Sendable () -> Int64 = { System.now },
        progress: (@Sendable (IngestProgress) -> Void)? = nil
    ) {
        self.folder = folder
        self.overrides = overrides
        self.asOf = asOf
        self.isDryRun = isDryRun
        self.isStrict = isStrict
        self.jobs = jobs
        self.chunkBytes = chunkBytes
        self.parser = parser
        self.interruption = interruption
        self.log = log
        self.now = now
        self.progress = progress
    }
}
