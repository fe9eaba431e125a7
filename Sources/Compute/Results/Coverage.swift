import Tables

/// Which local days the accepted rows of a source table span, altogether and file by file.
struct Coverage: Sendable {
    /// Nothing when there is no accepted row.
    let days: ClosedRange<Int>?
    /// By file index: the days that a row whose own day cannot be read may belong to.
    let files: [ClosedRange<Int>?]

    init(_ table: SourceTable, time: String, zone: ZoneTable) {
        var files = [ClosedRange<Int>?](repeating: nil, count: table.files.count)
        var all: ClosedRange<Int>?
        if let column = table.field(named: time)?.column {
            var extremes = [(low: Int64, high: Int64)?](repeating: nil, count: table.files.count)
            for row in 0..<table.rowCount where table.rejected[row] == 0 {
                let instant = column.integer(at: row)
                if instant == Missing.integer { continue }
                let file = Int(table.rowFiles[row])
                let known = extremes[file] ?? (instant, instant)
                extremes[file] = (min(known.low, instant), max(known.high, instant))
            }
            for (file, extreme) in extremes.enumerated() {
                guard let extreme else { continue }
                let span = zone.day(extreme.low).days...zone.day(extreme.high).days
                files[file] = span
                all = all.map { min($0.lowerBound, span.lowerBound)...max($0.upperBound, span.upperBound) } ?? span
            }
        }
        self.files = files
        days = all
    }

    /// Whether the data cover every day of a period.
    func covers(_ period: Period) -> Bool {
        days.map { $0.contains(period.first.days) && $0.contains(period.last.days) } ?? false
    }
}
