package import Definitions
import RunStore
package import Tables

/// What `prune` would remove and what it would leave, and why. Nothing is written, so no lock is taken.
package func planPruning(_ definition: PipelineDefinition, _ policy: KeepPolicy) -> [PruneItem] {
    let publication = Publication(output: definition.folders.output)
    let runs = runsToKeep(
        publication.runs(), latest: publication.latest, released: definition.releases.map(\.run), policy)
    let lists = listsToKeep(Publication(listsBeside: definition.folders.output), days: policy.lists)
    return runs.map { PruneItem(.run, $0.run, $0.keptBecause) }
        + lists.map { PruneItem(.lists, $0.run, $0.keptBecause) }
        + statesToKeep(
            StateFolder(definition.folders.state), sources: definition.sources.map(\.name), attempts: policy.attempts)
}

/// Removes what the plan lets go, each thing in one step, with the lock of runs held. A prune that is killed leaves
/// nothing half: what it had taken out of its place already is swept up by the next run.
///
/// - Returns: the plan as it was carried out.
package func prune(_ definition: PipelineDefinition, _ policy: KeepPolicy) throws(Diagnostic) -> [PruneItem] {
    System.keepFilesPrivate()
    let state = StateFolder(definition.folders.state)
    try FileTree.make(state.path, mode: Modes.stateFolder)
    let lock = try RunLock(
        state: state.path, process: System.processID, started: utcText(System.now), host: System.hostName)
    defer { withExtendedLifetime(lock) {} }
    let publication = Publication(output: definition.folders.output)
    let lists = Publication(listsBeside: definition.folders.output)
    try state.prepare()
    try state.sweep()
    for tree in [publication, lists] where System.kind(of: tree.output) != nil { try tree.prepare() }
    let plan = planPruning(definition, policy)
    for item in plan where item.keptBecause == nil {
        switch item.kind {
        case .run: try remove(item, from: publication)
        case .lists: try remove(item, from: lists)
        case .attempt: try state.remove(attempt: item.name)
        case .quarantine: try FileTree.remove("\(state.quarantine)/\(item.name)")
        }
    }
    return plan
}

private func remove(_ item: PruneItem, from publication: Publication) throws(Diagnostic) {
    let parts = item.name.split(separator: "/").map(String.init)
    try publication.remove(asOf: parts[0], run: parts[1])
}

extension PruneItem {
    fileprivate init(_ kind: Kind, _ run: Publication.PublishedRun, _ keptBecause: String?) {
        self.init(kind: kind, name: "\(run.asOf)/\(run.run)", bytes: run.bytes, keptBecause: keptBecause)
    }
}
