import Statistics
import Testing

/// VECTORS.md section 6.
@Suite("Charts of individual values")
struct IndividualsChartTests {
    typealias Month = IndividualsChart.Month

    /// The signals of the months after the first so many, `-` for none.
    private func signals(_ months: [Month], after count: Int = 0) -> [String] {
        IndividualsChart(months).points.dropFirst(count).map { $0?.signal?.rawValue ?? "-" }
    }

    /// Twelve months of 10 and 12 in turn (mean 11, average range 2), then others.
    private func afterBase(_ later: [Double?]) -> [String] {
        let base = (0..<12).map { $0 % 2 == 0 ? 10.0 : 12 }
        return signals((base.map(Optional.some) + later).map { Month($0) }, after: 12)
    }

    @Test("The first twelve points of a segment are its baseline, and ranges, runs and trends stop at gaps and rebases")
    func gapAndRebase() throws {
        let first: [Double?] = [20, 22, 19, 21, nil, 20, 23, 21, 18, 20, 22, 19, 21, 24, 25, 26, 27, 28, 29, 30]
        let second: [Double] = [40, 42, 41, 39, 40, 43, 38, 41]
        let months = first.map { Month($0) } + second.enumerated().map { Month($1, isRebase: $0 == 0) }
        let chart = IndividualsChart(months)
        try #require(chart.segments.map(\.months) == [0..<20, 20..<28])
        try #require(chart.segments.map(\.baselineCount) == [12, 8])
        let limits = try #require(chart.segments[0].limits)
        #expect(limits.mean == 20.5 && limits.averageMovingRange == 2.4)
        #expect(abs(limits.lower - 14.116) < 1e-9 && abs(limits.upper - 26.884) < 1e-9)
        let trial = try #require(chart.segments[1].limits)
        #expect(trial.mean == 40.5 && abs(trial.averageMovingRange - 17.0 / 7) < 1e-12)
        #expect(abs(trial.lower - 34.04) < 1e-9 && abs(trial.upper - 46.96) < 1e-9)
        let trend = Array(repeating: "trend", count: 5)
        let expected =
            Array(repeating: "-", count: 11) + trend + Array(repeating: "outside", count: 4)
            + Array(repeating: "-", count: 8)
        #expect(signals(months) == expected)
        #expect(chart.points[4] == nil)
        #expect(chart.points[11...19].allSatisfy { $0?.isUp == true })
    }

    @Test("Two of three near a limit: the close ones, and only with all three on one side")
    func twoOfThree() {
        #expect(afterBase([15, 12, 15]) == ["two of three", "-", "two of three"])
        #expect(afterBase([15, 10, 15]) == ["-", "-", "-"])
        #expect(afterBase([15, 17, 15]) == ["two of three", "outside", "two of three"])
    }

    @Test("A point on a limit is inside it, and one on the mean ends a run")
    func equalToALimit() {
        #expect(afterBase([16.32]) == ["-"])
        #expect(afterBase([16.33]) == ["outside"])
        #expect(afterBase([12, 12, 12, 11, 12, 12, 12]) == Array(repeating: "-", count: 7))
    }

    @Test("Seven on one side are a shift, from the first of them on; a gap ends the run")
    func shift() {
        let values: [Double?] = [13, 12, 13, 12, 13, 12, 13]
        #expect(afterBase(values) == Array(repeating: "shift", count: 7))
        let base = (0..<12).map { $0 % 2 == 0 ? 10.0 : 12 }
        #expect(signals((base.map(Optional.some) + values).map { Month($0) })[11] == "shift")
        #expect(afterBase([13, 12, 13, 12, nil, 13, 12, 13]) == Array(repeating: "-", count: 8))
    }

