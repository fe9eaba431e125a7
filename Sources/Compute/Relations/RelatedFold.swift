import Expressions

/// What the related rows of each group amount to, worked out in one pass over them: how many there are, or which one comes
/// first or last. Serves every condition that reads nothing but the related row.
struct RelatedFold: Sendable {
    /// What makes two folds the same.
    struct Key: Hashable, Sendable {
        enum Kind: Hashable, Sendable {
            case count
            case first(by: [String])
            case last(by: [String])
        }

        let groups: RelationGroups.Key
        let kind: Kind
        let condition: TypedExpression?

        /// The columns that say which row comes first.
        var order: [String] {
            switch kind {
            case .count: []
            case .first(let order), .last(let order): order
            }
        }
    }

    /// By group, among rows that are ones beyond doubt: a count, or a row and -1 for none.
    private let certain: [Int32]
    /// The same among all rows, which own rows that are rejected see; nothing where all are certain.
    private let all: [Int32]?

    init(_ key: Key, _ rows: FoldedRows, jobs: Int) async throws {
        certain = try await rows.folded(key.kind, withUncertain: false, jobs: jobs)
        all = rows.areAllCertain ? nil : try await rows.folded(key.kind, withUncertain: true, jobs: jobs)
    }

    /// The value of the group that each row of a batch leads to; -1 where it leads to none.
    func values(of groups: [Int32], in batch: Batch) -> [Int32] {
        guard let all else { return groups.map { $0 < 0 ? -1 : certain[Int($0)] } }
        return groups.indices.map { place in
            let group = Int(groups[place])
            if group < 0 { return -1 }
            return batch.isRejected(at: place) ? all[group] : certain[group]
        }
    }
}
