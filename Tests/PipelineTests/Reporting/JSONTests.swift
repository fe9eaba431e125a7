import Reporting
import Testing

@Suite("JSON: order kept, one line for what is flat")
struct JSONTests {
    @Test("members keep their order and texts are escaped")
    func document() {
        let json = JSON.object([
            .init("b", .integer(1)), .init("a", .list([.number(0.5), .null, .flag(true)])),
            .init("c", .object([.init("text", .text("a \"b\" \\ \n \u{1}"))])), .init("d", .list([])),
        ])
        let expected = """
            {
              "b": 1,
              "a": [0.5, null, true],
              "c": {"text": "a \\"b\\" \\\\ \\n \\u0001"},
              "d": []
            }

            """
        #expect(String(decoding: json.bytes, as: UTF8.self) == expected)
    }

    @Test("numbers that JSON cannot spell are null")
    func infinity() {
        #expect(
            String(decoding: JSON.list([.number(.infinity), .number(.nan)]).bytes, as: UTF8.self) == "[null, null]\n")
    }
}
