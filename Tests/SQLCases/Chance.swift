/// SplitMix64: the same choices for the same seed, on every machine.
struct Chance {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to, and not with, the limit.
    mutating func below(_ limit: Int) -> Int { limit > 0 ? Int(next() % UInt64(limit)) : 0 }

    mutating func holds(_ share: Double) -> Bool { Double(next() % 1_000_000) < share * 1_000_000 }

    mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }
}
