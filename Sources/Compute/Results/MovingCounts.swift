import Statistics
import Tables

/// The values of neighbouring groups, each counted in place. Periods are asked for in the order of time, and most share
/// groups with the one before: only the groups that come and go are counted then.
struct MovingCounts {
    private let least: Int64
    private let step: Int64
    private var counts: [Int32]
    /// What is counted.
    private var groups = 0..<0

    /// Nothing where the values of all groups lie so far apart that places would be many more than they.
    ///
    /// - Parameter parts: the values of every group.
    init?(_ parts: [CountedValues]) {
        var (least, greatest, number) = (Int64.max, Int64.min, 0)
        for part in parts {
            guard let bounds = part.bounds else { continue }
            least = min(least, bounds.lowerBound)
            greatest = max(greatest, bounds.upperBound)
            number += part.distinct
        }
        let (span, overflows) = greatest.subtractingReportingOverflow(least)
        guard number > 0, !overflows else { return nil }
        let step = parts.allSatisfy { $0.areSeconds(from: least) } ? CountedValues.second : 1
        guard span / step < 2 * number else { return nil }
        self.least = least
        self.step = step
        counts = Array(repeating: 0, count: Int(span / step) + 1)
    }

    /// The distribution of some groups' values.
    mutating func distribution(of wanted: Range<Int>, _ part: (Int) -> [CountedValues]) -> ValueCounts {
        if groups.clamped(to: wanted).isEmpty {
            for place in counts.indices { counts[place] = 0 }
            groups = wanted.lowerBound..<wanted.lowerBound
        }
        for group in wanted where !groups.contains(group) { add(part(group), 1) }
        for group in groups where !wanted.contains(group) { add(part(group), -1) }
        groups = wanted
        return ValueCounts(from: least, by: step, counts: counts)
    }

    private mutating func add(_ parts: [CountedValues], _ sign: Int32) {
        for part in parts { part.add(sign, to: &counts, from: least, by: step) }
    }
}
