import Statistics
import Testing

/// VECTORS.md sections 3 and 8.
@Suite("Quantiles")
struct QuantileTests {
    static let sample = distribution([2, 3, 3, 4, 5, 6, 7, 7, 7, 9, 11, 12, 14, 15, 18, 20, 25, 31, 60, 240])

    static func distribution(_ observations: [Int64]) -> ValueCounts {
        let values = Set(observations).sorted()
        return ValueCounts(values: values, counts: values.map { value in Int32(observations.count { $0 == value }) })
    }

    @Test(
        "Type 7 at the median and the ninetieth percentile",
        arguments: [
            ([7], 7, 7), ([1, 2], 1.5, 1.9), ([5, 5, 5, 5], 5, 5), ([1, 2, 2, 2, 3], 2, 2.6), ([1, 1, 1, 10], 1, 7.3),
            ([10, 10, 20, 20, 30], 20, 26), ([0, 0, 0, 0, 0, 0, 0, 0, 0, 9], 0, 0.9),
            ([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 5.5, 9.1), ([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 6, 10),
            ([2, 3, 3, 4, 5, 6, 7, 7, 7, 9, 11, 12, 14, 15, 18, 20, 25, 31, 60, 240], 10, 33.9),
        ] as [([Int64], Double, Double)])
    func typeSeven(observations: [Int64], median: Double, ninetieth: Double) {
        let values = Self.distribution(observations)
        #expect(quantile(WidenedCounts(values), numerator: 1, denominator: 2) == median)
        #expect(quantile(WidenedCounts(values), numerator: 9, denominator: 10) == ninetieth)
    }

    @Test("Nothing has no quantile")
    func nothing() {
        #expect(quantile(WidenedCounts(Self.distribution([])), numerator: 1, denominator: 2) == nil)
    }

    @Test("Milliseconds keep their half")
    func milliseconds() {
        #expect(quantile(WidenedCounts(Self.distribution([8001, 8002])), numerator: 1, denominator: 2) == 8001.5)
    }

    @Test("Three unknown values between 0 and 7200 bound the sample's median and ninetieth percentile")
    func bounds() {
        func bound(_ numerator: Int, _ denominator: Int, below: Int, above: Int) -> Double? {
            quantile(
                WidenedCounts(Self.sample, below: below, above: above, lowLimit: 0, highLimit: 7200),
                numerator: numerator, denominator: denominator)
        }
        #expect(bound(1, 2, below: 3, above: 0) == 7)
        #expect(bound(1, 2, below: 0, above: 3) == 12)
        #expect(bound(9, 10, below: 3, above: 0) == 29.8)
        #expect(bound(9, 10, below: 0, above: 3) == 5808)
    }

    @Test("A place among unknown values without a limit is empty")
    func unbounded() {
        #expect(quantile(WidenedCounts(Self.sample, above: 3), numerator: 9, denominator: 10) == nil)
        #expect(quantile(WidenedCounts(Self.sample, above: 3), numerator: 1, denominator: 2) == 12)
    }
}
