import Testing

@testable import Compute

@Suite("Numbers of groups")
struct GroupNumbersTests {
    /// So many rows of each group.
    private static func numbers(_ counts: [Int32]) -> GroupNumbers {
        var numbers = GroupNumbers(groups: counts.count)
        for (group, count) in counts.enumerated() {
            numbers.count(Array(repeating: Int32(group), count: Int(count)), nil)
        }
        return numbers
    }

    @Test("What two tasks have counted is added, whether it fits into bytes or not")
    func add() {
        let parts: [[Int32]] = [
            [0, 255, 7, 100], [0, 0, 1, 155], [3, 1, 0, 156], [300, 2, 0, 255], [1, 1000, 0, 255],
        ]
        for one in parts {
            for other in parts {
                var sum = GroupNumbersTests.numbers(one)
                sum.add(GroupNumbersTests.numbers(other))
                #expect((0..<4).map { sum[$0] } == zip(one, other).map { $0 + $1 })
                #expect(sum.of([3, -1, 0, -2]) == [one[3] + other[3], -1, one[0] + other[0], -1])
                #expect(sum.count == 4)
            }
        }
    }

    @Test("Others are kept where they differ, few or many", arguments: [0, 1, 62, 63, 64, 500, 1000])
    func others(differing: Int) {
        let usual = (0..<1000).map { Int32($0 % 300) }
        // Every fourth group first, then those between them.
        let changed = Set((0..<1000).sorted { ($0 % 4, $0) < ($1 % 4, $1) }.prefix(differing))
        let wanted = usual.indices.map { usual[$0] + (changed.contains($0) ? 1 : 0) }
        let others = OtherNumbers(GroupNumbers(wanted), insteadOf: GroupNumbersTests.numbers(usual))
        #expect(usual.indices.map { others[$0] ?? usual[$0] } == wanted)
    }
}
