import Statistics
import Testing

/// What the reference implementation, NHSRplotthedots 0.2.2, got right late: rules of REPORTS section 1.3 and its change
/// log, each worked by hand on a base of 10 and 12 in turn (mean 11, limits 5.68 and 16.32, near 7.45 and 14.55).
@Suite("Charts as published")
struct PublishedChartTests {
    private func after(_ later: [Double]) -> [(signal: String, isUp: Bool?)] {
        let base = (0..<12).map { $0 % 2 == 0 ? 10.0 : 12 }
        let chart = IndividualsChart((base + later).map { IndividualsChart.Month($0) })
        return chart.points.dropFirst(12).map { ($0?.signal?.rawValue ?? "-", $0?.isUp) }
    }

    @Test("two of three on opposite sides of the mean are no signal (143)")
    func oppositeSides() {
        #expect(after([15, 7, 15]).map(\.signal) == ["-", "-", "-"])
        #expect(after([7, 15, 7]).map(\.signal) == ["-", "-", "-"])
    }

    @Test("close points with two others between them are no signal until there are two of three")
    func twoOfThree() {
        #expect(after([15, 12, 12, 15]).map(\.signal) == ["-", "-", "-", "-"])
        #expect(after([15, 12, 12, 15, 15]).map(\.signal) == ["-", "-", "-", "two of three", "two of three"])
        #expect(after([7, 10, 7]).map(\.signal) == ["two of three", "-", "two of three"])
        #expect(after([7, 10, 7]).map(\.isUp) == [false, nil, false])
    }

    @Test("a rising and a falling trend are each of one direction (167), through the mean too (171)")
    func trends() {
        let rising = after([8, 9, 10, 11, 12, 13, 14])
        #expect(rising.map(\.signal) == Array(repeating: "trend", count: 7))
        #expect(rising.map(\.isUp) == Array(repeating: true, count: 7))
        let falling = after([14, 13, 12, 11, 10, 9, 8])
        #expect(falling.map(\.signal) == Array(repeating: "trend", count: 7))
        #expect(falling.map(\.isUp) == Array(repeating: false, count: 7))
    }

    @Test("equal neighbours end a trend; six points are none")
    func noTrend() {
        #expect(after([8, 9, 10, 10, 11, 12, 13]).map(\.signal) == Array(repeating: "-", count: 7))
        #expect(after([9, 10, 11, 12, 13, 14]).map(\.signal) == Array(repeating: "-", count: 6))
    }

    @Test("the first rule that applies names a point: outside, trend, two of three, shift")
    func order() {
        // Rises from below the mean to beyond the limit: the last is outside, the six before it a trend.
        #expect(
            after([8, 9, 10, 11, 12, 13, 17]).map(\.signal) == Array(repeating: "trend", count: 6) + ["outside"])
        // Seven above the mean, the base's last 12 among them: the two 15s are two of three, the others a shift.
        #expect(
            after([13, 12, 15, 15, 12, 13]).map(\.signal)
                == ["shift", "shift", "two of three", "two of three", "shift", "shift"])
    }

    @Test("a lower value is better: a standard over the limits is always met, under them never")
    func assuranceOfLower() {
        let limits = IndividualsLimits(mean: 11, averageMovingRange: 2, lower: 5.68, upper: 16.32)
        #expect(Assurance(limits, from: nil, to: 16.33) == .pass)
        #expect(Assurance(limits, from: nil, to: 16.32) == .hitOrMiss)
        #expect(Assurance(limits, from: nil, to: 5.68) == .hitOrMiss)
        #expect(Assurance(limits, from: nil, to: 5.67) == .fail)
    }
}
