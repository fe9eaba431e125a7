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
}
