import Statistics
import Testing

/// VECTORS.md section 5 and DOMAIN.md section 5.2.
@Suite("Funnels")
struct FunnelTests {
    static let forces: KeyValuePairs<String, (Double, Double)> = [
        "A": (112, 1400), "B": (95, 980), "C": (260, 4100), "D": (48, 760), "E": (410, 5200), "F": (150, 3000),
        "G": (33, 640), "H": (205, 2600), "I": (520, 8800), "J": (90, 2100),
    ]

    static func members(_ forces: KeyValuePairs<String, (Double, Double)>) throws -> [Funnel.Member] {
        try forces.map { try #require(Funnel.Member(hits: $0.value.0, count: $0.value.1)) }
    }

    @Test("Ten forces: the average, the dispersion, and what widens the limits")
    func parameters() throws {
        let funnel = try #require(Funnel(try Self.members(Self.forces)))
        #expect(funnel.average == 1923.0 / 29580)
        #expect(abs(funnel.dispersion - 7.608340) < 5e-7)
        #expect(abs(funnel.addedVariance - 0.000165314597) < 5e-13)
    }

    @Test(
        "Limits and classes of each force",
        arguments: [
            (
                "A", 0.052096, 0.077925, 0.044648, 0.085372, "high 0.025", 0.036693, 0.093327, 0.020364, 0.109656,
                "inside"
            ),
            (
                "B", 0.049574, 0.080446, 0.040673, 0.089347, "high 0.001", 0.035458, 0.094562, 0.018416, 0.111604,
                "high 0.025"
            ),
            ("C", 0.057464, 0.072557, 0.053112, 0.076909, "inside", 0.038704, 0.091316, 0.023534, 0.106486, "inside"),
            (
                "E", 0.058309, 0.071711, 0.054445, 0.075575, "high 0.001", 0.038934, 0.091086, 0.023897, 0.106123,
                "inside"
            ),
            (
                "F", 0.056188, 0.073832, 0.051100, 0.078920, "low 0.001", 0.038310, 0.091710, 0.022913, 0.107107,
                "inside"
            ),
            (
                "I", 0.059859, 0.070161, 0.056889, 0.073132, "low 0.025", 0.039289, 0.090731, 0.024456, 0.105564,
                "inside"
            ),
            (
                "J", 0.054465, 0.075555, 0.048385, 0.081636, "low 0.001", 0.037693, 0.092328, 0.021939, 0.108081,
                "inside"
            ),
        ] as [(String, Double, Double, Double, Double, String, Double, Double, Double, Double, String)])
    func limits(
        force: String, low: Double, high: Double, lowest: Double, highest: Double, plain: String, widenedLow: Double,
        widenedHigh: Double, widenedLowest: Double, widenedHighest: Double, widened: String
    ) throws {
        let members = try Self.members(Self.forces)
        let funnel = try #require(Funnel(members))
        let member = members[try #require(Self.forces.firstIndex { $0.key == force })]
        let found = [Funnel.Limits.plain, .widened].flatMap { kind in
            [NormalQuantile.z95, NormalQuantile.z998].flatMap { z in
                let limits = funnel.limits(count: member.count, z: z, kind)
                return [limits.lower, limits.upper]
            }
        }
        let expected = [
            low, high, lowest, highest, widenedLow, widenedHigh, widenedLowest, widenedHighest,
        ]
        // The table has six decimals.
        #expect(zip(found, expected).allSatisfy { abs($0 - $1) < 1.1e-6 }, "\(found)")
        #expect(funnel.place(of: member, .plain).rawValue == plain)
        #expect(funnel.place(of: member, .widened).rawValue == widened)
    }

    @Test("Where chance explains the differences the limits are not widened: UKHSA's at n = 100, p0 = 0.9")
    func plain() throws {
        let members = try Self.members(["A": (90, 100), "B": (90, 100), "C": (900, 1000)])
        let funnel = try #require(Funnel(members))
        #expect(funnel.addedVariance == 0 && funnel.dispersion == 0)
        let inner = funnel.limits(count: 100, z: NormalQuantile.z95, .widened)
        let outer = funnel.limits(count: 100, z: NormalQuantile.z998, .widened)
        #expect(abs(inner.lower - 0.8412) < 5e-5 && abs(inner.upper - 0.9588) < 5e-5)
        #expect(abs(outer.lower - 0.8073) < 5e-5 && abs(outer.upper - 0.9927) < 5e-5)
    }

    @Test("There is no funnel of one body, of none or all, nor of parts that are no share")
    func none() throws {
        #expect(Funnel(try Self.members(["A": (1, 2)])) == nil)
        #expect(Funnel(try Self.members(["A": (0, 2), "B": (0, 9)])) == nil)
        #expect(Funnel(try Self.members(["A": (2, 2), "B": (9, 9)])) == nil)
        #expect(Funnel.Member(hits: 3, count: 2) == nil)
        #expect(Funnel.Member(hits: -1, count: 2) == nil)
        #expect(Funnel.Member(hits: 0, count: 0) == nil)
    }
}
