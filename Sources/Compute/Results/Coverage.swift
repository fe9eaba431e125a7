import Definitions
import Tables

/// Which local days the accepted rows of a source table span, altogether and file by file.
struct Coverage: Sendable {
    /// Nothing when there is no accepted row.
    let days: ClosedRange<Int>?
    /// By file index: the days that a row whose own day cannot be read may belong to.
    let files: [ClosedRange<Int>?]
    /// Whether only the months of the rows are known: nobody can say in which week one falls.
    let isMonthly: Bool
    /// Whether rows are of the as-of alone: they say how things stand, and the whole of a period that ends with it.
    let isOfAsOf: Bool

    init(_ table: SourceTable, _ schema: SchemaDefinition?, _ input: ComputeInput) {
        guard schema?.isOfAsOf == true else {
            self.init(table, time: schema?.time ?? "", zone: input.zone)
            return
        }
        self.init(asOf: input.asOf.day.days...input.asOf.day.days, files: table.files.count)
    }

    private init(asOf day: ClosedRange<Int>, files count: Int) {
        days = day
        files = Array(repeating: day, count: count)
        isMonthly = false
        isOfAsOf = true
    }

    init(_ table: SourceTable, time: String, zone: ZoneTable) {
        var files = [ClosedRange<Int>?](repeating: nil, count: table.files.count)
        var all: ClosedRange<Int>?
        let field = table.field(named: time)
        let isMonthly = (field?.resolution ?? 0) > Resolution.day
        if let counted = table.counted {
            for (file, span) in counted.spans.enumerated() {
                files[file] = span.map { zone.day($0.lowerBound).days...end(zone.day($0.upperBound), isMonthly).days }
                all = including(all, files[file])
            }
        } else if let column = field?.column {
            func day(_ value: Int64) -> CivilDate {
                field?.type == .date ? CivilDate(days: Int(clamping: value)) : zone.day(value)
            }
            var extremes = [(low: Int64, high: Int64)?](repeating: nil, count: table.files.count)
            for stretch in table.rowFiles.stretches {
                guard let (low, high) = column.extremes(of: stretch.rows, rejected: table.rejected) else { continue }
                let file = Int(stretch.file)
                let known = extremes[file] ?? (low, high)
                extremes[file] = (min(known.low, low), max(known.high, high))
            }
            for (file, extreme) in extremes.enumerated() {
                guard let extreme else { continue }
                files[file] = day(extreme.low).days...end(day(extreme.high), isMonthly).days
                all = including(all, files[file])
            }
        }
        self.files = files
        self.isMonthly = isMonthly
        days = all
        isOfAsOf = false
    }

    /// Whether the data cover every day of a period.
    func covers(_ period: Period) -> Bool {
        days.map { (isOfAsOf || $0.contains(period.first.days)) && $0.contains(period.last.days) } ?? false
    }
}

/// What the rows of each table of an input span.
func coverages(of input: ComputeInput) -> [String: Coverage] {
    var coverages: [String: Coverage] = [:]
    for table in input.tables {
        let schema = input.definition.schemas.first { $0.name == table.name }
        coverages[table.name] = Coverage(table, schema, input)
    }
    return coverages
}

extension Column {
    /// The least and the greatest value of some rows' accepted ones.
    fileprivate func extremes(of rows: Range<Int>, rejected: [UInt8]) -> (low: Int64, high: Int64)? {
        if case .seconds(let values) = self {
            var (low, high) = (Int32.max, Int32.min)
            for row in rows where rejected[row] == 0 && values[row] != Missing.seconds {
                low = min(low, values[row])
                high = max(high, values[row])
            }
            return low <= high ? (Int64(low) * 1000, Int64(high) * 1000) : nil
        }
        var (low, high) = (Int64.max, Int64.min)
        for row in rows where rejected[row] == 0 {
            let value = integer(at: row)
            if value == Missing.integer { continue }
            low = min(low, value)
            high = max(high, value)
        }
        return low <= high ? (low, high) : nil
    }
}

/// The last day that a row shows to be covered. A month that is named is covered to its end: no export can say more of it.
private func end(_ last: CivilDate, _ isMonthly: Bool) -> CivilDate {
    isMonthly ? Period(.month, containing: last).last : last
}

private func including(_ all: ClosedRange<Int>?, _ more: ClosedRange<Int>?) -> ClosedRange<Int>? {
    guard let all, let more else { return all ?? more }
    return min(all.lowerBound, more.lowerBound)...max(all.upperBound, more.upperBound)
}
