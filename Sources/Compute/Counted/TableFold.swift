import Definitions
import Synchronization
import Tables

/// Counts the rows of one table, chunk by chunk, in tallies that as many tasks share out among themselves as are at work, and
/// adds up what other tables see of them.
final class TableFold: Sendable {
    /// Figures over the rows of one derived table.
    private struct Counted: Sendable {
        let table: String
        let counting: TableCounting
        /// Places among all spaces.
        let spaces: [Int]
    }

    let table: SeparableTable
    private let input: ComputeInput
    private let plans: [FigurePlan]
    private let spaces: [Space]
    private let counted: [Counted]
    private let windows: WindowFold?
    private let folds: [RunningFold]
    /// The tables whose rows are gone through, each once for all that is made of them.
    private let walked: [String]
    /// What it wants of the tables that it looks into: by fold the columns that are read of a chosen row.
    let wanted: [RelatedFold.Key: Set<String>]
    private let links: [(table: String, relation: String, key: RelatedFold.Key)]
    /// In the order of `links`.
    private let linked: Mutex<[LinkTally]>
    /// What one task counts in, one for each derived table. It is handed from task to task and never copied.
    private final class Tallies: Sendable {
        let tables: Mutex<[TableTally]>

        init(_ tables: [TableTally]) {
            self.tables = Mutex(tables)
        }
    }

    /// Tallies that no task is at work on.
    private let idle = Mutex<[Tallies]>([])

    /// - Parameters:
    ///   - input: of tables without rows.
    ///   - seen: what other tables want of this one.
    init(
        _ table: SeparableTable, _ input: ComputeInput, seen: [RelatedFold.Key: Set<String>], jobs: Int,
        scratch: String?
    ) async throws {
        self.table = table
        self.input = input
        let definition = input.definition
        let all = planFigures(definition.figures.filter { !definition.isOfRun($0) }, input).plans.filter {
            definition.rootSchema(of: $0.figure.table) == table.schema.name && !$0.tallies.isEmpty
        }
        plans = all.filter { !$0.readsTrailingWindow }
        folds = Set(seen.keys.map(\.groups)).map { groups in
            RunningFold(groups, seen.filter { $0.key.groups == groups })
        }
        var engine = try await buildEngine(input, for: plans, rules: [])
        for fold in folds { try await fold.prepare(&engine) }
        spaces = engine.spaces(for: plans, membersByMonth: true)
        links = engine.links(of: table.schema.name)
        linked = Mutex(links.map { _ in LinkTally() })
        wanted = engine.readOfFolds.merging(links.map { ($0.key, []) }) { known, _ in known }
        counted = TableFold.counted(plans, spaces)
        walked = Set(counted.map(\.table) + folds.map(\.key.target) + links.map(\.table)).sorted()
        let windowed = all.filter(\.readsTrailingWindow)
        windows = windowed.isEmpty ? nil : try await WindowFold(table, windowed, input, scratch: scratch)
    }

    private static func counted(_ plans: [FigurePlan], _ spaces: [Space]) -> [Counted] {
        Set(spaces.map(\.table)).sorted().map { name in
            let mine = spaces.indices.filter { spaces[$0].table == name }
            return Counted(table: name, counting: TableCounting(plans, mine.map { spaces[$0] }), spaces: mine)
        }
    }

    /// Counts the rows of a chunk.
    ///
    /// - Parameters:
    ///   - codes: the run's numbers of its texts.
    ///   - place: of its first row among all of the table.
    ///   - read: the tables that it looks into.
    func add(
        _ rows: SourceTable, _ names: Names, _ codes: [Int32], place: Int64, lookingInto read: [FoldedTable]
    ) async throws {
        let read = read.map { folded in
            CountedTable(schema: "", folded: FoldedTable(groups: folded.groups, folds: folded.folds, codes: codes))
        }
        var engine = try await buildEngine(
            ComputeInput(input, over: rows, names, lookingInto: read), for: plans, rules: [])
        engine.runCodes = codes
        for fold in folds { try await fold.prepare(&engine) }
        let tallies = idle.withLock { $0.popLast() } ?? Tallies(counted.map { TableTally($0.counting, plans) })
        try tallies.tables.withLock { [engine] tallies in
            for name in walked {
                let table = try engine.table(name)
                for range in (0..<table.rowCount).batches {
                    let batch = Batch(engine, table, .range(range))
                    for (place, one) in counted.enumerated() where one.table == name { try tallies[place].add(batch) }
                    for fold in folds where fold.key.target == name {
                        try fold.add(batch, place: place + Int64(range.lowerBound), codes)
                    }
                    try countLinks(in: batch)
                }
            }
        }
        idle.withLock { $0.append(tallies) }
        try await windows?.add(rows, names, codes)
    }

    /// Forgets all rows that were counted.
    func forget() {
        idle.withLock { $0 = [] }
        linked.withLock { $0 = links.map { _ in LinkTally() } }
        for fold in folds { fold.forget() }
        windows?.forget()
    }

    private func countLinks(in batch: Batch) throws {
        for (place, link) in links.enumerated() where link.table == batch.table.name {
            guard let fold = batch.engine.folds[link.key] else { continue }
            let tally = try countLink(link.relation, in: batch, fold)
            linked.withLock { $0[place] += tally }
        }
    }

    /// What others see of the rows; nothing of it stays here.
    func folded() -> FoldedTable {
        let finished = folds.map { ($0.key, $0.finished()) }
        return FoldedTable(
            groups: Dictionary(uniqueKeysWithValues: finished.map { ($0, $1.pages) }),
            folds: finished.reduce(into: [:]) { all, one in all.merge(one.1.folds) { first, _ in first } })
    }

    /// All that was counted, by the numbers that texts have among `names`; nothing of it stays here.
    func finished(names: Names, jobs: Int) async throws -> CountedTable {
        var tallies = spaces.map { SpaceTally(classes: $0.classes) }
        for (space, tally) in zip(counted.flatMap(\.spaces), try await found(jobs: jobs)) { tallies[space] = tally }
        var parts = [CountedTable.Part(plans: plans, spaces: spaces, tallies: tallies)]
        if let windows { parts.append(try await windows.finished(names: names, jobs: jobs)) }
        var counted = CountedTable(schema: table.schema.name, parts: parts)
        for (link, tally) in zip(links, linked.withLock { $0 }) {
            counted.links[link.table, default: [:]][link.relation] = tally
        }
        return counted
    }

    /// What all tasks counted together, by derived table and space.
    private func found(jobs: Int) async throws -> [SpaceTally] {
        let idle = idle.withLock { idle in
            defer { idle = [] }
            return idle
        }
        // By task. Handed over, so that what is put together is not copied first.
        let waiting = Mutex(
            try await concurrently(idle.count, jobs: jobs) { part in
                idle[part].tables.withLock { tables in tables.indices.flatMap { tables[$0].handedOver() } }
            })
        let classes = counted.flatMap { $0.spaces.map { spaces[$0].classes } }
        return try await concurrently(classes.count, jobs: jobs) { space in
            let found = waiting.withLock { parts in
                parts.indices.map { part in
                    defer { parts[part][space] = SpaceTally(classes: []) }
                    return parts[part][space]
                }
            }
            var tally = found.first ?? SpaceTally(classes: classes[space])
            for other in found.dropFirst() { tally.merge(other) }
            tally.finish()
            return tally
        }
    }
}
