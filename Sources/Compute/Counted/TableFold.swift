import Definitions
import Synchronization
import Tables

/// Counts the rows of one table, chunk by chunk, in tallies that as many tasks share out among themselves as are at work.
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
    /// What one task counts in, one for each derived table. It is handed from task to task and never copied.
    private final class Tallies: Sendable {
        let tables: Mutex<[TableTally]>

        init(_ tables: [TableTally]) {
            self.tables = Mutex(tables)
        }
    }

    /// Tallies that no task is at work on.
    private let idle = Mutex<[Tallies]>([])

    /// - Parameter input: of tables without rows.
    init(_ table: SeparableTable, _ input: ComputeInput, jobs: Int, scratch: String?) async throws {
        self.table = table
        self.input = input
        let definition = input.definition
        let all = planFigures(definition.figures.filter { !definition.isOfRun($0) }, input).plans.filter {
            definition.rootSchema(of: $0.figure.table) == table.schema.name && !$0.tallies.isEmpty
        }
        plans = all.filter { !$0.readsTrailingWindow }
        spaces = try await buildEngine(input, for: plans, rules: []).spaces(for: plans, membersByMonth: true)
        counted = TableFold.counted(plans, spaces)
        let windowed = all.filter(\.readsTrailingWindow)
        windows = windowed.isEmpty ? nil : try await WindowFold(table, windowed, input, scratch: scratch)
    }

    private static func counted(_ plans: [FigurePlan], _ spaces: [Space]) -> [Counted] {
        Set(spaces.map(\.table)).sorted().map { name in
            let mine = spaces.indices.filter { spaces[$0].table == name }
            return Counted(table: name, counting: TableCounting(plans, mine.map { spaces[$0] }), spaces: mine)
        }
    }

    /// Counts the rows of a chunk; `codes` are the run's numbers of its texts.
    func add(_ rows: SourceTable, _ names: Names, _ codes: [Int32]) async throws {
        var engine = try await buildEngine(ComputeInput(input, over: rows, names), for: plans, rules: [])
        engine.runCodes = codes
        let tallies = idle.withLock { $0.popLast() } ?? Tallies(counted.map { TableTally($0.counting, plans) })
        try tallies.tables.withLock { [engine] tallies in
            for (place, one) in counted.enumerated() {
                let table = try engine.table(one.table)
                for range in (0..<table.rowCount).batches {
                    try tallies[place].add(Batch(engine, table, .range(range)))
                }
            }
        }
        idle.withLock { $0.append(tallies) }
        try await windows?.add(rows, names, codes)
    }

    /// All that was counted; nothing of it stays here. `codes` turns numbers among `names` into those of the run.
    func finished(names: Names, _ codes: [Int32], jobs: Int) async throws -> CountedTable {
        let counted = try await counted(jobs: jobs)
        var tallies = spaces.map { SpaceTally(classes: $0.classes) }
        for (one, found) in zip(self.counted, counted) {
            for (space, tally) in zip(one.spaces, found) { tallies[space] = tally }
        }
        var parts = [CountedTable.Part(plans: plans, spaces: spaces, tallies: tallies)]
        if let windows { parts.append(try await windows.finished(names: names, jobs: jobs)) }
        for part in parts.indices {
            for (place, space) in parts[part].spaces.enumerated() {
                parts[part].tallies[place].recode(space, codes)
            }
        }
        return CountedTable(schema: table.schema.name, parts: parts)
    }

    /// What all tasks counted together, by derived table and space.
    private func counted(jobs: Int) async throws -> [[SpaceTally]] {
        let idle = idle.withLock { idle in
            defer { idle = [] }
            return idle
        }
        let parts = try await concurrently(idle.count, jobs: jobs) { part in
            idle[part].tables.withLock { tables in tables.indices.map { tables[$0].finished() } }
        }
        var all: [[SpaceTally]] = []
        for table in counted.indices {
            all.append(
                try await concurrently(counted[table].spaces.count, jobs: jobs) { [spaces, counted] space in
                    var tally = SpaceTally(classes: spaces[counted[table].spaces[space]].classes)
                    for part in parts { tally.merge(part[table][space]) }
                    tally.finish()
                    return tally
                })
        }
        return all
    }
}
