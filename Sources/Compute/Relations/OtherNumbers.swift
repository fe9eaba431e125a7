/// Numbers of groups that as a rule are those of others: only where they differ they are kept.
struct OtherNumbers: Sendable {
    private var few: [Int32: Int32] = [:]
    /// All of them, where many differ.
    private var all: GroupNumbers?

    /// Up to that part of all groups a table of those that differ takes less.
    private static let part = 16

    init(_ numbers: GroupNumbers, insteadOf usual: GroupNumbers) {
        for group in 0..<numbers.count where numbers[group] != usual[group] {
            if few.count * OtherNumbers.part > numbers.count {
                (few, all) = ([:], numbers)
                return
            }
            few[Int32(group)] = numbers[group]
        }
    }

    /// The number of a group; nothing where it is the usual one.
    subscript(group: Int) -> Int32? { all.map { $0[group] } ?? few[Int32(group)] }
}
