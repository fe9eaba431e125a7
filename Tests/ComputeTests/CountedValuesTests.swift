import Definitions
import Tables
import Testing

@testable import Compute

@Suite("Counted values")
struct CountedValuesTests {
    @Test("Values are counted as a dictionary would, in any parts", arguments: [1, 2, 3])
    func counting(seed: UInt64) {
        var random = SplitMix(state: seed)
        var expected: [Int64: Int32] = [:]
        var parts = (0..<random.next(7) + 1).map { _ in CountedValues() }
        for _ in 0..<2000 {
            let value = Int64(random.next(300)) - 100
            expected[value, default: 0] += 1
            parts[random.next(parts.count)].add(value)
        }
        let all = CountedValues.merged(parts)
        #expect(all.values == expected.keys.sorted())
        #expect(all.counts == all.values.map { expected[$0] })
    }

    @Test("Nothing is no values")
    func nothing() {
        #expect(CountedValues.merged([]).values.isEmpty)
        #expect(CountedValues.merged([CountedValues(), CountedValues()]).values.isEmpty)
    }

    @Test("Members counted by month have the figures of members counted by day", arguments: ["queue", "hour_of_week"])
    func months(dimension: String) async throws {
        let fixture = try Fixture.catalogue()
        let input = try fixture.input(IdentityTests.randomCalls(2000, seed: 3), rejected: 30, asOf: "2026-05-15")
        let result = try await compute(input)
        let kpis = Set(result.breakdowns.filter { $0.dimension == dimension }.map(\.kpi)).sorted()
        #expect(kpis.count > 2)
        let year = try #require(Period(parsing: "2025/26"))
        let byDay = try await figures(input, kpis: kpis, periods: .one(year), by: dimension)
        let byMonth = result.breakdowns.filter { $0.dimension == dimension && $0.period == year }
        #expect(!byDay.isEmpty)
        #expect(
            kpis.flatMap { kpi in byMonth.filter { $0.kpi == kpi } }
                == kpis.flatMap { kpi in byDay.filter { $0.kpi == kpi } })
    }
}
