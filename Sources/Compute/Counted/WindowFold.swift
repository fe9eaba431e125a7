import Definitions
import Expressions
import Synchronization
import Tables

/// Counts figures over trailing windows: the rows that can matter to one are kept by their key, in the few columns that the
/// figures read, and counted key by key when all have been read.
final class WindowFold: Sendable {
    private let table: SeparableTable
    private let input: ComputeInput
    private let plans: [FigurePlan]
    private let spaces: [Space]
    /// By figure the conditions that need no window: a row for which one is false is outside.
    private let conditions: [(table: String, conditions: [TypedExpression])]
    private let columns: [String]
    private let rows: RowPartitions

    init(_ table: SeparableTable, _ plans: [FigurePlan], _ input: ComputeInput, scratch: String?) async throws {
        self.table = table
        self.input = input
        self.plans = plans
        let definition = input.definition
        spaces = try await buildEngine(input, for: plans, rules: []).spaces(for: plans, membersByMonth: true)
        conditions = plans.map { plan in
            let figure = plan.figure
            return (
                figure.table,
                figure.among.conditions.filter {
                    !Dependencies(of: $0, in: figure.table, definition: definition).readsTrailingWindow
                }
            )
        }
        var read: Set<String> = []
        for plan in plans {
            read.formUnion(Dependencies(of: plan.figure, in: definition).columns.map(\.column))
            for name in plan.tallyDimensions {
                guard let (dimension, owner) = definition.dimension(name, of: plan.figure.table) else { continue }
                let reads = Dependencies(of: dimension.expression, in: owner, definition: definition)
                read.formUnion(reads.columns.map(\.column))
            }
        }
        columns = table.schema.columns.map(\.name).filter(read.contains)
        rows = RowPartitions(key: table.windowKey ?? "", scratch: scratch)
    }

    /// Keeps the rows of a chunk that can matter.
    func add(_ rows: SourceTable, _ names: Names, _ codes: [Int32]) async throws {
        let fields = columns.compactMap { rows.field(named: $0) }
        guard fields.contains(where: { $0.name == table.windowKey }) else { return }
        var engine = Engine(ComputeInput(input, over: rows, names))
        for schema in input.definition.schemas { engine.addSource(schema) }
        let isWanted = try await wanted(in: &engine, rowCount: rows.rowCount)
        let kept = places(marked: isWanted)
        let packed = fields.map { field in
            let column = field.column.gathered(kept)
            return field.name == table.windowKey ? .integers(column.words(names)) : column.packed(names, codes)
        }
        self.rows.add(
            RowPartitions.Piece(
                file: rows.rowFiles.first ?? 0, columns: packed + [.flags(kept.map { rows.rejected[Int($0)] })],
                count: kept.count),
            count: kept.count, fields: fields)
    }

    /// Forgets all rows that were kept.
    func forget() {
        rows.forget()
    }

    /// Which rows may be in a figure or are counted in a window.
    private func wanted(in engine: inout Engine, rowCount: Int) async throws -> [UInt8] {
        var isWanted: [UInt8] = []
        isWanted.reserveCapacity(rowCount)
        func isPlain(_ name: String) -> Bool {
            input.definition.tables.contains {
                $0.name == name && $0.from == .source(table.schema.name) && $0.filter == nil
            }
        }
        guard let first = conditions.first?.table, conditions.allSatisfy({ isPlain($0.table) }),
            conditions.allSatisfy({ $0.table == first })
        else { return Array(repeating: 1, count: rowCount) }
        for one in conditions.flatMap(\.conditions) + table.windows.compactMap(\.condition) {
            try await engine.prepare(one, in: first)
        }
        try await engine.ensure(first)
        let derived = try engine.table(first)
        for range in (0..<rowCount).batches {
            let batch = Batch(engine, derived, .range(range))
            var mine = [UInt8](repeating: 0, count: range.count)
            var cells = mine.mutableSpan
            for window in table.windows {
                guard let condition = window.condition else { return Array(repeating: 1, count: rowCount) }
                let counted = try batch.flags(condition)
                for place in 0..<range.count { cells[place] |= counted[place] & 1 }
            }
            for figure in conditions {
                let values = try figure.conditions.map { try batch.flags($0) }
                let open = values.reduce(into: [UInt8](repeating: 1, count: range.count), close)
                for place in 0..<range.count { cells[place] |= open[place] }
            }
            isWanted += mine
        }
        return isWanted
    }

