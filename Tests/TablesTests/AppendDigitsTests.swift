import Tables
import Testing

@Suite("Numbers in digits")
struct AppendDigitsTests {
    @Test("Every number is spelt as Swift spells it")
    func digits() {
        var numbers: [UInt64] = [0, .max, .max - 1]
        // Around every power of ten, and numbers of all lengths in between.
        var power: UInt64 = 1
        for _ in 0..<20 {
            numbers += [power - 1, power, power + 1, power &* 7 &+ 123_456_789, power &* 9 &- 87_654_321]
            power = power &* 10
        }
        numbers += (0..<100_000).map { $0 }
        numbers += (0..<100_000).map { 99_950_000 + $0 }
        numbers += (0..<100_000).map { $0 &* 0x9E37_79B9_7F4A_7C15 }
        for number in numbers {
            let text = [UInt8](capacity: OutputSpan<UInt8>.mostDigits) { $0.append(digitsOf: number) }
            #expect(text.elementsEqual("\(number)".utf8), "\(number)")
        }
    }
}
