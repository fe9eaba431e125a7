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
}
