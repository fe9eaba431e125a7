import Definitions
import Expressions
import Tables

/// Makes the rows of an expansion, a batch of original rows at a time.
struct RowExpander: Sendable {
    let expansion: Expansion
    /// Rows for which it is false are not expanded; where it is unknown their rows are doubtful.
    let filter: TypedExpression?
    let asOf: Int64
    let zone: ZoneTable
    /// For stocks only.
    let stock: StockInstants?
    let location: Diagnostic.Location

    func expand(_ batch: Batch, into rows: inout ExpandedRows) throws {
        let passes = try filter.map { try batch.flags($0) }
        switch expansion {
        case .points(let from, let until, let every, as: _):
            let (froms, everies) = (try batch.integers(from), try batch.integers(every))
            let untils = try until.map { try batch.integers($0) }
            try eachRow(batch, passes) { place, row, isDoubtful in
                try points(
                    row, froms[place], until: untils?[place] ?? Missing.integer, every: everies[place], isDoubtful,
                    into: &rows)
            }
        case .open(let from, let until, let ended, at: _, as: _):
            let froms = try batch.integers(from)
            let untils = try until.map { try batch.integers($0) }
            let ends = try ended.map { try batch.flags($0) }
            try eachRow(batch, passes) { place, row, isDoubtful in
                let until = untils?[place] ?? Missing.integer
                // It has, or may have, ended at a time that nobody wrote down.
                let hasUnknownEnd = until == Missing.integer && (ends?[place] ?? 0) != 0
                open(row, froms[place], until: until, isDoubtful || hasUnknownEnd, into: &rows)
            }
        case .hours(let from, let until, as: _, amount: _):
            let (froms, untils) = (try batch.integers(from), try batch.integers(until))
            try eachRow(batch, passes) { place, row, isDoubtful in
                hours(row, froms[place], until: untils[place], isDoubtful, into: &rows)
            }
        }
        try checkCount(rows.parents.count)
    }

    func checkCount(_ count: Int) throws {
        guard count > ExpandedRows.limit else { return }
        throw Diagnostic(
            code: "E0264", "this table would have more than \(ExpandedRows.limit) rows", at: location,
            help: "lengthen its step, or expand fewer rows with `where`")
    }

    private func eachRow(
        _ batch: Batch, _ passes: [UInt8]?, _ body: (_ place: Int, _ row: Int32, _ isDoubtful: Bool) throws -> Void
    ) throws {
        for place in 0..<batch.rows.count {
            let row = batch.rows.row(at: place)
            // A record of which nothing could be read may be one of the rows, whatever its empty cells say.
            let passes = batch.table.rejected[Int(row)] == 2 ? Missing.flag : passes?[place] ?? 1
            if passes == 0 { continue }
            try body(place, row, passes == Missing.flag)
        }
    }

    /// The points `from + k · every` before the end; an unknown beginning or step leaves their number and times open.
    private func points(
        _ row: Int32, _ from: Int64, until: Int64, every: Int64, _ isDoubtful: Bool, into rows: inout ExpandedRows
    ) throws {
        if from != Missing.integer, from >= asOf { return }
        guard from != Missing.integer, every != Missing.integer, every > 0 else {
            rows.append(parent: row, anchor: Missing.integer, isDoubtful: true)
            return
        }
        let end = until == Missing.integer ? asOf : min(until, asOf)
        guard end > from else { return }
        let count = (end - from - 1) / every
        try checkCount(rows.parents.count + Int(count))
        for step in 0..<count {
            rows.append(parent: row, anchor: from + (step + 1) * every, isDoubtful: isDoubtful)
        }
    }

    /// Every instant at which it is open; without a beginning it may be open at any.
    private func open(
        _ row: Int32, _ from: Int64, until: Int64, _ isDoubtful: Bool, into rows: inout ExpandedRows
    ) {
        guard from != Missing.integer else {
            rows.append(parent: row, anchor: Missing.integer, isDoubtful: true)
            return
        }
        let end = until == Missing.integer ? asOf : min(until, asOf)
        stock?.forEach(from: from, until: end) { instant in
            rows.append(parent: row, anchor: instant, isDoubtful: isDoubtful)
        }
    }

    /// The interval cut at the beginnings of local hours. One without an end, or whose end comes before its beginning, is
    /// one row without an amount in the hour of its beginning: it is never stretched to the as-of.
    private func hours(
        _ row: Int32, _ from: Int64, until: Int64, _ isDoubtful: Bool, into rows: inout ExpandedRows
    ) {
        guard from != Missing.integer else {
            rows.append(parent: row, anchor: Missing.integer, amount: Missing.integer, isDoubtful: true)
            return
        }
        if from >= asOf { return }
        guard until != Missing.integer, until >= from else {
            rows.append(parent: row, anchor: zone.hourStart(from), amount: Missing.integer, isDoubtful: isDoubtful)
            return
        }
        let end = min(until, asOf)
        var start = from
        while start < end {
            let hour = zone.hourStart(start)
            let stop = min(hour + 3_600_000, end)
            rows.append(parent: row, anchor: hour, amount: stop - start, isDoubtful: isDoubtful)
            start = stop
        }
    }
}

extension Expansion {
    /// The columns that it makes.
    var made: [String] {
        if case .hours(_, _, as: let hour, amount: let amount) = self { [hour, amount] } else { [anchor] }
    }
}
