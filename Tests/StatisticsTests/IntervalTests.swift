import Statistics
import Testing

/// VECTORS.md section 2.
@Suite("Intervals")
struct IntervalTests {
    @Test(
        "Wilson's interval gives the published limits",
        arguments: [
            (0, 1, 0, 0.793451), (1, 1, 0.206549, 1), (5, 10, 0.236593, 0.763407), (27, 30, 0.743789, 0.965400),
            (30, 30, 0.886487, 1), (90, 100, 0.825634, 0.944771), (900, 1000, 0.879848, 0.917091),
            (9000, 10_000, 0.893966, 0.905727), (4773, 6708, 0.700578, 0.722257), (0, 10, 0, 0.277533),
            (8, 10, 0.490162, 0.943318), (860, 1000, 0.837113, 0.880131), (1, 3, 0.061492, 0.792340),
        ])
    func wilson(hits: Int, count: Int, lower: Double, upper: Double) throws {
        let interval = try #require(wilsonInterval(hits: hits, of: count))
        #expect(abs(try #require(interval.lower) - lower) < 1e-6)
        #expect(abs(try #require(interval.upper) - upper) < 1e-6)
    }

    @Test(
        "Newcombe's method 10 gives the published limits",
        arguments: [
            (56, 70, 48, 80, 0.0524315, 0.3338727), (9, 10, 3, 10, 0.1705227, 0.8090180),
            (6, 7, 2, 7, 0.0582279, 0.8062496), (5, 56, 0, 29, -0.0381371, 0.1925600),
            (0, 10, 0, 20, -0.1611252, 0.2775328), (0, 10, 0, 10, -0.2775328, 0.2775328),
            (10, 10, 0, 20, 0.6790860, 1), (10, 10, 0, 10, 0.6075094, 1),
            (140, 180, 820, 960, -0.1457953, -0.0168780), (30, 30, 28, 30, -0.0566522, 0.2132346),
        ])
    func newcombe(hits: Int, count: Int, others: Int, otherCount: Int, lower: Double, upper: Double) throws {
        let interval = try #require(newcombeInterval(hits: hits, of: count, minus: others, of: otherCount))
        #expect(abs(try #require(interval.lower) - lower) < 1e-6)
        #expect(abs(try #require(interval.upper) - upper) < 1e-6)
    }

    @Test("A difference with nothing on one side has no interval")
    func newcombeOfNothing() {
        #expect(newcombeInterval(hits: 3, of: 4, minus: 0, of: 0) == nil)
        #expect(newcombeInterval(hits: 0, of: 0, minus: 3, of: 4) == nil)
    }

    @Test("No rows have no interval")
    func wilsonOfNothing() {
        #expect(wilsonInterval(hits: 0, of: 0) == nil)
    }

    @Test(
        "Order-statistic ranks of the median",
        arguments: [
            (5, nil, nil), (6, 1, 6), (8, 1, 8), (9, 2, 8), (10, 2, 9), (15, 4, 12), (20, 6, 15), (25, 8, 18),
            (30, 10, 21), (100, 40, 61), (101, 41, 61), (1000, 469, 532),
        ] as [(Int, Int?, Int?)])
    func median(count: Int, lower: Int?, upper: Int?) {
        let ranks = quantileRanks(count: count, numerator: 1, denominator: 2)
        #expect(ranks.lower == lower)
        #expect(ranks.upper == upper)
    }

    @Test(
        "Order-statistic ranks of the ninetieth percentile",
        arguments: [
            (10, 7, nil), (30, 23, nil), (35, 28, nil), (36, 29, 36), (37, 29, 37), (100, 84, 96), (1000, 881, 919),
        ] as [(Int, Int?, Int?)])
    func ninetieth(count: Int, lower: Int?, upper: Int?) {
        let ranks = quantileRanks(count: count, numerator: 9, denominator: 10)
        #expect(ranks.lower == lower)
        #expect(ranks.upper == upper)
    }

    @Test("A large sample has ranks near the normal approximation")
    func large() throws {
        let ranks = quantileRanks(count: 1_000_000, numerator: 1, denominator: 2)
        #expect(abs(try #require(ranks.lower) - 499_020) <= 1)
        #expect(abs(try #require(ranks.upper) - 500_981) <= 1)
    }

    @Test("The sample of twenty has a median of 10 within 6 to 18")
    func sample() {
        let interval = quantileInterval(WidenedCounts(QuantileTests.sample), numerator: 1, denominator: 2)
        #expect(interval == Interval(lower: 6, upper: 18))
    }

    @Test("An end that falls among values that are not known is absent, or their limit")
    func unknownEnds() {
        let open = WidenedCounts(QuantileTests.sample, above: 10)
        // The median of 30 lies between ranks 10 and 21; the 21st of these is not known.
        #expect(quantileInterval(open, numerator: 1, denominator: 2) == Interval(lower: 9, upper: nil))
        let closed = WidenedCounts(QuantileTests.sample, above: 10, highLimit: 7200)
        #expect(quantileInterval(closed, numerator: 1, denominator: 2) == Interval(lower: 9, upper: 7200))
    }

    @Test("The longest is at least what was seen, the shortest at most")
    func extremes() {
        #expect(quantileRanks(count: 10, numerator: 1, denominator: 1) == (10, nil))
        #expect(quantileRanks(count: 10, numerator: 0, denominator: 1) == (nil, 1))
        #expect(quantileRanks(count: 0, numerator: 1, denominator: 1) == (nil, nil))
    }
}
