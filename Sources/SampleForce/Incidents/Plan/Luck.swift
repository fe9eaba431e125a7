/// Deals who is reached in time evenly over each kind of log, so that a month shows what was planned for it and not how
/// the dice fell.
struct Luck {
    private var places: [Int]

    init(_ random: inout SplitMix64) {
        places = (0..<10).map { _ in random.below(10_000) }
    }

    /// 0 to 9,999. The step, near the golden section, spreads any run of them.
    mutating func deal(_ grade: Grade, isDomestic: Bool) -> Int {
        let kind = (grade - 1) * 2 + (isDomestic ? 1 : 0)
        places[kind] = (places[kind] + 6181) % 10_000
        return places[kind]
    }
}
