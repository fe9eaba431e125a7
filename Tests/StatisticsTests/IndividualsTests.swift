import Statistics
import Testing

/// VECTORS.md section 1, the data of DOMAIN.md section 5.1 with all points as baseline.
@Suite("Limits of individual values")
struct IndividualsTests {
    static let data: [Double] = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]

    @Test("Screened and unscreened limits are the published ones")
    func published() throws {
        let screened = try #require(individualsLimits(Self.data))
        #expect(abs(screened.mean - 35.0 / 18) < 1e-12)
        #expect(screened.averageMovingRange == 1)
        #expect(abs(screened.lower + 0.715556) < 1e-6)
        #expect(abs(screened.upper - 4.604444) < 1e-6)
        let all = try #require(individualsLimits(Self.data, isScreened: false))
        #expect(abs(all.averageMovingRange - 1.882353) < 1e-6)
        #expect(abs(all.lower + 3.062614) < 1e-6)
        #expect(abs(all.upper - 6.951503) < 1e-6)
    }

    @Test("Points that are all equal have limits at their value; one point has none")
    func degenerate() {
        #expect(individualsLimits([5, 5, 5]) == IndividualsLimits(mean: 5, averageMovingRange: 0, lower: 5, upper: 5))
        #expect(individualsLimits([5]) == nil)
    }
}
