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

    @Test("Counts take more room where one is too great for a byte or for two, and none is lost on the way")
    func growing() {
        var found = ClassCounts(classes: 5)
        found.makeRoom(for: 300)
        var expected = [[Int32]](repeating: [0, 0], count: 300)
        let cells: [(slot: Int32, code: Int32, rows: Int32)] =
            (0..<300).map { (Int32($0), Int32($0 % 2), 200) }
            + [(7, 1, 55), (8, 0, 56), (9, 1, 65_335), (9, 1, 1), (10, 0, 70_000), (299, 1, 2_000_000_000)]
        for cell in cells {
            found.add([.init(slot: cell.slot, code: cell.code, rows: cell.rows)], as: [2, 4])
            expected[Int(cell.slot)][Int(cell.code)] += cell.rows
        }
        var atOnce = ClassCounts(classes: 5)
        atOnce.makeRoom(for: 300)
        atOnce.add(cells.map { .init(slot: $0.slot, code: $0.code, rows: $0.rows) }, as: [2, 4])
        #expect((0..<300).map { Array(found.counts(in: $0)) } == expected)
        #expect((0..<300).map { Array(atOnce.counts(in: $0)) } == expected)

        // Bytes, two bytes and four put together either way.
        var small = ClassCounts(classes: 5)
        small.makeRoom(for: 300)
        small.add((0..<300).map { .init(slot: $0, code: 0, rows: 99) }, as: [4])
        let slots = (0..<300).map { Int32(299 - $0) }
        var mine = small
        mine.merge(atOnce, slots: slots)
        var theirs = atOnce
        theirs.merge(small, slots: slots)
        #expect((0..<300).map { mine.count(4, in: $0) } == (0..<300).map { 99 + expected[299 - $0][1] })
        #expect((0..<300).map { mine.count(2, in: $0) } == (0..<300).map { expected[299 - $0][0] })
        #expect((0..<300).map { theirs.count(4, in: $0) } == (0..<300).map { 99 + expected[$0][1] })

        let totals = theirs.runningTotals(over: [9, 10, 9])
        #expect(theirs.present == [2, 4])
        #expect(totals == [0, 0, 0, 65_635, 70_200, 65_734, 70_200, 131_369])
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
