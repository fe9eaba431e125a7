/// Which of some ascending values each is. Values are told apart by how far they are from the least, in about as many equal
/// parts of the whole way as there are values: few, most often one, are searched through.
struct ValueRanks {
    private let values: [Int64]
    /// What a distance is divided by, as a power of two.
    private let shift: Int
    /// The first rank of each part, and how many there are.
    private var starts: [Int32] = []

    init(_ values: [Int64]) {
        self.values = values
        let span = values.isEmpty ? 0 : UInt64(bitPattern: values[values.count - 1] &- values[0])
        var shift = 0
        while span >> shift > 2 * values.count { shift += 1 }
        self.shift = shift
        for (rank, value) in values.enumerated() {
            let part = part(of: value)
            while starts.count <= part { starts.append(Int32(rank)) }
        }
        starts.append(Int32(values.count))
    }

    /// The rank of a value that is one of them.
    func rank(of value: Int64) -> Int32 {
        let part = part(of: value)
        var (low, high) = (starts[part], starts[part + 1])
        while low < high {
            let middle = (low + high) / 2
            if values[Int(middle)] < value { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The difference of any two fits 64 bits without a sign.
    private func part(of value: Int64) -> Int { Int(UInt64(bitPattern: value &- values[0]) >> shift) }
}
