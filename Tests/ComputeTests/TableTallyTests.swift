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
            let keys = try groupKeys(of: space, in: rows)
            for (plan, firstTally) in space.figures {
                let classes = try classes(of: plans[plan], in: rows)
                for tally in plans[plan].tallies(by: space.dimension).indices {
                    let counted = found.tallies[firstTally + tally]
                    var expected = [Int32](repeating: 0, count: counted.counts.count)
                    for row in keys.indices where classes[tally][row] != RowClass.outside {
                        let slot = try #require(found.keys.firstIndex(of: keys[row]))
                        expected[slot * counted.classes + Int(classes[tally][row])] += 1
                    }
                    #expect(counted.counts == expected)
                }
            }
        }
    }

    @Test("Cells count and add up as a dictionary would", arguments: [1, 2, 3])
    func cells(seed: UInt64) {
        var random = SplitMix(state: seed)
        var cells = CellCounts(summed: 2)
        var expected: [[Int]: [Int64]] = [:]
        // Rows below zero are in no group; those of words with an odd number are not added up a second time.
        let isSummed = [(0..<90).map { _ in true }, (0..<90).map { $0 % 2 == 0 }]
        for _ in 0..<100 {
            let slots = (0..<50).map { _ in Int32(random.next(41)) - 1 }
            let codes = (0..<50).map { _ in Int32(random.next(1 + random.next(90))) }
            let values = [slots.map { _ in Int64(random.next(1000)) }, slots.map { _ in Int64(random.next(9)) - 4 }]
            let found = cells.count(slots: slots, codes: codes, isSummed: isSummed[0])
            #expect(zip(found, slots).allSatisfy { ($0 < 0) == ($1 < 0) })
            for sum in 0..<2 {
                cells.add(values[sum], sum: sum, cells: found, codes: codes, isSummed: isSummed[sum])
            }
            for row in slots.indices where slots[row] >= 0 {
                let group = [Int(slots[row]), Int(codes[row])]
                let known = expected[group] ?? [0, 0, 0]
                expected[group] = [
                    known[0] + 1, known[1] + values[0][row],
                    known[2] + (codes[row] % 2 == 0 ? values[1][row] : 0),
                ]
            }
        }
        var found: [[Int]: [Int64]] = [:]
        cells.forEach { slot, code, cell in
            found[[slot, code]] = [
                Int64(cells.counts[cell]), cells.sum(0, cell: cell), cells.sum(1, cell: cell),
            ]
        }
        #expect(found == expected)
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
}
