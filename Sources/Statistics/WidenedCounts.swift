/// A distribution with further observations under or over all others, whose values are not known.
///
/// A limit takes the place of each; without one, what falls among them is not known.
package struct WidenedCounts: Sendable, Equatable {
    private let known: ValueCounts
    private let below: Int
    private let above: Int
    private let lowLimit: Int64?
    private let highLimit: Int64?

    package init(
        _ known: ValueCounts, below: Int = 0, above: Int = 0, lowLimit: Int64? = nil, highLimit: Int64? = nil
    ) {
        self.known = known
        self.below = below
        self.above = above
        self.lowLimit = lowLimit
        self.highLimit = highLimit
    }

    package var count: Int { below + known.count + above }

    /// The observation at a place in ascending order, from 0; nothing where it is not known.
    package func observation(at place: Int) -> Int64? {
        if place < below { return lowLimit }
        if place >= below + known.count { return highLimit }
        return known.observation(at: place - below)
    }
}
