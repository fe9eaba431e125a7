import Definitions
import Tables
import Testing

@testable import Compute

@Suite("Tallies by words")
struct TableTallyTests {
    @Test("Every row counts as it does by itself, whatever number of words is held", arguments: [0, 7, 4096])
    func rows(manyWords: Int) async throws {
        let input = try Fixture.catalogue().input(
            IdentityTests.randomCalls(3000, seed: 11), rejected: 40, asOf: "2026-05-15")
        let plans = planFigures(input.definition.figures, input).plans
        let engine = try await buildEngine(input, for: plans, rules: [])
        let spaces = engine.spaces(for: plans, membersByMonth: true)
        for name in Set(spaces.map(\.table)).sorted() {
            let mine = spaces.filter { $0.table == name }
            let table = try engine.table(name)
            var tally = TableTally(TableCounting(plans, mine), plans, manyWords: manyWords)
            for first in stride(from: 0, to: table.rowCount, by: 500) {
                try tally.add(Batch(engine, table, .range(first..<min(first + 500, table.rowCount))))
            }
            try expect(tally.finished(), of: Batch(engine, table, .range(0..<table.rowCount)), plans, mine)
        }
    }

    /// Checks counts against the classes of single rows.
    private func expect(_ found: [SpaceTally], of rows: Batch, _ plans: [FigurePlan], _ spaces: [Space]) throws {
        for (space, found) in zip(spaces, found) {
            let keys = try RowGroups(space, in: rows).keys
            for (plan, firstTally) in space.figures {
                let classes = try classes(of: plans[plan], in: rows)
                for tally in plans[plan].tallies(by: space.dimension).indices {
                    let counted = found.tallies[firstTally + tally].counts
                    var expected = [Int32](repeating: 0, count: found.keys.count * counted.classes)
                    for row in keys.indices where classes[tally][row] != RowClass.outside {
                        let slot = try #require(found.keys.firstIndex(of: keys[row]))
                        expected[slot * counted.classes + Int(classes[tally][row])] += 1
                    }
                    let all = found.keys.indices.flatMap { slot in
                        (0..<counted.classes).map { counted.count($0, in: slot) }
                    }
                    #expect(all == expected)
                }
            }
        }
    }

    @Test("Cells count as a dictionary would", arguments: [1, 2, 3])
    func cells(seed: UInt64) {
        var random = SplitMix(state: seed)
        var cells = CellCounts()
        var expected: [[Int]: Int32] = [:]
        let numbers = (0..<90).map { Int32($0 * 7 % 90) }
        for batch in 1...100 {
            // More groups and words with every batch, and every third row counts nowhere.
            let slots = (0..<50).map { _ in Int32(random.next(batch)) }
            let codes = (0..<50).map { _ in Int32(random.next(min(90, batch))) }
            let rows = (0..<50 as Range<Int32>).filter { $0 % 3 != 0 }
            cells.count(rows, slots: slots, codes: codes, numbers: numbers, groups: batch)
            for row in rows {
                expected[[Int(slots[Int(row)]), Int(numbers[Int(codes[Int(row)])])], default: 0] += 1
            }
        }
        var found: [[Int]: Int32] = [:]
        cells.forEach { slot, code, rows in found[[slot, code]] = rows }
        #expect(found == expected)
    }

