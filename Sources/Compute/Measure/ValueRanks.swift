/// Which of some ascending values each is. Nearly all lie close to the least and are looked up by how far they are from it;
/// the others are searched for.
struct ValueRanks {
    private let values: [Int64]
    /// By distance from the least; only that of a value that is one of them says something.
    private let near: [Int32]

    /// At most so many distances there are for each value.
    private static let places = 16
    private static let mostPlaces = 1 << 18

    init(_ values: [Int64]) {
        self.values = values
        let room = min(ValueRanks.places * values.count, ValueRanks.mostPlaces)
        let span = values.isEmpty ? 0 : UInt64(bitPattern: values[values.count - 1] &- values[0])
        var near = [Int32](repeating: 0, count: span < room ? Int(span) + 1 : room)
        for (rank, value) in values.enumerated() {
            let distance = UInt64(bitPattern: value &- values[0])
            if distance >= near.count { break }
            near[Int(distance)] = Int32(rank)
        }
        self.near = near
    }

    /// The rank of a value that is one of them.
    func rank(of value: Int64) -> Int32 {
        let distance = UInt64(bitPattern: value &- values[0])
        if distance < near.count { return near[Int(distance)] }
        var (low, high) = (0, values.count)
        while low < high {
            let middle = (low + high) / 2
            if values[middle] < value { low = middle + 1 } else { high = middle }
        }
        return Int32(low)
    }
}
