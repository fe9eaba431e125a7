import Expressions
import Tables
import Testing

@testable import Compute

@Suite("Related rows added up stretch by stretch")
struct GroupedRowsTests {
    @Test("Codes of one block lie side by side, and blocks without any take no room")
    func pages() {
        var pages = GroupPages()
        #expect(pages.group(of: 5000) == 904)
        #expect(pages.group(of: 4096) == 0)
        #expect(pages.group(of: 3) == 1027)
        #expect(pages.count == 2048)
        #expect([5000, 4097, 3, 2000, 9000, -1].map { pages.existingGroup(of: $0) } == [904, 1, 1027, -1, -1, -1])
        #expect(pages.groups(of: [4, Missing.code, 9216, 4096]) == [1028, -1, 2048, 0])
    }

    @Test(
        "Whatever the order of the stretches, it is what a look at every row finds", arguments: [1, 2, 3] as [UInt64])
    func bruteForce(seed: UInt64) {
        var random = SplitMix(state: seed)
        let count = 5000
        // One group has more rows than a byte counts.
        let groups = (0..<count).map { _ in random.next(4) == 0 ? 7 : Int32(random.next(300)) - 1 }
        let isChosen = (0..<count).map { _ in random.next(3) > 0 }
        let times = (0..<count).map { _ in random.next(9) == 0 ? Missing.integer : Int64(random.next(30)) * 1000 }
        let steps = (0..<count).map { _ in random.next(9) == 0 ? Missing.integer : Int64(random.next(3)) }
        let others = (0..<count).map { _ in Int64(random.next(1000)) }
        let all = ["time": times, "step": steps, "other": others]
        var stretches = stride(from: 0, to: count, by: 170).map { $0..<min($0 + 170, count) }
        for place in stretches.indices { stretches.swapAt(place, random.next(place + 1)) }
        // Whole seconds in four bytes, until a stretch has none.
        func column(_ name: String, _ stretch: Range<Int>, _ place: Int) -> Column {
            let values = Array(all[name]?[stretch] ?? [])
            guard name == "time", place < 20 else { return .integers(values) }
            return .seconds(values.map { $0 == Missing.integer ? Missing.seconds : Int32($0 / 1000) })
        }
        for (order, choosesAll) in [([], true), (["time"], true), (["time"], false), (["time", "step"], false)] {
            for read in [["time"], ["time", "other"]] where !(order.isEmpty && read == ["time"]) {
                let columns = order + read.filter { !order.contains($0) }
                for kind in [RelatedFold.Key.Kind.count, .first(by: order), .last(by: order)] {
                    let kept = kind == .count ? [] : columns
                    let key = RelatedFold.Key(groups: .init(target: "", columns: []), kind: kind, condition: nil)
                    var rows = GroupedRows(key, columns: kept)
                    rows.reserve(299)
                    for (place, stretch) in stretches.enumerated() {
                        rows.add(
                            Array(groups[stretch]), choosesAll ? nil : Array(isChosen[stretch]),
                            kept.map { column($0, stretch, place) }, place: Int64(stretch.lowerBound))
                    }
                    let counts = kind == .count ? rows.counts.of(Array(-1..<299)) : []
                    #expect(kind != .count || counts[0] == -1)
                    for group in 0..<299 {
                        let mine = groups.indices.filter {
                            groups[$0] == Int32(group) && (choosesAll || isChosen[$0])
                        }
                        if kind == .count {
                            #expect(Int(rows.counts[group]) == mine.count)
                            #expect(Int(counts[group + 1]) == mine.count)
                            continue
                        }
                        func ranks(_ row: Int) -> [Int64] { order.map { all[$0]?[row] ?? 0 } + [Int64(row)] }
                        let ordered = mine.filter { !ranks($0).contains(Missing.integer) }
                            .sorted { ranks($0).lexicographicallyPrecedes(ranks($1)) }
                        let chosen = kind == .first(by: order) ? ordered.first : ordered.last
                        let found = rows.keptColumns.mapValues { $0.integer(at: group) }
                        for column in kept {
                            #expect(found[column] == chosen.flatMap { all[column]?[$0] } ?? Missing.integer)
                        }
                    }
                }
            }
        }
    }
}
