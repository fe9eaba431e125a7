import Expressions
import Synchronization
import Tables

/// What others see of the rows of one table by one key, added up chunk by chunk by as many tasks as are at work, in any
/// order: no related row is held for it.
final class RunningFold: Sendable {
    private struct Fold: Sendable {
        let key: RelatedFold.Key
        /// What is kept of a chosen row: first what orders the rows.
        let columns: [String]
    }

    private struct State: Sendable {
        var pages = GroupPages()
        /// By fold, of rows that are ones beyond doubt.
        var certain: [GroupedRows]
        /// The same of all rows, from the first one on that is not.
        var all: [GroupedRows]?

        init(of folds: [Fold]) {
            certain = folds.map { GroupedRows($0.key, columns: $0.columns) }
        }
    }

    let key: RelationGroups.Key
    private let folds: [Fold]
    private let state: Mutex<State>

    /// - Parameter wanted: by fold the columns that are read of a chosen row.
    init(_ key: RelationGroups.Key, _ wanted: [RelatedFold.Key: Set<String>]) {
        self.key = key
        folds = wanted.map { key, read in
            Fold(key: key, columns: key.kind == .count ? [] : key.order + read.subtracting(key.order).sorted())
        }
        state = Mutex(State(of: folds))
    }

    /// Forgets all rows that were added.
    func forget() {
        state.withLock { $0 = State(of: folds) }
    }

    /// Works out whatever the folds read that cannot be evaluated batch by batch.
    func prepare(_ engine: inout Engine) async throws {
        try await engine.ensure(key.target)
        for column in Set(key.columns + folds.flatMap(\.columns)).sorted() {
            try await engine.prepare(column: column, of: key.target)
        }
        for fold in folds {
            if let condition = fold.key.condition {
                try await engine.prepare(condition: condition, in: key.target, target: key.target)
            }
        }
    }

    /// Adds the rows of a batch; `place` is that of the first one among all, and `codes` are the run's numbers of its texts.
    func add(_ batch: Batch, place: Int64, _ codes: [Int32]) throws {
        guard case .codes(let keys) = try batch.column(key.columns[0]) else { return }
        let isCertain = batch.areAllCertain ? nil : batch.areCertain
        let accepted = try folds.map { fold in
            try fold.key.condition.map { try Compute.accepted(by: $0, in: batch) }
        }
        let values = try folds.map { try $0.columns.map { try batch.kept($0) } }
        let texts = keys.map { $0 == Missing.code ? $0 : codes[Int($0)] }
        state.withLock { state in
            let groups = state.pages.groups(of: texts)
            if isCertain != nil, state.all == nil { state.all = state.certain }
            for fold in folds.indices {
                let mine = accepted[fold]
                state.certain[fold].reserve(state.pages.count)
                state.certain[fold].add(groups, both(mine, isCertain), values[fold], place: place)
                state.all?[fold].reserve(state.pages.count)
                state.all?[fold].add(groups, mine, values[fold], place: place)
            }
        }
    }

    /// The rows that are chosen by both; nothing chooses all.
    private func both(_ one: [Bool]?, _ other: [Bool]?) -> [Bool]? {
        guard let one, let other else { return one ?? other }
        return zip(one, other).map { $0 && $1 }
    }

    /// All that was added; nothing of it stays here.
    func finished() -> (pages: GroupPages, folds: [RelatedFold.Key: RelatedFold]) {
        let state = state.withLock { state in
            defer { state = State(of: []) }
            return state
        }
        var finished: [RelatedFold.Key: RelatedFold] = [:]
        for (place, fold) in folds.enumerated() where place < state.certain.count {
            finished[fold.key] = RelatedFold(
                fold.key, groups: state.pages.count, certain: state.certain[place], all: state.all?[place])
        }
        return (state.pages, finished)
    }
}

extension Batch {
    /// The values of a column as they are kept of chosen rows: whole seconds stay in four bytes.
    fileprivate func kept(_ name: String) throws -> Column {
        if case .seconds(let seconds) = table.stored[name], case .range(let range) = rows {
            return .seconds(Array(seconds[range]))
        }
        return .integers(try column(name).widened)
    }
}
