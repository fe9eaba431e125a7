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
        var sources: [StatusReport.Source] = []
        var findings: [Diagnostic] = []
        var definitionFiles: [PipelineDefinition.DefinitionFile] = []
    }

    let request: RunRequest
    let started = System.now
    private let known = Mutex(Known())

    init(_ request: RunRequest) {
        self.request = request
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
            $0.findings = definition.warnings
            $0.definitionFiles = definition.files
        }
    }

    func know(_ asOf: AsOf) {
        known.withLock { $0.asOf = asOf }
    }

    func know(_ ingested: IngestResult, zone: ZoneTable) {
        let sources = StatusReport.Source.all(ingested.files, leftOut: ingested.leftOut, zone: zone)
        known.withLock {
            $0.sources = sources
            $0.findings += ingested.findings
        }
    }

    /// Takes the lock, then makes the folders and removes what killed runs left.
    func takeLock() throws(Diagnostic) -> RunLock? {
        guard let identity else { return nil }
        try FileTree.make(identity.state, mode: Modes.stateFolder)
        let lock = try RunLock(
            state: identity.state, process: System.processID, started: utcText(started), host: System.hostName)
        try StateFolder(identity.state).prepare()
        try Publication(output: identity.output).prepare()
        return lock
    }

    func publish(_ files: [RenderedFile], _ material: RunMaterial) throws(Diagnostic) -> Publication.Outcome {
        try Publication(output: material.definition.folders.output).publish(
            files.map { ($0.path, $0.bytes) }, asOf: "\(material.asOf.day)", run: material.run)
    }
}

/// UTC to the second: `2026-10-01T02:14:07Z`.
func utcText(_ instant: Int64) -> String {
    clockText(instant, separator: "T") + "Z"
}
