import Tables

/// Forty other fictional forces, each with its own share of every outcome, which differ by more than chance would have
/// it; one of them charges twice as often. Like all benchmarks they follow from no seed.
enum OtherForces {
    /// The one that lies outside the funnel.
    static let apart = "Trantridge Police"

    private static let names = [
        "Abbotsea Police", "Alderworth Constabulary", "Anglebury Police", "Aldbrickham Police", "Budmouth Police",
        "Camelton Police", "Carvel Constabulary", "Castlebridge Police", "Chaseborough Police", "Christminster Police",
        "Coketown Police", "Cranford Constabulary", "Darlingside Police", "Dunmere Police", "Emminster Constabulary",
        "Exonbury Police", "Felpersham Police", "Fenmarch Police", "Greyshire Police", "Hexworthy Police",
        "Highbury Vale Police", "Holmeshire Police", "Kingsbere Constabulary", "Kirrinshire Police", "Longbourn Police",
        "Lowick Police", "Lymshire Constabulary", "Melchester Police", "Milton Shire Police", "Mowcop Police",
        "Northmoor Police", "Penhale Constabulary", "Quartershot Police", "Raveloe Police", "Sherton Police",
        "Shaston Constabulary", "Tolchurch Police", "Trantridge Police", "Weatherbury Police", "Wintoncester Police",
    ]

    static let all: [Benchmarks.Force] = {
        var random = SplitMix64(seed: 2026).stream("other forces")
        return names.map { force($0, &random) }
    }()

    /// Ten-thousandths of all outcomes, in the order of the groups compared, and of what is left.
    private static let usual = [830, 3800, 2560, 1280, 1290, 240]

    private static func force(_ name: String, _ random: inout SplitMix64) -> Benchmarks.Force {
        let recorded = random.pick(weighted: [(6_000, 2), (12_000, 4), (25_000, 3), (60_000, 1)]) + random.below(9_000)
        let assigned = recorded * random.inside(940...985) / 1000
        var weights = usual.map { $0 * (1000 + bell(90, &random)) / 1000 }
        if name == apart { weights[0] *= 2 }
        let total = weights.reduce(0, +)
        let shares = weights.map { $0 * 10_000 / total }
        let closed = shares.prefix(5).map { count(assigned, $0, &random) }
        // Of crimes recorded in the year some wait for their outcome: fewer are charged than will be.
        let positive = count(recorded, shares[0] + shares[4] * 3 / 5, &random)
        let charged = count(recorded, shares[0] * 94 / 100, &random)
        let open = count(recorded, 720 * (1000 + bell(140, &random)) / 1000, &random)
        let recordedCounts = [charged, max(positive, charged), count(recorded, shares[1], &random), open]
        return Benchmarks.Force(
            name: name, recorded: recorded, assigned: assigned, counts: recordedCounts + closed, isMostSimilar: false)
    }

    /// A share of a whole, as chance would have it.
    private static func count(_ whole: Int, _ share: Int, _ random: inout SplitMix64) -> Int {
        let variance = whole * share / 10_000 * (10_000 - share) / 10_000
        return whole * share / 10_000 + root(variance) * bell(1000, &random) / 1000
    }

    /// Nearly normal about 0 with a standard deviation of `deviation`: twelve even draws added up.
    private static func bell(_ deviation: Int, _ random: inout SplitMix64) -> Int {
        (0..<12).reduce(0) { sum, _ in sum + random.inside(-1000...1000) } * deviation / 2000
    }

    /// The whole part of a square root.
    private static func root(_ number: Int) -> Int {
        var root = 0
        while (root + 1) * (root + 1) <= number { root += 1 }
        return root
    }

    static let arc = Arc(
        number: 21, name: "one force outside the funnel", first: CivilDate(year: 2025, month: 4, day: 1),
        last: CivilDate(year: 2026, month: 3, day: 31),
        what: "of 44 forces \(apart) charges about twice as often as the others, whose shares differ by more than "
            + "chance; it alone lies far above the limits",
        expected: [("forces", .number(44))])
}