    @Test("A break between neighbours ends a run like a gap, and keeps the limits")
    func breakWithoutRebase() {
        let base = (0..<12).map { Month($0 % 2 == 0 ? 10 : 12) }
        let later = [13, 12, 13, 12, 13, 12, 13].enumerated().map { Month($1, isBreak: $0 == 4) }
        let chart = IndividualsChart(base + later)
        #expect(chart.segments.count == 1)
        #expect(signals(base + later, after: 12) == Array(repeating: "-", count: 7))
    }

    @Test("Seven in one direction are a trend, through the mean; six are none")
    func trend() {
        #expect(afterBase([14, 13, 12, 11, 10, 9, 8]) == Array(repeating: "trend", count: 7))
        #expect(afterBase([14, 13, 12, 11, 10, 9]) == Array(repeating: "-", count: 6))
    }

    @Test("A baseline of equal points has limits at their value, and nothing is screened")
    func constant() throws {
        let chart = IndividualsChart((Array(repeating: 5.0, count: 13) + [6]).map { Month($0) })
        let limits = try #require(chart.segments[0].limits)
        #expect(limits.lower == 5 && limits.upper == 5)
        #expect(chart.points.last??.signal == .outside)
        #expect(chart.points.dropLast().allSatisfy { $0?.signal == nil })
    }

    @Test("Points that only rounding parts from their mean are on it")
    func thirds() {
        let months = Array(repeating: Month(100.0 / 3), count: 20)
        #expect(signals(months) == Array(repeating: "-", count: 20))
    }

    @Test("All points can be the baseline")
    func allPoints() throws {
        let data: [Double] = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]
        let screened = IndividualsChart(data.map { Month($0) }, baseline: .all)
        #expect(try #require(screened.segments[0].limits).averageMovingRange == 1)
        let unscreened = IndividualsChart(data.map { Month($0) }, baseline: .all, isScreened: false)
        #expect(abs(try #require(unscreened.segments[0].limits).upper - 6.951503) < 1e-6)
        #expect(screened.points[4]?.signal == .outside)
    }

    @Test("No chart without two neighbouring points")
    func tooFew() {
        #expect(IndividualsChart([]).points.isEmpty)
        let chart = IndividualsChart([Month(1), Month(nil), Month(2)])
        #expect(chart.segments.map(\.limits) == [nil])
        #expect(Variation(newestOf: chart, isHigherBetter: true) == nil)
    }

    @Test("The newest point improves, is of concern, or is neither, by what is better; else its cause is common")
    func variation() {
        func newest(_ value: Double?, _ isHigherBetter: Bool?) -> Variation? {
            let base = (0..<12).map { Month($0 % 2 == 0 ? 10 : 12) }
            return Variation(newestOf: IndividualsChart(base + [Month(value)]), isHigherBetter: isHigherBetter)
        }
        #expect(newest(17, true) == .improving)
        #expect(newest(17, false) == .concerning)
        #expect(newest(4, false) == .improving)
        #expect(newest(4, nil) == .neither)
        #expect(newest(11.5, true) == .common)
        #expect(newest(nil, true) == .common, "the newest that is present")
    }

    @Test("A standard below the limits is always met, above them never, between them by chance")
    func assurance() throws {
        let limits = IndividualsLimits(mean: 11, averageMovingRange: 2, lower: 5.68, upper: 16.32)
        #expect(Assurance(limits, from: 5, to: nil) == .pass)
        #expect(Assurance(limits, from: 17, to: nil) == .fail)
        #expect(Assurance(limits, from: 11, to: nil) == .hitOrMiss)
        #expect(Assurance(limits, from: 5.68, to: nil) == .hitOrMiss)
        #expect(Assurance(limits, from: nil, to: 17) == .pass)
        #expect(Assurance(limits, from: nil, to: 5) == .fail)
        #expect(Assurance(limits, from: 5, to: 17) == .pass)
        #expect(Assurance(limits, from: 17, to: 20) == .fail)
        #expect(Assurance(limits, from: 6, to: 16) == .hitOrMiss)
    }
}
