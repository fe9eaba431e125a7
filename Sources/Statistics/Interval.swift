/// A 95% interval; an end that does not exist is absent.
package struct Interval: Sendable, Hashable {
    package let lower: Double?
    package let upper: Double?

    package init(lower: Double?, upper: Double?) {
        self.lower = lower
        self.upper = upper
    }
}
