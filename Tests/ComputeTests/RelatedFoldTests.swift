import Expressions
import Tables
import Testing

@testable import Compute

@Suite("Related rows counted and chosen in one pass")
struct RelatedFoldTests {
    @Test("Codes between those of a key, and beyond them, are in no group")
    func codeGroups() {
        let groups = RelationGroups([.codes([7, Missing.code, 5, 9, 7])])
        #expect(groups.count == 5)
        #expect((0..<5).map { groups.group(ofRow: $0) } == [2, -1, 0, 4, 2])
        #expect(groups.groups(of: [.codes([4, 5, 7, 8, 10, Missing.code])]) == [-1, 0, 2, 3, -1, -2])
        #expect(RelationGroups([.codes([Missing.code])]).groups(of: [.codes([3])]) == [-1])
    }

    @Test("Codes far apart, whole numbers and keys of several columns are numbered in order of first use")
    func otherGroups() {
        let distant = RelationGroups([.codes([900_000, 3, 900_000])])
        #expect(distant.groups(of: [.codes([3, 4, 900_000])]) == [1, -1, 0])
        let pairs = RelationGroups([.codes([5, 6, 5, 5]), .integers([1, 1, 1, Missing.integer])])
        #expect((0..<4).map { pairs.group(ofRow: $0) } == [0, 1, 0, -1])
        #expect(
            pairs.groups(of: [.codes([6, 5, 5, 7, Missing.code]), .integers([1, 2, Missing.integer, 1, 1])])
                == [1, -1, -2, -1, -2])
    }

    @Test("A fold finds what a look at every row finds", arguments: [1, 2, 3, 4])
    func bruteForce(seed: UInt64) async throws {
        var random = SplitMix(state: seed)
        let count = 20_000
        let keys = (0..<count).map { _ in Int32(random.next(500)) - 1 }
        let times = (0..<count).map { _ in random.next(9) == 0 ? Missing.seconds : Int32(random.next(40)) }
        let steps = (0..<count).map { _ in random.next(9) == 0 ? Missing.integer : Int64(random.next(3)) }
        var target = EngineTable(
            name: "children", definition: nil, parent: nil, parentRows: nil, rowCount: count,
            rejected: (0..<count).map { _ in seed > 2 && random.next(8) == 0 ? 1 : 0 }, expressions: [:], stored: [:])
        if seed == 4 { target.isDoubtful = (0..<count).map { _ in random.next(8) == 0 } }
        let accepted = seed == 1 ? [] : (0..<count).map { _ in random.next(3) > 0 }
        let groups = RelationGroups([.codes(keys)])
        for orders in [[], [Column.seconds(times)], [Column.seconds(times), .integers(steps)]] {
            let rows = FoldedRows(groups, target, accepted: accepted, orders: orders)
            for withUncertain in [false, true] {
                var members: [Int32: [Int]] = [:]
                for row in 0..<count where keys[row] >= 0 && (accepted.isEmpty || accepted[row]) {
                    if withUncertain || target.isCertain(Int32(row)) { members[keys[row], default: []].append(row) }
                }
                func ranks(_ row: Int) -> [Int64] { orders.map { $0.integer(at: row) } + [Int64(row)] }
                let ordered = members.mapValues { rows in
                    rows.filter { !ranks($0).contains(Missing.integer) }
                        .sorted { ranks($0).lexicographicallyPrecedes(ranks($1)) }
                }
                let least = keys.filter { $0 >= 0 }.min() ?? 0
                let expected = (0..<Int32(groups.count)).map { group in
                    let (all, known) = (members[group + least] ?? [], ordered[group + least] ?? [])
                    return [Int32(all.count), Int32(known.first ?? -1), Int32(known.last ?? -1)]
                }
                #expect(groups.count > 400)
                for jobs in [1, 3] {
                    let counts = try await rows.folded(.count, withUncertain: withUncertain, jobs: jobs)
                    let first = try await rows.folded(.first(by: []), withUncertain: withUncertain, jobs: jobs)
                    let last = try await rows.folded(.last(by: []), withUncertain: withUncertain, jobs: jobs)
                    #expect(expected == (0..<groups.count).map { [counts[$0], first[$0], last[$0]] })
                }
            }
        }
    }

    private static let tables = """
        table: calls_made
        from: source.visits
        time: made_at
        relations:
          others: { to: source.visits, match: person, order: [made_at, step] }
        columns:
          any_alone: any(others o where o.step = 1)
          any_by_own: any(others o where o.step = 1 and o.made_at < made_at + 9000 h)
          count_alone: count(others o where o.step <> 1)
          count_by_own: count(others o where o.step <> 1 and o.visit_id <> visit_id or o.step <> 1 and o.visit_id = visit_id)
          first_alone: first(others o where o.step > 0).made_at
          first_by_own: first(others o where o.step > 0 and o.made_at < made_at + 9000 h).made_at
          last_alone: last(others o where o.step > 0).made_at
          last_by_own: last(others o where o.step > 0 and o.made_at < made_at + 9000 h).made_at
        """

    @Test("A condition that also reads the own row, and is always true of it, changes nothing")
    func ownRow() async throws {
        let schema = """
            schema: visits
            key: [visit_id]
            time: made_at
            columns:
              visit_id: { type: id, required: true }
              person: { type: text }
              made_at: { type: time, required: true }
              step: { type: int, absent: null }
            """
        let kpis = """
            defaults: { table: calls_made, period: made_at }
            kpis:
            - { id: Q81, name: Any alone, share: any_alone, unit: percent }
            - { id: Q82, name: Any by own, share: any_by_own, unit: percent }
            - { id: Q83, name: Count alone, sum: count_alone, unit: visits }
            - { id: Q84, name: Count by own, sum: count_by_own, unit: visits }
            - { id: Q85, name: First alone, mean: "elapsed(first_alone, made_at)", unit: hours }
            - { id: Q86, name: First by own, mean: "elapsed(first_by_own, made_at)", unit: hours }
            - { id: Q87, name: Last alone, mean: "elapsed(made_at, last_alone)", unit: hours }
            - { id: Q88, name: Last by own, mean: "elapsed(made_at, last_by_own)", unit: hours }
            """
        var random = SplitMix(state: 5)
        let visits = (0..<600).map { number in
            let hour = 10 + random.next(10)
            let step = random.next(4)
            return [
                "visit_id": "\(number)", "person": random.next(20) == 0 ? "" : "p\(random.next(90))",
                "made_at": "2026-03-\(10 + random.next(18)) \(hour):00:00", "step": step == 3 ? "" : "\(step)",
            ]
        }
        let fixture = try Fixture(schema: schema, tables: Self.tables, kpis: kpis)
        let input = try fixture.input(visits, of: "visits", rejected: 60, unreadable: 5)
        for (alone, own) in [("Q81", "Q82"), ("Q83", "Q84"), ("Q85", "Q86"), ("Q87", "Q88")] {
            let left = try #require(try await fixture.row(input, alone, nil, "2026-03"))
            let right = try #require(try await fixture.row(input, own, nil, "2026-03"))
            #expect(left.value != nil && left.value != 0)
            #expect(left.value == right.value)
            #expect(left.lowest == right.lowest)
            #expect(left.highest == right.highest)
        }
    }
}
