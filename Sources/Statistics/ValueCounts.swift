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
