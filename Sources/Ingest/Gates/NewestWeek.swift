import Definitions
import Tables

/// The rows of a table's newest seven local days, so that a fault that began last night is not drowned in ten years.
struct NewestWeek {
    let last: CivilDate
    /// Accepted and rejected rows.
    let count: Int
    fileprivate let marks: [Bool]

    func holds(_ row: Int) -> Bool { marks[row] }
}

extension SourceRows {
    /// A rejected record without a readable time belongs to the day of the record before it in its file, since exports
    /// are written in the order of time; nothing when no accepted row has a time.
    func newestWeek(zone: ZoneTable) -> NewestWeek? {
        guard let times = times(zone: zone)?.widened() else { return nil }
        var newest = Missing.integer
        for row in 0..<rowCount where fates[row] == .accepted { newest = max(newest, times[row]) }
        guard newest != Missing.integer else { return nil }
        let last = zone.day(newest)
        let begin = zone.start(of: last.adding(days: -6))
        let end = zone.start(of: last.adding(days: 1))
        var marks = Array(repeating: false, count: rowCount)
        var count = 0
        for file in files {
            var known = Missing.integer
            for row in file.rows {
                if times[row] != Missing.integer { known = times[row] }
                guard fates[row].isKept, known >= begin, known < end else { continue }
                marks[row] = true
                count += 1
            }
        }
        return NewestWeek(last: last, count: count, marks: marks)
    }
}
