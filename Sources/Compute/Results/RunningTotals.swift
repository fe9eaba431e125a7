import Tables

/// What a tally has of a member's groups up to each, in order of day. What it has of neighbouring ones is a difference:
/// periods overlap, and most of their days are asked for again and again.
struct RunningTotals {
    private let classes: Int
    /// Of no group, of the first, of the first two.
    private var counts: [Int]
    private var sums: [(certain: Int64, doubtful: Int64)] = []

    init(of tally: Tally, slots: some Collection<Int>) {
        classes = tally.classes
        counts = Array(repeating: 0, count: classes * (slots.count + 1))
        sums.reserveCapacity(slots.count + 1)
        sums.append((0, 0))
        var next = classes
        for slot in slots {
            let first = slot * classes
            for place in 0..<classes {
                counts[next + place] = counts[next - classes + place] + Int(tally.counts[first + place])
            }
            next += classes
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
        let (first, end) = (groups.lowerBound * classes, groups.upperBound * classes)
        return (0..<classes).map { counts[end + $0] - counts[first + $0] }
    }

    func sums(of groups: Range<Int>) -> (certain: Int64, doubtful: Int64) {
        let (first, end) = (sums[groups.lowerBound], sums[groups.upperBound])
        return (end.certain &- first.certain, end.doubtful &- first.doubtful)
    }
}
