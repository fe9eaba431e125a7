import Definitions
import Tables

/// What is left to know of the judged rows of a source: enough for ledgers, gates and freshness, whether the rows are still
/// there or were handed on as they were read.
struct RowSummary: Sendable {
    /// The rows of one file.
    struct File: Sendable {
        /// By fate.
        var counts: [Fate: Int] = [:]
        /// The first and the last accepted row by the table's own time.
        var span: ClosedRange<Int64>?

        func count(_ fate: Fate) -> Int { counts[fate] ?? 0 }
    }

    /// Rows by local day.
    struct Days: Sendable {
        var accepted = 0
        /// Accepted and rejected rows. A rejected record without a readable time belongs to the day of the record before it
        /// in its file, since exports are written in the order of time.
        var kept = 0
    }

    private(set) var files: [File]
    private(set) var days: [Int: Days] = [:]
    /// The rejected rows whose day can be told, ascending, and their days.
    private var rejected: [(row: Int32, day: Int32)] = []
    /// The day of the newest record of the file so far that has a time.
    private var lastDay: Int?
    /// Rows at the beginning of what is summed up that no record with a time comes before: how many are kept, and which of
    /// them are rejected.
    private var leading = (kept: 0, rejected: [Int32]())

    /// Few are longer than a day.
    private static let stretch = 1024

    init(files: Int) {
        self.files = Array(repeating: File(), count: files)
    }

    /// All rows of a source, or of a chunk of one file: `file` is its place among the source's then.
    init(of rows: SourceRows, zone: ZoneTable) {
        self.init(rows.fates, files: rows.files.map(\.rows), times: rows.times(zone: zone), zone: zone)
    }

    /// - Parameters:
    ///   - files: the rows of each.
    ///   - times: the table's own, by row; nothing where it has none.
    init(_ fates: RowFates, files: [Range<Int>], times: Column?, zone: ZoneTable) {
        self.init(files: files.count)
        var clock = DayClock(zone)
        for (number, rows) in files.enumerated() {
            beginFile()
            add(fates, rows, times, number, &clock)
        }
    }

    /// The rows of the next file follow.
    mutating func beginFile() {
        lastDay = nil
        leading = (0, [])
    }

    private mutating func add(
        _ fates: RowFates, _ rows: Range<Int>, _ times: Column?, _ number: Int, _ clock: inout DayClock
    ) {
        var counts = [Int](repeating: 0, count: Fate.allCases.count)
        var (low, high) = (Int64.max, Int64.min)
        var (day, today) = (lastDay, Days())
        // Widened a stretch at a time, because a whole column of eight bytes a row is twice what is held of it.
        for start in stride(from: rows.lowerBound, to: rows.upperBound, by: RowSummary.stretch) {
            let stretch = start..<min(start + RowSummary.stretch, rows.upperBound)
            if fates.areAllOpen, let (first, last) = times?.bounds(of: stretch), clock.day(first) == clock.day(last) {
                // Nearly every stretch is such.
                counts[Int(Fate.accepted.rawValue)] += stretch.count
                if clock.day(first) != day {
                    note(today, on: day)
                    (day, today) = (clock.day(first), Days())
                }
                today.accepted += stretch.count
                today.kept += stretch.count
                low = min(low, first)
                high = max(high, last)
                continue
            }
            let values = times?.widened(stretch)
            for row in stretch {
                let fate = fates[row]
                counts[Int(fate.rawValue)] += 1
                let time = values?[row - stretch.lowerBound] ?? Missing.integer
                if time != Missing.integer {
                    let found = clock.day(time)
                    if found != day {
                        note(today, on: day)
                        (day, today) = (found, Days())
                    }
                    if fate == .accepted {
                        today.accepted += 1
                        low = min(low, time)
                        high = max(high, time)
                    }
                }
                guard fate.isKept else { continue }
                if let day {
                    today.kept += 1
                    if fate == .rejected { rejected.append((Int32(row), Int32(day))) }
                } else {
                    leading.kept += 1
                    if fate == .rejected { leading.rejected.append(Int32(row)) }
                }
            }
        }
        note(today, on: day)
        lastDay = day
        for fate in Fate.allCases where counts[Int(fate.rawValue)] > 0 {
            files[number].counts[fate, default: 0] += counts[Int(fate.rawValue)]
        }
        if low <= high { files[number].widen(to: low...high) }
    }

    private mutating func note(_ some: Days, on day: Int?) {
        guard let day, some.accepted + some.kept > 0 else { return }
        days[day, default: Days()].accepted += some.accepted
        days[day, default: Days()].kept += some.kept
    }

    /// Adds the next chunk of a file, which begins at row `first` of the source.
    mutating func add(_ chunk: RowSummary, file: Int, first: Int32) {
        if let day = lastDay {
            days[day, default: Days()].kept += chunk.leading.kept
            rejected += chunk.leading.rejected.map { (first + $0, Int32(day)) }
        }
        for (day, some) in chunk.days { note(some, on: day) }
        rejected += chunk.rejected.map { (first + $0.row, $0.day) }
        lastDay = chunk.lastDay ?? lastDay
        for more in chunk.files {
            for (fate, count) in more.counts { files[file].counts[fate, default: 0] += count }
            if let span = more.span { files[file].widen(to: span) }
        }
    }

    /// The rejected rows of some days, as far as their day can be told; ascending.
    func rejected(on days: ClosedRange<Int>) -> [Int32] {
        rejected.filter { days.contains(Int($0.day)) }.map(\.row)
    }

    /// The newest accepted row by the table's own time.
    var newest: Int64? { files.compactMap { $0.span?.upperBound }.max() }

    /// The oldest one.
    var oldest: Int64? { files.compactMap { $0.span?.lowerBound }.min() }

    /// Rows that a table has.
    var kept: Int { files.reduce(0) { $0 + $1.count(.accepted) + $1.count(.rejected) } }
}

extension RowSummary.File {
    fileprivate mutating func widen(to more: ClosedRange<Int64>) {
        span = span.map { min($0.lowerBound, more.lowerBound)...max($0.upperBound, more.upperBound) } ?? more
    }
}

extension Column {
    /// The first and the last time of some rows; nothing where one is missing.
    fileprivate func bounds(of rows: Range<Int>) -> (first: Int64, last: Int64)? {
        switch self {
        case .seconds(let seconds):
            guard let (first, last) = seconds[rows].bounds, first != Missing.seconds else { return nil }
            return (Int64(first) * 1000, Int64(last) * 1000)
        case .integers(let values):
            guard let (first, last) = values[rows].bounds, first != Missing.integer else { return nil }
            return (first, last)
        case .flags, .codes, .labels, .small: return nil
        }
    }
}

extension ArraySlice where Element: FixedWidthInteger {
    fileprivate var bounds: (least: Element, greatest: Element)? {
        let values = span
        guard !values.isEmpty else { return nil }
        var (least, greatest) = (values[0], values[0])
        var place = 1
        while place < values.count {
            least = Swift.min(least, values[place])
            greatest = Swift.max(greatest, values[place])
            place += 1
        }
        return (least, greatest)
    }
}
