/// Where a number stands on an axis, and back.
package struct Scale: Sendable, Hashable {
    package let domain: ClosedRange<Double>
    /// Positions of the ends of the domain; the second may be the smaller.
    package let start: Double
    package let end: Double

    package init(_ domain: ClosedRange<Double>, from start: Double, to end: Double) {
        self.domain = domain
        self.start = start
        self.end = end
    }

    /// Values outside the domain stand at its ends: nothing is ever drawn outside the axes.
    package func position(_ value: Double) -> Double {
        let inside = min(max(value, domain.lowerBound), domain.upperBound)
        return start + (inside - domain.lowerBound) / (domain.upperBound - domain.lowerBound) * (end - start)
    }

    package func value(at position: Double) -> Double {
        domain.lowerBound + (position - start) / (end - start) * (domain.upperBound - domain.lowerBound)
    }
}
