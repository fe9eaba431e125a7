/// Tells whoever asked how far a source has been read, a few times a second at most.
struct ProgressReport {
    private let source: String
    private let total: Int
    private let report: (@Sendable (IngestProgress) -> Void)?
    private var done = 0
    private var last = ContinuousClock.now

    init(source: String, total: Int, options: IngestOptions) {
        self.source = source
        self.total = total
        report = options.progress
    }

    mutating func report(bytesOfFile: Int, rows: Int) {
        guard let report, last.duration(to: .now) > .milliseconds(250) else { return }
        last = .now
        report(IngestProgress(source: source, bytes: done + bytesOfFile, totalBytes: total, rows: rows))
    }

    mutating func finishFile(_ bytes: Int) {
        done += bytes
    }
}
