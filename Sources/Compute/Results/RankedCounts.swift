import Statistics

/// The values of neighbouring groups, as `MovingCounts` has them, where they lie too far apart to be counted in place: each
/// is counted at its rank among all of them.
struct RankedCounts {
    /// Ascending.
    private let values: [Int64]
    private var counts: [Int32]
    /// Rank and count of the values of each group, group by group.
    private var ranked: [(rank: Int32, count: Int32)] = []
    /// Where those of each group end.
    private var ends: [Int] = []
    /// What is counted.
    private var groups = 0..<0

    /// - Parameter parts: where the values of a group are.
    init(of groups: Range<Int>, in packed: PackedValues, _ parts: (Int) -> [Range<Int>]) {
        values = packed.distribution(of: groups.flatMap(parts)).occurrences.map(\.value)
        counts = Array(repeating: 0, count: values.count)
        let ranks = ValueRanks(packed.unit == 1 ? values : values.map { $0 / packed.unit })
        for group in groups {
            for part in parts(group) { packed.appendRanks(of: part, among: ranks, to: &ranked) }
            ends.append(ranked.count)
        }
    }

    /// The distribution of some groups' values.
    mutating func distribution(of wanted: Range<Int>) -> ValueCounts {
        if groups.clamped(to: wanted).isEmpty {
            for place in counts.indices { counts[place] = 0 }
            groups = wanted.lowerBound..<wanted.lowerBound
        }
        for group in wanted where !groups.contains(group) { add(1, group) }
        for group in groups where !wanted.contains(group) { add(-1, group) }
        groups = wanted
        return ValueCounts(values: values, counts: counts)
    }

    private mutating func add(_ sign: Int32, _ group: Int) {
        for place in (group == 0 ? 0 : ends[group - 1])..<ends[group] {
            counts[Int(ranked[place].rank)] += sign * ranked[place].count
        }
    }
}
