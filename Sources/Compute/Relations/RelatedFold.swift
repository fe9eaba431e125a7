import Expressions
import Tables

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

    /// By group, among rows that are ones beyond doubt: a count, or a row and -1 for none. Nothing where what is kept of each
    /// group's row is in a row of the group's own number.
    private let certain: GroupNumbers?
    /// The same among all rows, which own rows that are rejected see; nothing where all are certain.
    private let all: OtherNumbers?
    /// Where the rows of groups among all rows begin, which follow those among certain ones.
    private let firstOfAll: Int32
    /// What is kept of the rows that were chosen, where no others are held.
    let chosen: EngineTable?

    init(_ key: Key, _ rows: FoldedRows, jobs: Int) async throws {
        let certain = try await rows.folded(key.kind, withUncertain: false, jobs: jobs)
        self.certain = certain
        all =
            rows.areAllCertain
            ? nil
            : OtherNumbers(
                try await rows.folded(key.kind, withUncertain: true, jobs: jobs), insteadOf: certain)
        firstOfAll = 0
        chosen = nil
    }

    /// - Parameters:
    ///   - groups: how many there are.
    ///   - all: nothing where all rows are certain.
    init(_ key: Key, groups: Int, certain: GroupedRows, all: GroupedRows?) {
        if key.kind == .count {
            self.certain = certain.counts
            self.all = all.map { OtherNumbers($0.counts, insteadOf: certain.counts) }
            firstOfAll = 0
            chosen = nil
            return
        }
        self.certain = nil
        self.all = nil
        firstOfAll = all == nil ? 0 : Int32(groups)
        let more = all?.keptColumns
        let columns = certain.keptColumns.map { name, values in
            (name, more.flatMap { $0[name] }.map(values.joined) ?? values)
        }
        chosen = EngineTable(
            name: key.groups.target, definition: nil, parent: nil, parentRows: nil,
            rowCount: groups + Int(firstOfAll), rejected: [], expressions: [:],
            stored: Dictionary(uniqueKeysWithValues: columns))
    }

    /// The value of the group that each row of a batch leads to; -1 where it leads to none.
    func values(of groups: [Int32], in batch: Batch) -> [Int32] {
        guard let certain else {
            if firstOfAll == 0 { return groups }
            return groups.indices.map { place in
                groups[place] < 0 ? -1 : groups[place] + (batch.isRejected(at: place) ? firstOfAll : 0)
            }
        }
        guard let all else { return certain.of(groups) }
        return groups.indices.map { place in
            let group = Int(groups[place])
            if group < 0 { return -1 }
            return (batch.isRejected(at: place) ? all[group] : nil) ?? certain[group]
        }
    }
}
