/// A distribution given by its quantiles, in whole numbers so that no library's rounding can move a value.
struct Curve: Sendable {
    /// Share below, in ten-thousandths, and the value there; the first is 0 and the last 10,000.
    let points: [(share: Int, value: Int)]

    init(_ points: (Int, Int)...) {
        self.points = points.map { (share: $0.0, value: $0.1) }
    }

    func draw(_ random: inout SplitMix64) -> Int {
        let share = random.below(10_000)
        for (low, high) in zip(points, points.dropFirst()) where share < high.share {
            return low.value + (high.value - low.value) * (share - low.share) / (high.share - low.share)
        }
        return points[points.count - 1].value
    }
}
