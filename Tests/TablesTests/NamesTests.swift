import Tables
import Testing

@Suite("Names")
struct NamesTests {
    @Test("Each distinct text has one number, in order of first use")
    func numbering() {
        var names = Names()
        #expect(names.code(of: "b") == 0)
        #expect(names.code(of: "a") == 1)
        #expect(names.code(of: "b") == 0)
        #expect(names.text(of: 1) == "a")
        #expect(names.existingCode(of: "c") == nil)
        #expect(names.count == 2)
    }

    @Test("Texts that Swift calls equal but whose bytes differ stay apart")
    func bytes() {
        var names = Names()
        #expect(names.code(of: "caf\u{e9}") != names.code(of: "cafe\u{301}"))
    }

    @Test("Growing keeps every number")
    func growing() {
        var names = Names()
        for number in 0..<20_000 { _ = names.code(of: "name \(number)") }
        for number in stride(from: 0, to: 20_000, by: 7) {
            #expect(names.existingCode(of: "name \(number)") == Int32(number))
            #expect(names.text(of: Int32(number)) == "name \(number)")
        }
    }

    @Test("Another table's texts keep their order; part of an array is a text like any other")
    func merging() {
        var names = Names()
        #expect(names.code(of: "b") == 0)
        var others = Names()
        let text = Array("axbyab".utf8)
        #expect(others.code(of: text.span.extracting(0..<1)) == 0)
        #expect(others.code(of: text.span.extracting(2..<3)) == 1)
        #expect(others.code(of: text.span.extracting(4..<6)) == 2)
        #expect(others.code(of: text.span.extracting(0..<0)) == 3)
        #expect(names.codes(of: others) == [1, 0, 2, 3])
        #expect((0..<4).map { names.text(of: $0) } == ["b", "a", "ab", ""])
    }

    @Test("Texts of every length stay apart by their last byte and by length")
    func lengths() {
        var names = Names()
        let text = Array(repeating: UInt8(0), count: 40)
        for length in 0...40 { #expect(names.code(of: text[..<length]) == Int32(length)) }
        for length in 1...40 {
            var other = Array(text[..<length])
            other[length - 1] = 1
            #expect(names.code(of: other[...]) == Int32(40 + length))
        }
    }

    @Test("A page numbers all thousand texts of a stem one after the other, whichever way they come")
    func pages() {
        var names = Names()
        #expect(names.code(of: "A12") == 0)
        let stem = Array("I2026".utf8)
        let first = names.page(of: stem.span)
        let again = names.page(of: stem.span)
        let ofNothing = names.page(of: stem.span.extracting(0..<0))
        #expect(first == 1024 && again == 1024 && ofNothing == nil)
        #expect(names.code(of: "I2026000") == 1024)
        #expect(names.code(of: "I2026417") == 1441)
        #expect(names.existingCode(of: "I2026999") == 2023)
        #expect(names.text(of: 1441) == "I2026417")
        #expect(names.firstByte(of: 1441) == 73)
        #expect(names.firstByte(of: 1) == nil)
        #expect(names.count == 2024)
        #expect(names.code(of: "I2026") == 1)
        #expect(names.code(of: "I20260001") == 2)
        #expect(names.code(of: "I202641x") == 3)
        for number in 0..<5000 { _ = names.code(of: "other \(number)") }
        let late = names.code(of: "other 4999")
        #expect(names.text(of: late) == "other 4999")
        #expect(names.code(of: "I2026417") == 1441)
        #expect(names.existingCode(of: "I2027417") == nil)
        #expect(Set(names.codes).count == 6004)
        let isFoundAgain = names.codes.map { names.existingCode(of: names.text(of: $0)) == $0 }
        #expect(!isFoundAgain.contains(false))
    }

    @Test("Texts that have numbers keep them: their stem gets no page")
    func latePages() {
        var names = Names()
        #expect(names.code(of: "I2026417") == 0)
        let (known, other) = (Array("I2026".utf8), Array("I2027".utf8))
        let pages = [names.page(of: known.span), names.page(of: other.span)]
        #expect(pages == [nil, 1024])
        #expect(names.code(of: "I2026417") == 0)
    }

    @Test("Many texts at once get the numbers that each would get alone", arguments: [1, 2, 3, 4] as [UInt64])
    func manyAtOnce(seed: UInt64) {
        var state = seed
        func next(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        var (names, alone) = (Names(), Names())
        for _ in 0..<30 {
            if next(3) == 0 {
                let stem = Array("S\(next(9))".utf8)
                let (mine, other) = (names.page(of: stem.span), alone.page(of: stem.span))
                #expect(mine == other)
            }
            var bytes: [UInt8] = []
            var texts: [String] = []
            var ranges: [Range<Int>] = []
            for _ in 0..<next(400) {
                let text =
                    switch next(4) {
                    case 0: "S\(next(12))\(100 + next(900))"
                    case 1: String(repeating: "long ", count: next(8)) + "\(next(50))"
                    case 2: ""
                    default: "caller \(next(5000))"
                    }
                ranges.append(bytes.count..<bytes.count + text.utf8.count)
                bytes += text.utf8
                texts.append(text)
            }
            var codes: [Int32] = []
            names.append(codesOf: ranges, in: bytes.span, to: &codes)
            #expect(codes == texts.map { alone.code(of: $0) })
            #expect(codes.map { names.text(of: $0) } == texts)
        }
    }

    @Test("Tables with and without pages agree after they are put together, in any order")
    func mergedPages() {
        var paged = Names()
        _ = paged.code(of: "first")
        let stem = Array("I2026".utf8)
        _ = paged.page(of: stem.span)
        _ = paged.code(of: "last")
        var plain = Names()
        for text in ["I2026003", "last", "I2027003", "I2026"] { _ = plain.code(of: text) }
        for parts in [[paged, plain], [plain, paged], [plain, paged, plain, paged]] {
            var names = Names()
            for part in parts {
                let codes = names.codes(of: part)
                #expect(codes.count == part.count)
                #expect(codes.count { $0 != Missing.code } == part.codes.count)
                for code in part.codes {
                    let mine = codes[Int(code)]
                    #expect(names.text(of: mine) == part.text(of: code))
                    #expect(names.existingCode(of: part.text(of: code)) == mine)
                }
            }
            #expect(names.codes.count == 1004)
        }
    }
}
