/// How many contacts of each kind a month has.
struct Volumes {
    let scale: Int
    /// No planted faults, so none of the calls at clock changes either.
    let isClean: Bool

    /// Relative demand from January to December.
    private static let season = [97, 90, 98, 98, 102, 104, 109, 108, 100, 101, 97, 103]

    func count(_ usual: Int, in month: Month, _ random: inout SplitMix64) -> Int {
        let expected = usual * scale * Volumes.season[month.month - 1]
        return (expected * (1000 + random.inside(-15...15)) + 50_000) / 100_000
    }
}
