/// Values with how often each occurs, in little space: those counted already, ascending, and those still waiting.
///
/// Values wait until they are as many as the distinct ones, so that every one is moved a few times only, and rows of few
/// distinct values take next to nothing.
struct CountedValues: Sendable {
    /// Ascending.
    private(set) var values: [Int64] = []
    private(set) var counts: [Int32] = []
    private var waiting: [Int64] = []

    private static let fewest = 32

    mutating func add(_ value: Int64) {
        waiting.append(value)
        if waiting.count >= max(CountedValues.fewest, values.count) { settle() }
    }

    /// Counts the values that wait.
    mutating func settle() {
        guard !waiting.isEmpty else { return }
        waiting.sort()
        var more = CountedValues()
        for value in waiting {
            if value == more.values.last {
                more.counts[more.counts.count - 1] += 1
            } else {
                more.values.append(value)
                more.counts.append(1)
            }
        }
        waiting = []
        self = values.isEmpty ? more : merged(with: more)
    }

    /// The same with nothing waiting.
    var settled: CountedValues {
        var all = self
        all.settle()
        return all
    }

    /// Both together; neither has values waiting.
    func merged(with other: CountedValues) -> CountedValues {
        var all = CountedValues()
        all.values.reserveCapacity(values.count + other.values.count)
        all.counts.reserveCapacity(values.count + other.values.count)
        var (mine, theirs) = (0, 0)
        while mine < values.count || theirs < other.values.count {
            let isMine = theirs == other.values.count || (mine < values.count && values[mine] <= other.values[theirs])
            let isTheirs = mine == values.count || (theirs < other.values.count && other.values[theirs] <= values[mine])
            all.values.append(isMine ? values[mine] : other.values[theirs])
            all.counts.append((isMine ? counts[mine] : 0) + (isTheirs ? other.counts[theirs] : 0))
            if isMine { mine += 1 }
            if isTheirs { theirs += 1 }
        }
        return all
    }

    /// All of them together, by pairs, so that no value is moved more often than the parts can be halved.
    static func merged(_ parts: [CountedValues]) -> CountedValues {
        var left = parts.map(\.settled)
        while left.count > 1 {
            left = stride(from: 0, to: left.count, by: 2).map { place in
                place + 1 < left.count ? left[place].merged(with: left[place + 1]) : left[place]
            }
        }
        return left.first ?? CountedValues()
    }
}
