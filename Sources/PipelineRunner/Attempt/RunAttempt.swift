import Definitions
import Ingest
import Reporting
import RunStore
import Synchronization
import Tables

/// One try at a run: what is known so far, the lock and folders it works in, and the words it ends with.
final class RunAttempt: Sendable {
    struct Known: Sendable {
        var identity: Identity?
        var asOf: AsOf?
        var timeZone = "Europe/London"
        var sources: [StatusReport.Source] = []
        var findings: [Diagnostic] = []
        var definitionFiles: [PipelineDefinition.DefinitionFile] = []
        var lock: RunLock?
        /// One sentence each; nothing before a run has compared them.
        var movedReleases: [String]?
        /// What kept the lists of rows from being written.
        var lists: [Diagnostic] = []
        var rules: [RuleCount] = []
        /// The newest record of each source, UTC milliseconds.
        var newest: [String: Int64] = [:]
        /// What was said last, to be said again with what went wrong after it.
        var status: StatusReport?
    }

    let request: RunRequest
    let started: Int64
    /// What happens around a run, known even when the rest of the definitions cannot be loaded.
    let operations: Operations
    let log: RunLog?
    /// Nothing of it may hold up or fail the run.
    let history = HistoryKeeper()
    private let known = Mutex(Known())

    init(_ request: RunRequest) {
        self.request = request
        started = request.now()
        operations = readOperations(folder: request.folder)
        let file = request.log ?? operations.log
        log = request.isDryRun ? nil : file.map { RunLog($0, now: request.now) }
    }

    /// What is known so far.
    var soFar: Known { known.withLock { $0 } }

    var identity: Identity? { soFar.identity }

    /// Rejected rows are kept by every attempt that may write at all.
    var quarantine: String? {
        request.isDryRun ? nil : identity.map { StateFolder($0.state).quarantine }
    }

    func know(_ definition: PipelineDefinition) {
        known.withLock {
            $0.identity = Identity(
                force: definition.force, marking: definition.marking, output: definition.folders.output,
                state: definition.folders.state)
            $0.timeZone = definition.timeZone
            $0.findings = definition.warnings
            $0.definitionFiles = definition.files
        }
        log?.note(
            "definitions read", [("sources", definition.sources.count), ("figures", definition.figures.count)])
    }

    func know(_ asOf: AsOf) {
        known.withLock { $0.asOf = asOf }
    }

    func know(_ ingested: IngestResult, zone: ZoneTable) {
        let sources = StatusReport.Source.all(ingested.files, leftOut: ingested.leftOut, zone: zone)
        known.withLock {
            let expected = $0.sources
            $0.sources = sources.map { source in
                var source = source
                source.expectedBy = expected.first { $0.name == source.name }?.expectedBy ?? ""
                return source
            }
            $0.sources += expected.filter { one in !sources.contains { $0.name == one.name } }
            $0.findings += ingested.ofAttempt + ingested.findings
            $0.rules = ingested.ruleCounts
            for file in ingested.files {
                guard let newest = file.newest else { continue }
                $0.newest[file.source] = max(newest, $0.newest[file.source] ?? newest)
            }
        }
        let total = ingested.files.reduce(into: Ledger()) { $0 += $1.ledger }
        log?.note(
            "exports read",
            [
                ("files", ingested.files.count), ("records", total.physical), ("accepted", total.accepted),
                ("rejected", total.rejected),
            ])
    }

    /// What kept the lists of rows from being written: figures are out by then.
    func know(lists troubles: [Diagnostic]) {
        known.withLock { $0.lists = troubles }
    }

    /// Released figures that are no longer what the figures say.
    func know(_ moved: [MovedRelease]) {
        known.withLock { $0.movedReleases = moved.map(\.sentence) }
    }

    /// What is expected of each source, before anything is read. A late source that the force may do without is a warning.
    func know(_ expected: [ExpectedExport], zone: ZoneTable) {
        known.withLock {
            $0.sources = expected.map { StatusReport.Source($0, zone: zone) }
            $0.findings += expected.filter { $0.state == .late && $0.isOptional }.map {
                lateFinding($0, .warning, zone: zone)
            }
        }
    }

    /// Sources whose newest export turned out to be an old one, when it was read.
    func know(waiting sources: [String]) {
        known.withLock {
            for index in $0.sources.indices where sources.contains($0.sources[index].name) {
                $0.sources[index].state = ExpectedExport.State.waiting.rawValue
            }
        }
    }

    func know(_ status: StatusReport) {
        known.withLock { $0.status = status }
    }

    /// Takes the lock until the end of the attempt, then makes the folders and removes what killed runs left. A dry run
    /// only looks: it takes no lock and leaves no trace.
    func takeLock() throws(Diagnostic) {
        guard let identity, !request.isDryRun else { return }
        try FileTree.make(identity.state, mode: Modes.stateFolder)
        let lock = try RunLock(
            state: identity.state, process: System.processID, started: utcText(started), host: System.hostName)
        known.withLock { $0.lock = lock }
        try StateFolder(identity.state).prepare()
        try StateFolder(identity.state).sweep()
        try Publication(output: identity.output).prepare()
        history.begin(identity, asOf: soFar.asOf.map { "\($0.day)" }, started: utcText(started))
    }
}

/// UTC to the second: `2026-10-01T02:14:07Z`.
func utcText(_ instant: Int64) -> String {
    clockText(instant, separator: "T") + "Z"
}

/// The instant of a text that `utcText` wrote.
func utcInstant(_ text: String) -> Int64? {
    let parts = text.split(whereSeparator: { $0 == "T" || $0 == ":" || $0 == "Z" })
    guard parts.count == 4, let day = CivilDate(String(parts[0])), let hour = Int64(parts[1]),
        let minute = Int64(parts[2]), let second = Int64(parts[3])
    else { return nil }
    return Int64(day.days) * 86_400_000 + ((hour * 60 + minute) * 60 + second) * 1000
}

/// How the name of an attempt's record begins: `20261001T021407Z`.
func attemptStamp(_ instant: Int64) -> String {
    utcText(instant).filter { $0 != "-" && $0 != ":" }
}
