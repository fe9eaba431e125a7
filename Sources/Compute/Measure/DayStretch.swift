import Expressions
import Tables

/// Neighbouring rows of a batch that are of one day, or without a readable day and of one file, up to where the next begin.
struct DayStretch {
    /// As in `GroupKey`.
    let day: Int32
    var end: Int
}

extension [DayStretch] {
    /// The days of a column of times or dates.
    init(_ column: String, isDate: Bool, in batch: Batch) throws {
        let column = TypedExpression(.column(column, of: .own), isDate ? .date : .time)
        let days = try batch.integers(isDate ? column : TypedExpression(.call(.date, [column]), .date))
        self = []
        var start = 0
        while start < days.count {
            let day = days[start]
            var end = start + 1
            while end < days.count, days[end] == day { end += 1 }
            if day == Missing.integer {
                for row in start..<end { add(GroupKey.fileBase &+ batch.files[row], upTo: row + 1) }
            } else {
                add(Int32(day), upTo: end)
            }
            start = end
        }
    }

    /// The same rows by the first days of their months.
    var months: [DayStretch] {
        var months: [DayStretch] = []
        for stretch in self {
            let first =
                stretch.isDated ? stretch.day + 1 - Int32(CivilDate(days: Int(stretch.day)).components.day) : nil
            months.add(first ?? stretch.day, upTo: stretch.end)
        }
        return months
    }

    private mutating func add(_ day: Int32, upTo end: Int) {
        if last?.day == day {
            self[count - 1].end = end
        } else {
            append(DayStretch(day: day, end: end))
        }
    }
}

extension DayStretch {
    fileprivate var isDated: Bool { GroupKey(day: day, member: 0).file == nil }
}
