import Statistics

/// The values of neighbouring groups, each counted in place. Periods are asked for in the order of time, and most share
/// groups with the one before: only the groups that come and go are counted then.
struct MovingCounts {
    private let least: Int64
    private var counts: [Int32]
    /// What is counted.
    private var groups = 0..<0

    /// Nothing where the values of all groups lie so far apart that places would be many more than they.
    ///
    /// - Parameter parts: where the values of every group are.
    init?(of parts: [Range<Int>], in packed: PackedValues) {
        guard let (least, greatest, count) = packed.bounds(of: parts) else { return nil }
        let (span, overflows) = greatest.subtractingReportingOverflow(least)
        guard !overflows, span < 2 * count else { return nil }
        self.least = least
        counts = Array(repeating: 0, count: Int(span) + 1)
    }

    /// The distribution of some groups' values, each of which is where `parts` says.
    mutating func distribution(
        of wanted: Range<Int>, in packed: PackedValues, _ parts: (Int) -> [Range<Int>]
    ) -> ValueCounts {
        if groups.clamped(to: wanted).isEmpty {
            for place in counts.indices { counts[place] = 0 }
            groups = wanted.lowerBound..<wanted.lowerBound
        }
        for group in wanted where !groups.contains(group) {
            for part in parts(group) { packed.add(1, part, to: &counts, from: least) }
        }
        for group in groups where !wanted.contains(group) {
            for part in parts(group) { packed.add(-1, part, to: &counts, from: least) }
        }
        groups = wanted
        return ValueCounts(from: least * packed.unit, by: packed.unit, counts: counts)
    }
}
