/// A distribution as distinct values with their counts, ascending: enough for every exact quantile.
package struct ValueCounts: Sendable, Hashable {
    package let values: [Int64]
    /// How many observations are at most the value in the same place.
    package let cumulative: [Int]

    package var count: Int { cumulative.last ?? 0 }

    /// From values that ascend strictly, each with its count.
    package init(values: [Int64], counts: [Int]) {
        self.values = values
        var total = 0
        cumulative = counts.map { count in
            total += count
            return total
        }
    }

    /// From how often each of some values occurs, which lie a step apart from the least on.
    package init(from least: Int64, by step: Int64, counts: [Int32]) {
        // A place past the last is written to and dropped, so that nothing depends on whether a value occurs.
        let distinct = counts.count { $0 != 0 }
        var values = [Int64](repeating: 0, count: distinct + 1)
        var cumulative = [Int](repeating: 0, count: distinct + 1)
        var (value, total, place) = (least, 0, 0)
        for count in counts {
            total &+= Int(count)
            values[place] = value
            cumulative[place] = total
            place &+= count == 0 ? 0 : 1
            value &+= step
        }
        values.removeLast()
        cumulative.removeLast()
        (self.values, self.cumulative) = (values, cumulative)
    }

    /// The observation at a place in ascending order, from 0.
    package func observation(at place: Int) -> Int64 {
        var low = 0
        var high = cumulative.count
        while low < high {
            let middle = (low + high) / 2
            if cumulative[middle] > place { high = middle } else { low = middle + 1 }
        }
        return values[low]
    }
}
