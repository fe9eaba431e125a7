import Tables

/// What a tally has of a member's groups up to each, in order of day. What it has of neighbouring ones is a difference:
/// periods overlap, and most of their days are asked for again and again.
struct RunningTotals {
    private let classes: Int
    /// Those that rows are of.
    private let present: [Int]
    /// Of no group, of the first, of the first two; by class that is present.
    private let counts: [Int]
    private var sums: [(certain: Int64, doubtful: Int64)] = []

    init(of tally: Tally, slots: some Collection<Int>) {
        (classes, present) = (tally.counts.classes, tally.counts.present)
        counts = tally.counts.runningTotals(over: slots)
        sums.reserveCapacity(slots.count + 1)
        sums.append((0, 0))
        for slot in slots {
            let (certain, doubtful) = sums[sums.count - 1]
            let hasSums = slot * 2 + 1 < tally.sums.count
            // They may go round: the difference of two is right all the same.
            sums.append(
                (
                    certain &+ (hasSums ? tally.sums[slot * 2] : 0),
                    doubtful &+ (hasSums ? tally.sums[slot * 2 + 1] : 0)
                ))
        }
    }

    /// The rows of some groups by the classes of the tally.
    func counts(of groups: Range<Int>) -> [Int] {
        var found = Array(repeating: 0, count: classes)
        let (first, end) = (groups.lowerBound * present.count, groups.upperBound * present.count)
        for (place, present) in present.enumerated() { found[present] = counts[end + place] - counts[first + place] }
        return found
    }

    func sums(of groups: Range<Int>) -> (certain: Int64, doubtful: Int64) {
        let (first, end) = (sums[groups.lowerBound], sums[groups.upperBound])
        return (end.certain &- first.certain, end.doubtful &- first.doubtful)
    }
}
