import RunStore
import Tables

/// What is to become of the records of attempts, and of the rejected rows that they left.
func statesToKeep(_ state: StateFolder, sources: [String], attempts count: Int) -> [PruneItem] {
    let attempts = System.names(in: state.attempts).filter {
        !$0.hasPrefix(".") && System.kind(of: "\(state.attempts)/\($0)") == .folder
    }
    let kept = Set(attempts.suffix(count))
    let oldest = attempts.first(where: kept.contains)
    let items = attempts.reversed().map { name in
        PruneItem(
            kind: .attempt, name: name, bytes: FileTree.bytes(in: "\(state.attempts)/\(name)"),
            keptBecause: kept.contains(name) ? "of the newest \(count) attempts" : nil)
    }
    return items + quarantine(state, sources: sources, oldest: oldest)
}

/// Rejected rows stay as long as the record of an attempt that may have left them, and while their source is declared.
private func quarantine(_ state: StateFolder, sources: [String], oldest: String?) -> [PruneItem] {
    System.names(in: state.quarantine).filter {
        !$0.hasSuffix(".tmp") && System.kind(of: "\(state.quarantine)/\($0)") == .file
    }.map { name in
        let path = "\(state.quarantine)/\(name)"
        let isDeclared = sources.contains { name.hasPrefix("\($0).rejected") || name.hasPrefix("\($0).faults") }
        // Written while its attempt was at work, whose record is named by when it began.
        let written = attemptStamp((System.changed(path) ?? 0) / 1_000_000)
        let isOld = oldest.map { written < String($0.prefix(written.count)) } ?? false
        return PruneItem(
            kind: .quarantine, name: name, bytes: FileTree.bytes(in: path),
            keptBecause: isDeclared && !isOld ? "rows that an attempt still on record rejected" : nil)
    }
}
