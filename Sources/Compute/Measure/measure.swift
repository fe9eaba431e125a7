import Expressions
import Tables

/// Tallies all figures over all rows. Large tables are read by as many child tasks as may run, a stretch of neighbouring
/// rows each, so that there are few partial tallies to hold and to merge; small ones by one task beside others.
func measure(_ plans: [FigurePlan], _ spaces: [Space], in engine: Engine) async throws -> [SpaceTally] {
    var totals = spaces.map { SpaceTally(classes: $0.classes) }
    var tables: [(table: EngineTable, counting: TableCounting, spaces: [Int])] = []
    for name in Set(spaces.map(\.table)).sorted() {
        let table = try engine.table(name)
        let mine = spaces.indices.filter { spaces[$0].table == name }
        if let counted = engine.input.counted(behind: name) {
            for space in mine { try counted.fill(&totals[space], of: spaces[space], plans) }
        } else {
            tables.append((table, TableCounting(plans, mine.map { spaces[$0] }), mine))
        }
    }
    let jobs = engine.input.jobs
    // A row of a table that many figures are about takes longer.
    let works = tables.map { $0.counting.kept.count + $0.counting.spaces.count }
    let fair = zip(tables, works).reduce(0) { $0 + $1.0.table.rowCount * $1.1 } / (2 * max(1, jobs))
    let stretches = tables.indices.flatMap { place in
        (0..<tables[place].table.rowCount).parts(jobs, noneShorterThan: fair / max(1, works[place])).map {
            (table: place, rows: $0, work: $0.count * works[place])
        }
    }
    // The longest first, so that all tasks end together.
    let order = stretches.indices.sorted { (stretches[$1].work, $0) < (stretches[$0].work, $1) }
    var partials = try await concurrently(order.count, jobs: jobs) { [tables] place in
        let (table, rows, _) = stretches[order[place]]
        var tally = TableTally(tables[table].counting, plans)
        for range in rows.batches {
            try Task.checkCancellation()
            try tally.add(Batch(engine, tables[table].table, .range(range)))
        }
        return tally.finished()
    }
    for place in order.indices.sorted(by: { order[$0] < order[$1] }) {
        let (table, rows, _) = stretches[order[place]]
        let found = partials[place]
        partials[place] = []
        for (space, partial) in zip(tables[table].spaces, found) {
            if rows.lowerBound == 0 { totals[space] = partial } else { totals[space].merge(partial) }
        }
    }
    return totals
}

extension Range<Int> {
    /// The range in at most so many parts of equal length, none shorter than an eighth of a batch or a given length but the last.
    func parts(_ most: Int, noneShorterThan length: Int = 0) -> [Range<Int>] {
        let length = Swift.max(Engine.batchRows / 8, length, (count + most - 1) / Swift.max(1, most))
        return stride(from: lowerBound, to: upperBound, by: length).map { $0..<Swift.min($0 + length, upperBound) }
    }
}

extension Engine {
    /// The row of cleaned exports behind a row of any table.
    func sourceRow(of row: Int32, in table: EngineTable) -> (table: SourceTable, row: Int)? {
        var (current, place) = (table, row)
        while let name = current.parent, let parent = tables[name] {
            if let parents = current.parentRows { place = parents[Int(place)] }
            current = parent
        }
        guard let source = input.tables.first(where: { "source.\($0.name)" == current.name }) else { return nil }
        return (source, Int(place))
    }

    /// The file that each of some rows came from, by its place among those of its table.
    func files(of rows: RowList, in table: EngineTable) -> [Int32] {
        var (current, places) = (table, rows)
        while let name = current.parent, let parent = tables[name] {
            places = places.mapped(through: current.parentRows)
            current = parent
        }
        guard let source = input.tables.first(where: { "source.\($0.name)" == current.name }) else {
            return Array(repeating: 0, count: rows.count)
        }
        return (0..<places.count).map { source.rowFiles[Int(places.row(at: $0))] }
    }
}
