import Expressions
import Tables

/// What to work out for every row of a table.
enum WholeColumn: Sendable {
    case value(TypedExpression)
    case column(String)
}

extension Engine {
    /// The values of an expression or column for all rows of a table, worked out by concurrent child tasks and put
    /// together in row order.
    func evaluate(_ what: WholeColumn, over table: String) async throws -> Column {
        let current = try self.table(table)
        if case .column(let name) = what {
            if let stored = current.stored[name] { return stored }
            // The same rows as its parent's have the same values.
            if current.expressions[name] == nil, current.parentRows == nil, let parent = current.parent {
                return try await evaluate(what, over: parent)
            }
        }
        if current.rowCount == 0 { return .empty(of: type(of: what, in: table)) }
        let segments = try await forEachSegment(of: current) { engine, table, rows in
            let vectors = try rows.batches.map { batch in
                let batch = Batch(engine, table, .range(batch))
                return switch what {
                case .value(let expression): try batch.value(of: expression)
                case .column(let name): try batch.column(name)
                }
            }
            return joined(vectors)
        }
        return joined(segments)
    }

    private func type(of what: WholeColumn, in table: String) -> ValueType {
        switch what {
        case .value(let expression): expression.type
        case .column(let name): type(of: name, in: table)
        }
    }

    /// Runs `body` over stretches of a table's rows in child tasks, at most `jobs` at a time, and returns the results in
    /// row order.
    func forEachSegment<Result: Sendable>(
        of table: EngineTable, _ body: @escaping @Sendable (Engine, EngineTable, Range<Int>) throws -> Result
    ) async throws -> [Result] {
        // A small table has work for all of them too.
        let fewest = (table.rowCount + Engine.segmentRows - 1) / Engine.segmentRows
        let segments = (0..<table.rowCount).parts(max(fewest, 2 * input.jobs))
        let engine = self
        return try await concurrently(segments.count, jobs: input.jobs) { try body(engine, table, segments[$0]) }
    }

    /// Rows that one child task works through at most.
    static let segmentRows = 4 * batchRows
}

extension Range<Int> {
    /// The range in pieces of a batch's size.
    var batches: [Range<Int>] {
        stride(from: lowerBound, to: upperBound, by: Engine.batchRows).map {
            $0..<Swift.min($0 + Engine.batchRows, upperBound)
        }
    }
}

/// Vectors of one expression put end to end, as narrow as their values allow: a table's times are whole seconds as a rule.
private func joined(_ vectors: [Vector]) -> Column {
    switch vectors.first {
    case .flags: .flags(together(vectors.map { if case .flags(let values) = $0 { values } else { [] } }))
    case .codes: .codes(together(vectors.map { if case .codes(let values) = $0 { values } else { [] } }))
    case .integers, nil:
        Column.integers(together(vectors.map { if case .integers(let values) = $0 { values } else { [] } })).narrowed
    }
}

/// Columns of one expression put end to end.
func joined(_ columns: [Column]) -> Column {
    let isOfSeconds = columns.allSatisfy { if case .seconds = $0 { true } else { false } }
    return switch columns.first {
    case .flags: .flags(together(columns.map { if case .flags(let values) = $0 { values } else { [] } }))
    case .codes, .labels:
        .codes(together(columns.map { if case .codes(let values) = $0.unpacked { values } else { [] } }))
    case .seconds where isOfSeconds:
        .seconds(together(columns.map { if case .seconds(let values) = $0 { values } else { [] } }))
    case .seconds, .integers, .small, nil:
        .integers(
            together(columns.map { if case .integers(let values) = $0.vector(0..<$0.count) { values } else { [] } }))
    }
}

/// Parts end to end, without room for more: what is put together here stays.
private func together<Value>(_ parts: [[Value]]) -> [Value] {
    if parts.count == 1 { return parts[0] }
    var all: [Value] = []
    all.reserveCapacity(parts.reduce(0) { $0 + $1.count })
    for part in parts { all += part }
    return all
}

extension Column {
    /// The same values in half the space where they are whole seconds.
    var narrowed: Column {
        guard case .integers(let values) = self else { return self }
        let limit = Int64(Int32.max) * 1000
        let fits = values.allSatisfy { $0 == Missing.integer || ($0 % 1000 == 0 && $0 <= limit && $0 >= -limit) }
        guard fits else { return self }
        return .seconds(values.map { $0 == Missing.integer ? Missing.seconds : Int32($0 / 1000) })
    }
}
