import Definitions
import Statistics
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
        expectEqual(parts, expected)
    }

    @Test(
        "Rows of a batch are counted as a dictionary would, whatever their values: seconds close together, long tails, parts of seconds, others far off",
        arguments: [1, 2, 3, 4, 5] as [UInt64])
    func batches(seed: UInt64) {
        var random = SplitMix(state: seed)
        func value() -> Int64 {
            let close = Int64(random.next(400)) * 1000
            switch (seed, random.next(20)) {
            case (2...3, 0...2): return Int64(random.next(30)) * 3_600_000
            case (3, 3): return close + Int64(random.next(1000))
            case (4, 0...15): return Int64(random.next(40_000)) * 1000
            case (5, 0): return (Int64(random.next(9)) - 4) * 1_500_000_000_000
            case (5, 1): return -close
            default: return close
            }
        }
        var expected: [Int64: Int32] = [:]
        var parts = (0..<3).map { _ in CountedValues() }
        for batch in 0..<120 {
            let values = (0..<90).map { _ in value() }
            let rows = (0..<Int32(90)).filter { _ in random.next(3) > 0 }
            for row in rows { expected[values[Int(row)], default: 0] += 1 }
            let kept = KeptValues(rows: rows, isDoubtful: false, values: values)
            let half = rows.count / 2
            parts[batch % 3].add(kept, 0..<half)
            parts[batch % 7 % 3].add(kept, half..<rows.count)
        }
        expectEqual(parts, expected)
    }

    @Test("Nothing is no values")
    func nothing() {
        expectEqual([], [:])
        expectEqual([CountedValues(), CountedValues()], [:])
    }

    @Test("Values counted while groups come and go are those of the groups", arguments: [1, 2, 3, 4])
    func moving(seed: UInt64) throws {
        var random = SplitMix(state: seed)
        let step = seed % 2 == 0 ? 1000 : 1
        var parts = (0..<60).map { group in
            var part = CountedValues()
            let most = group == 7 ? 2000 : seed == 3 ? 12 : 40
            for _ in 0..<most { part.add(Int64((random.next(90) - (seed > 2 ? 20 : 0)) * step)) }
            return part
        }
        let packed = PackedValues(&parts)
        let places = parts.indices.map(packed.range)
        var moving = try #require(MovingCounts(of: places, in: packed))
        let windows = (0..<40).map { $0..<$0 + 12 } + [3..<60, 5..<5, 5..<6, 0..<60, 20..<30, 40..<60, 8..<9]
        for window in windows {
            #expect(
                moving.distribution(of: window, in: packed) { [places[$0]] }
                    == packed.distribution(of: Array(places[window])))
        }
    }

    @Test("Values far apart, counted by their ranks: two groups, the other two, one of both, none")
    func ranked() {
        let far: Int64 = 10_000_000_000
        var parts = [[5, far, far], [far, 7], [], [5, 5, -far]].map { values in
            var part = CountedValues()
            for value in values { part.add(value) }
            return part
        }
        let packed = PackedValues(&parts)
        var ranked = RankedCounts(of: 0..<4, in: packed) { [packed.range(of: $0)] }
        #expect(ranked.distribution(of: 0..<2) == ValueCounts(values: [5, 7, far], counts: [1, 1, 3]))
        #expect(ranked.distribution(of: 1..<4) == ValueCounts(values: [-far, 5, 7, far], counts: [1, 2, 1, 1]))
        #expect(ranked.distribution(of: 3..<4) == ValueCounts(values: [-far, 5], counts: [1, 2]))
        #expect(ranked.distribution(of: 2..<2) == ValueCounts(values: [], counts: []))
        #expect(ranked.distribution(of: 0..<1) == ValueCounts(values: [5, far], counts: [1, 2]))
    }

    @Test(
        "Values far apart, or none, are not counted in places",
        arguments: [[], [0, 1_000_000_000, Int64.max], [-1, Int64.max]])
    func farApart(values: [Int64]) {
        var part = CountedValues()
        for value in values { part.add(value) }
        var parts = [part]
        let packed = PackedValues(&parts)
        #expect(MovingCounts(of: [packed.range(of: 0)], in: packed) == nil)
    }

    @Test("Values in the order of their bytes ascend", arguments: [1, 2, 3])
    func sorting(seed: UInt64) {
        var random = SplitMix(state: seed)
        for width in [1, 200, 70_000, 16_777_216, 40_000_000] {
            for count in [0, 1, 31, 32, 500] {
                let least = Int64(random.next(5) - 2) * 1_000_000
                var values = (0..<count).map { _ in least + Int64(random.next(width)) }
                if seed == 3, count > 40 { (values[7], values[30]) = (.max, .min) }
                let expected = values.sorted()
                values.sortByBytes()
                #expect(values == expected)
                var narrow = expected.reversed().map { Int32(clamping: $0) }
                narrow.sortByBytes()
                #expect(narrow == expected.map { Int32(clamping: $0) })
            }
        }
    }

    @Test("Rows of a group are brought together as they stand, where there is use for it")
    func together() {
        let rows = (0..<40).filter { $0 != 5 }.map { Int32($0) }
        let kept = KeptValues(rows: rows, isDoubtful: true, values: [])
        let slots = (0..<40).map { Int32($0 % 3) }
        let ordered = kept.together(bySlot: slots, groups: 4)
        #expect(ordered.rows == rows.filter { $0 % 3 == 0 } + rows.filter { $0 % 3 == 1 } + rows.filter { $0 % 3 == 2 })
        #expect(ordered.isDoubtful)
        // More groups than rows, or neighbours of one group.
        #expect(kept.together(bySlot: slots, groups: 40).rows == rows)
        #expect(kept.together(bySlot: (0..<40).map { Int32(($0 / 20 + 1) % 2) }, groups: 2).rows == rows)
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

/// Checks parts put together one after the other, and packed and read together, against counts by value.
func expectEqual(_ parts: [CountedValues], _ expected: [Int64: Int32]) {
    var merged = CountedValues()
    for part in parts { merged.merge(part) }
    let values = merged.settled
    #expect(values.values == expected.keys.sorted())
    #expect(values.counts == values.values.map { expected[$0] })

    var all = parts
    let packed = PackedValues(&all)
    let places = parts.indices.map(packed.range)
    var ranked = RankedCounts(of: parts.indices, in: packed) { [places[$0]] }
    let half = ranked.distribution(of: 0..<parts.count / 2)
    let counted = ValueCounts(values: values.values, counts: values.counts)
    #expect(packed.distribution(of: places) == counted)
    #expect(half == packed.distribution(of: Array(places.prefix(parts.count / 2))))
    #expect(ranked.distribution(of: parts.indices) == counted)
    #expect(packed.range(of: parts.count).isEmpty)
}
