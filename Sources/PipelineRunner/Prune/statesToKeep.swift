import RunStore
import Tables

/// What is to become of the records of attempts, of the rejected rows that they left, and of what killed programs left.
func statesToKeep(_ state: StateFolder, sources: [String], attempts count: Int) -> [PruneItem] {
    let records = System.names(in: state.attempts).filter { System.kind(of: "\(state.attempts)/\($0)") == .folder }
    let attempts = records.filter { !$0.hasPrefix(".") }
    let kept = Set(attempts.suffix(count))
    let oldest = attempts.first(where: kept.contains).flatMap { System.changed("\(state.attempts)/\($0)") }
    var items = attempts.reversed().map { name in
        PruneItem(
            kind: .attempt, name: name, bytes: FileTree.bytes(in: "\(state.attempts)/\(name)"),
            keptBecause: kept.contains(name) ? "of the newest \(count) attempts" : nil)
    }
    items += records.filter { $0.hasPrefix(".") }.map { name in
        PruneItem(
            kind: .leftover, name: "\(state.attempts)/\(name)", bytes: FileTree.bytes(in: "\(state.attempts)/\(name)"),
            keptBecause: nil)
    }
    return items + quarantine(state, sources: sources, oldest: oldest)
}

/// Rejected rows stay as long as the record of an attempt that may have left them, and while their source is declared.
private func quarantine(_ state: StateFolder, sources: [String], oldest: Int64?) -> [PruneItem] {
    System.names(in: state.quarantine).filter { System.kind(of: "\(state.quarantine)/\($0)") == .file }.map { name in
        let path = "\(state.quarantine)/\(name)"
        let isDeclared = sources.contains { name == "\($0).rejected.csv" || name == "\($0).faults.csv" }
        let isOld = oldest.map { (System.changed(path) ?? 0) < $0 } ?? false
        return PruneItem(
            kind: name.hasSuffix(".tmp") ? .leftover : .quarantine, name: name,
            bytes: FileTree.bytes(in: path),
            keptBecause: isDeclared && !isOld ? "rows that an attempt still on record rejected" : nil)
    }
}
