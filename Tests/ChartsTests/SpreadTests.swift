import Testing

@testable import Charts

@Suite("Labels that keep apart")
struct SpreadTests {
    @Test("labels with room stay where they belong")
    func apart() {
        #expect(spread([10, 40, 80], size: 15, in: 0...100) == [10, 40, 80])
    }

    @Test("two that would overlap share the way")
    func pair() {
        #expect(spread([50, 52], size: 10, in: 0...100) == [46, 56])
        #expect(spread([52, 50], size: 10, in: 0...100) == [56, 46])
    }

    @Test("at the ends they move inwards")
    func ends() {
        #expect(spread([0, 100], size: 20, in: 0...100) == [10, 90])
        #expect(spread([98, 99, 100], size: 10, in: 0...100) == [75, 85, 95])
    }

    @Test("more than there is room for are spaced evenly")
    func crowd() {
        #expect(spread([5, 5, 5, 5], size: 50, in: 0...100) == [12.5, 37.5, 62.5, 87.5])
    }

    @Test("none overlaps another, none leaves the bounds, and the order stays")
    func random() {
        var random = Random(seed: 3)
        for _ in 0..<2000 {
            let wanted = (0..<Int.random(in: 1...12, using: &random)).map { _ in
                Double.random(in: -50...300, using: &random)
            }
            let found = spread(wanted, size: 15, in: 0...220)
            let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
            for (left, right) in zip(order, order.dropFirst()) {
                #expect(found[right] - found[left] >= 15 - 1e-9)
            }
            #expect(found.allSatisfy { $0 >= 7.5 - 1e-9 && $0 <= 212.5 + 1e-9 })
        }
    }

    @Test("words are cut with an ellipsis and wrapped at spaces, within their width")
    func words() {
        #expect(fitted("short", to: 200, size: 12) == "short")
        let cut = fitted("Prosecution prevented or not in the public interest", to: 120, size: 12)
        #expect(cut.hasSuffix("…") && textWidth(cut, size: 12) <= 120)
        let lines = wrapped("one two three four five six seven eight nine ten", to: 60, size: 12, lines: 2)
        #expect(lines.count == 2 && lines[1].hasSuffix("…"))
        #expect(lines.allSatisfy { textWidth($0, size: 12) <= 60 })
        #expect(wrapped("", to: 60, size: 12, lines: 2) == [])
    }
}
