import Reporting

/// What `prune` says: every run and every night's lists with what they stay for, the rest by kind, and the sums.
package func pruneLines(_ plan: [PruneItem], isDone: Bool) -> [String] {
    var lines: [String] = []
    for kind in PruneItem.Kind.allCases {
        let items = plan.filter { $0.kind == kind }
        guard !items.isEmpty else { continue }
        let gone = items.filter { $0.keptBecause == nil }
        let going = "\(groupedText(gone.count)) \(isDone ? "removed" : "to remove"), \(sizeText(gone))"
        lines.append("\(kind.title): \(groupedText(items.count - gone.count)) kept, \(going)")
        guard kind == .run || kind == .lists else { continue }
        lines += items.map { item in
            let fate = item.keptBecause.map { "kept: \($0)" } ?? (isDone ? "removed" : "to remove")
            return "  \(item.name)  \(sizeText(item.bytes))  \(fate)"
        }
    }
    let gone = plan.filter { $0.keptBecause == nil }
    if plan.isEmpty { return ["Nothing has been kept so far."] }
    if gone.isEmpty { return lines + ["Nothing to remove."] }
    return lines + [
        isDone
            ? "Removed: \(sizeText(gone))."
            : "Would remove \(sizeText(gone)). Nothing was removed: pipeline prune --yes does it."
    ]
}

private func sizeText(_ items: [PruneItem]) -> String { sizeText(items.reduce(0) { $0 + $1.bytes }) }

extension PruneItem.Kind {
    fileprivate var title: String {
        switch self {
        case .run: "published runs"
        case .lists: "lists of rows"
        case .attempt: "records of attempts"
        case .quarantine: "files of rejected rows"
        }
    }
}
