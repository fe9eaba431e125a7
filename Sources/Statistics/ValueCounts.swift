/// A distribution as how often each value occurs, ascending: enough for every exact quantile.
package struct ValueCounts: Sendable {
    /// The values in their places; empty where they lie a step apart from the least.
    private let listed: [Int64]
    private let least: Int64
    private let step: Int64
    /// How often the value in each place occurs.
    private let counts: [Int32]
    /// How many observations come before each block of places, then all of them.
    private let before: [Int]

    private static let block = 64

    /// From values that ascend strictly, each with its count, which may be 0.
    package init(values: [Int64], counts: [Int32]) {
        self.init(values, from: 0, by: 0, counts)
    }

    /// From how often each of some values occurs, which lie a step apart from the least on.
    package init(from least: Int64, by step: Int64, counts: [Int32]) {
        self.init([], from: least, by: step, counts)
    }

    private init(_ listed: [Int64], from least: Int64, by step: Int64, _ counts: [Int32]) {
        (self.listed, self.least, self.step, self.counts) = (listed, least, step, counts)
        let all = counts.span
        let blocks = (all.count + ValueCounts.block - 1) / ValueCounts.block
        before = [Int](capacity: blocks + 1) { before in
            var total = 0
            before.append(total)
            for first in stride(from: 0, to: all.count, by: ValueCounts.block) {
                for place in first..<min(first + ValueCounts.block, all.count) { total &+= Int(all[place]) }
                before.append(total)
            }
        }
    }

    package var count: Int { before[before.count - 1] }

    /// The least and the greatest observation; nothing without any.
    package var bounds: (least: Int64, greatest: Int64)? {
        count > 0 ? (observation(at: 0), observation(at: count - 1)) : nil
    }

    /// The values that occur, ascending, and how often.
    package var occurrences: [(value: Int64, count: Int)] {
        counts.indices.lazy.filter { counts[$0] != 0 }.map { (value(in: $0), Int(counts[$0])) }
    }

    /// The observation at a place in ascending order, from 0.
    package func observation(at place: Int) -> Int64 {
        // The last block before which no more than these come.
        var (low, high) = (0, before.count - 1)
        while high - low > 1 {
            let middle = (low + high) / 2
            if before[middle] > place { high = middle } else { low = middle }
        }
        var found = low * ValueCounts.block
        var passed = before[low] + Int(counts[found])
        while passed <= place {
            found += 1
            passed += Int(counts[found])
        }
        return value(in: found)
    }

    private func value(in place: Int) -> Int64 {
        listed.isEmpty ? least + Int64(place) * step : listed[place]
    }
}

extension ValueCounts: Equatable {
    /// Whether the same values occur as often.
    package static func == (left: ValueCounts, right: ValueCounts) -> Bool {
        left.occurrences.elementsEqual(right.occurrences, by: ==)
    }
}