    /// Counts all rows, some keys at a time.
    func finished(names: Names, jobs: Int) async throws -> CountedTable.Part {
        rows.finish()
        let next = Mutex(0)
        // Each task puts together what it counts, so that little is left to do when all have ended.
        let parts = try await concurrently(max(1, jobs), jobs: max(1, jobs)) { [self] _ in
            var all = spaces.map { SpaceTally(classes: $0.classes) }
            while true {
                let part = next.withLock { next in
                    defer { next += 1 }
                    return next
                }
                guard part < RowPartitions.count else { return all }
                for (space, partial) in try await self.tallies(of: part, names).enumerated() {
                    all[space].merge(partial)
                }
            }
        }
        rows.forget()
        var tallies = spaces.map { SpaceTally(classes: $0.classes) }
        for part in parts {
            for (space, partial) in part.enumerated() { tallies[space].merge(partial) }
        }
        for place in tallies.indices { tallies[place].finish() }
        return CountedTable.Part(plans: plans, spaces: spaces, tallies: tallies)
    }

    private func tallies(of part: Int, _ names: Names) async throws -> [SpaceTally] {
        try Task.checkCancellation()
        guard let (rows, fields) = try rows.rows(of: part) else { return [] }
        let numbered = zip(fields, rows.columns).map { field, column in
            SourceTable.Field(
                name: field.name, type: field.type, isPlanned: field.isPlanned, isSensitive: field.isSensitive,
                resolution: field.resolution, column: field.name == table.windowKey ? column.numbered : column)
        }
        let source = SourceTable(
            name: table.schema.name, fields: numbered, rejected: rows.rejected, rowFiles: rows.files,
            rowOffsets: .listed([]), files: [], key: table.schema.key)
        let engine = try await buildEngine(ComputeInput(input, over: source, names), for: plans, rules: [])
        return try await Compute.measure(plans, spaces, in: engine)
    }
}

/// Closes rows for which a condition is false.
private func close(_ open: inout [UInt8], where condition: [UInt8]) {
    var cells = open.mutableSpan
    for place in 0..<condition.count { cells[place] &= condition[place] | condition[place] >> 1 }
}

extension Column {
    /// Whole numbers that are equal where the texts are; texts that did not come so are hashed.
    fileprivate func words(_ names: Names) -> [Int64] {
        if case .integers(let words) = self { return words }
        var known = [Int64](repeating: Missing.integer, count: names.count)
        return (0..<count).map { row in
            let code = integer(at: row)
            if code == Missing.integer { return code }
            if known[Int(code)] == Missing.integer { known[Int(code)] = word(of: names.bytes(of: Int32(code))) }
            return known[Int(code)]
        }
    }

    /// In the run's numbers, and in a byte a row where the chunk has few texts.
    fileprivate func packed(_ names: Names, _ codes: [Int32]) -> Column {
        guard case .codes(let values) = unpacked else { return self }
        if names.count < Int(Missing.label) {
            return .labels(values.map { $0 < 0 ? Missing.label : UInt8($0) }, of: codes)
        }
        return .codes(values.map { $0 < 0 ? Missing.code : codes[Int($0)] })
    }

    /// Words numbered in the order of their first use, as texts are.
    fileprivate var numbered: Column {
        guard case .integers(let words) = self else { return self }
        var numbers = WordNumbers()
        var codes = [Int32](repeating: 0, count: words.count)
        _ = numbers.number(words.map { UInt64(bitPattern: $0) }, after: &codes)
        for row in codes.indices where words[row] == Missing.integer { codes[row] = Missing.code }
        return .codes(codes)
    }
}

private func word(of text: ArraySlice<UInt8>) -> Int64 {
    var state: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    state = (state ^ state >> 30) &* 0xbf58_476d_1ce4_e5b9
    state = (state ^ state >> 27) &* 0x94d0_49bb_1331_11eb
    return Int64(bitPattern: (state ^ state >> 31) & ~1)
}
