import Statistics
import Testing

/// VECTORS section 4, and bounds worked by hand.
@Suite("Survival medians")
struct SurvivalTests {
    /// Observations as they are written: `6+` had not ended after 6 days.
    static func counts(_ text: String) -> (ended: ValueCounts, unended: ValueCounts) {
        var ended: [Int64: Int32] = [:]
        var unended: [Int64: Int32] = [:]
        for word in text.split(separator: " ") {
            if word.hasSuffix("+") {
                unended[Int64(word.dropLast()) ?? -1, default: 0] += 1
            } else {
                ended[Int64(word) ?? -1, default: 0] += 1
            }
        }
        return (counts(ended), counts(unended))
    }

    private static func counts(_ byValue: [Int64: Int32]) -> ValueCounts {
        let values = byValue.keys.sorted()
        return ValueCounts(values: values, counts: values.map { byValue[$0] ?? 0 })
    }

    @Test(
        "Worked examples",
        arguments: [
            ("6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+", 23),
            ("1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23", 8),
            ("1 2 3 4", 2),
            ("2 5 5+ 8 11+ 14 14+ 20+ 21 30+", 21),
            ("5 5+ 9 9+", 9),
            ("0 0 0 4+", 0),
            ("1 2+ 3+ 4+ 5+", nil),
            ("3+ 4+", nil),
            ("", nil),
            // One of two has ended: one half exactly.
            ("7 7+", 7),
            // 2/3 · 3/4 is one half, though not in binary fractions.
            ("1 1 2 3+ 3+ 3+", 2),
        ] as [(String, Int64?)])
    func worked(observations: String, median: Int64?) {
        let (ended, unended) = Self.counts(observations)
        #expect(survivalMedian(ended: ended, unended: unended) == median)
    }

    @Test(
        "Rows of unknown length ended at once, or never",
        arguments: [
            // 4/6, then 3/6 · 5/6, 4/6, 3/6.
            ("1 2 3 4", 2, 1, 3),
            ("1 2 3 4", 4, 0, 4),
            // 5 of 9 never end.
            ("1 2 3 4", 5, 0, nil),
            // The known day 0 and the further one together: 3/5, then 2/5 · 4/5, 3/5, 2/5.
            ("0 5 9 9+", 1, 5, 9),
            ("", 1, 0, nil),
            ("3+ 4+", 1, nil, nil),
        ] as [(String, Int, Int64?, Int64?)])
    func bounds(observations: String, unknown: Int, lowest: Int64?, highest: Int64?) {
        let (ended, unended) = Self.counts(observations)
        #expect(survivalMedian(ended: ended, unended: unended, atOnce: unknown) == lowest)
        #expect(survivalMedian(ended: ended, unended: unended, never: unknown) == highest)
    }

    @Test("Without unfinished rows it is the lower middle value", arguments: 1...40)
    func complete(count: Int) {
        var random = UInt64(count) &* 0x9E37_79B9_7F4A_7C15
        let values = (0..<count).map { _ -> Int64 in
            random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int64(random >> 33) % 50
        }.sorted()
        let distinct = Set(values).sorted()
        let ended = ValueCounts(values: distinct, counts: distinct.map { value in Int32(values.count { $0 == value }) })
        let none = ValueCounts(values: [], counts: [])
        #expect(survivalMedian(ended: ended, unended: none) == values[(count + 1) / 2 - 1])
    }
}