    @Test("Days of rows are kept by stretches, and groups are found whatever the order of rows")
    func groups() async throws {
        let input = try Fixture.catalogue().input(IdentityTests.randomCalls(400, seed: 2), asOf: "2026-05-15")
        let plans = planFigures(input.definition.figures, input).plans
        let engine = try await buildEngine(input, for: plans, rules: [])
        let spaces = engine.spaces(for: plans, membersByMonth: true)
        for space in spaces {
            let table = try engine.table(space.table)
            let batch = Batch(engine, table, .range(0..<table.rowCount))
            let groups = try RowGroups(space, in: batch)
            #expect(
                zip(groups.stretches, groups.stretches.dropFirst()).allSatisfy { $0.day != $1.day && $0.end < $1.end })
            #expect(groups.keys.count == table.rowCount)
            let rows = (0..<Int32(table.rowCount)).filter { $0 % 5 != 1 }
            var slots = GroupSlots()
            let found = slots.slots(of: groups, rows)
            for row in rows { #expect(slots.keys[Int(found[Int(row)])] == groups.keys[Int(row)]) }
            #expect(Set(rows.map { found[Int($0)] }).count == slots.keys.count)
        }
    }

    @Test("A batch's words have the numbers that they have one by one, and new ones are told")
    func batches() {
        var words = WordNumbers()
        var codes: [Int32] = [0, 0, 1, 0, 1]
        #expect(words.number([7, 9, 7, 7, 7], after: &codes) == [0, 1, 2])
        #expect(codes == [0, 1, 2, 0, 2])
        #expect(words.number([9, 5], after: &codes) == [1])
        #expect(codes[0...1] == [1, 3])
    }

    @Test("Words and groups keep their numbers while their tables grow")
    func numbers() {
        var random = SplitMix(state: 4)
        var words = WordNumbers()
        var groups = GroupSlots()
        var known: [[UInt64]: Int32] = [:]
        for _ in 0..<3000 {
            let (word, before) = (UInt64(random.next(400)) << 40, Int32(random.next(3)))
            let number = words.number(of: word, after: before)
            #expect(number == known[[word, UInt64(before)], default: Int32(known.count)])
            known[[word, UInt64(before)]] = number
            let slot = groups.slot(
                of: GroupKey(day: Int32(word >> 40), member: Missing.integer, value: Int64(before)))
            #expect(slot == number)
        }
        #expect(words.count == known.count && groups.keys.count == known.count)
    }

    @Test("Whole seconds that lie close together, apart, or not on the second are all counted", arguments: [1, 2, 3])
    func seconds(seed: UInt64) {
        var random = SplitMix(state: seed)
        var expected: [Int64: Int32] = [:]
        var parts = (0..<4).map { _ in CountedValues() }
        for _ in 0..<6000 {
            let value =
                switch random.next(40) {
                case 0: Int64(random.next(100_000)) * 1000
                case 1: -Int64(random.next(50)) * 1000
                case 2 where seed > 1: Int64(random.next(300_000))
                default: Int64(random.next(200)) * 1000
                }
            expected[value, default: 0] += 1
            parts[random.next(4)].add(value)
        }
        expectEqual(parts, expected)
    }

    @Test("Values of rows together are counted as one by one", arguments: [1, 2, 3])
    func together(seed: UInt64) {
        var random = SplitMix(state: seed)
        var expected: [Int64: Int32] = [:]
        var part = CountedValues()
        for _ in 0..<60 {
            let values = (0..<100).map { _ in
                switch random.next(30) {
                case 0: Int64.max - Int64(random.next(2))
                case 1: -Int64(random.next(5)) * 1000
                case 2 where seed > 1: Int64(random.next(3000))
                default: Int64(random.next(90)) * 1000
                }
            }
            let kept = KeptValues(rows: (0..<100).filter { $0 % 3 > 0 }, isDoubtful: false, values: values)
            part.add(kept, 10..<kept.rows.count)
            for row in kept.rows.dropFirst(10) { expected[values[Int(row)], default: 0] += 1 }
        }
        expectEqual([part], expected)
    }

    @Test("Places are those that are marked")
    func marked() {
        let marks: [UInt8] = [1, 0, 0, 1, 1, 0]
        #expect(places(marked: marks) == [0, 3, 4])
        #expect(places([5, 4, 4, 1, 0], marked: marks) == [1, 2, 4])
        #expect(places([], marked: marks) == [] && places(marked: []) == [])
    }
}
