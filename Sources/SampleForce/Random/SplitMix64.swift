/// The only source of chance: Steele, Lea and Flood's SplitMix64, the same numbers on every machine.
struct SplitMix64 {
    private var state: UInt64
    private let seed: UInt64

    init(seed: UInt64) {
        state = seed
        self.seed = seed
    }

    /// A stream of its own for one purpose, so that a change in one part moves no other.
    func stream(_ purpose: String) -> SplitMix64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in purpose.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return SplitMix64(seed: seed ^ hash)
    }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    /// 0 to `count` - 1.
    mutating func below(_ count: Int) -> Int {
        Int((next() >> 33) % UInt64(count))
    }

    mutating func inside(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + below(range.count)
    }

    /// Yes with a chance given in ten-thousandths.
    mutating func chance(_ tenThousandths: Int) -> Bool {
        below(10_000) < tenThousandths
    }

    mutating func pick<Element>(_ choices: [Element]) -> Element {
        choices[below(choices.count)]
    }

    /// One of the values, each as often as its weight says.
    mutating func pick<Element>(weighted choices: [(Element, Int)]) -> Element {
        var place = below(choices.reduce(0) { $0 + $1.1 })
        for (value, weight) in choices {
            place -= weight
            if place < 0 { return value }
        }
        return choices[choices.count - 1].0
    }

    mutating func shuffle<Element>(_ values: inout [Element]) {
        for place in stride(from: values.count - 1, to: 0, by: -1) { values.swapAt(place, below(place + 1)) }
    }
}
