import Testing

@testable import Compute

@Suite("Counts by class")
struct ClassCountsTests {
    private func counts(_ cells: [(slot: Int32, code: Int32, rows: Int32)], as classes: [UInt8]) -> ClassCounts {
        var counts = ClassCounts(classes: 20)
        counts.makeRoom(for: 3)
        counts.add(cells.map { .init(slot: $0.slot, code: $0.code, rows: $0.rows) }, as: classes)
        return counts
    }

    @Test("Rows are counted under their class; those outside are not, and classes without rows have no room")
    func counting() {
        var found = counts([(0, 0, 5), (0, 1, 2), (2, 1, 3), (2, 2, 9)], as: [14, 1, RowClass.outside])
        #expect(found.present == [1, 14])
        #expect((0..<3).map { Array(found.counts(in: $0)) } == [[2, 5], [0, 0], [3, 0]])
        #expect((0..<3).map { found.count(1, in: $0) } == [2, 0, 3])
        #expect(found.count(2, in: 0) == 0)

        // Another class later, and another slot.
        found.makeRoom(for: 4)
        found.add([.init(slot: 3, code: 0, rows: 7), .init(slot: 0, code: 1, rows: 1)], as: [2, 1])
        #expect(found.present == [1, 14, 2])
        #expect((0..<4).map { Array(found.counts(in: $0)) } == [[3, 5, 0], [0, 0, 0], [3, 0, 0], [0, 0, 7]])
    }

    @Test("Counts of others are added where their slots and classes are here")
    func merging() {
        var mine = counts([(0, 0, 5), (1, 0, 6)], as: [2])
        let others = counts([(0, 0, 1), (1, 1, 4), (2, 0, 8)], as: [1, 2])
        mine.merge(others, slots: [1, 0, 2])
        #expect((0..<3).map { mine.count(2, in: $0) } == [9, 6, 0])
        #expect((0..<3).map { mine.count(1, in: $0) } == [0, 1, 8])
        #expect(ClassCounts(classes: 3).count(2, in: 0) == 0)
    }

    @Test("Values near the least and far from it have their ranks")
    func ranks() {
        let values: [Int64] = [-40, -39, 7, 8, 1_000_000, .max - 50]
        let ranks = ValueRanks(values)
        #expect(values.map { ranks.rank(of: $0) } == [0, 1, 2, 3, 4, 5])
        #expect(ValueRanks([.min, 0, .max]).rank(of: .max) == 2)
        #expect(ValueRanks([3]).rank(of: 3) == 0)
    }
}
