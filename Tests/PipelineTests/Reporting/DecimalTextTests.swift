import Reporting
import Testing

@Suite("Numbers in files: the shortest decimal without exponent")
struct DecimalTextTests {
    @Test(
        "each double is written as the table says",
        arguments: [
            (0.0, "0"), (-0.0, "0"), (1, "1"), (90, "90"), (-3.2, "-3.2"), (0.1, "0.1"), (100, "100"),
            (89.898756146948, "89.898756146948"), (1.0 / 3, "0.3333333333333333"),
            (0.000001, "0.000001"), (0.00001234, "0.00001234"), (-0.00005, "-0.00005"),
            (999_999_999_999_999, "999999999999999"), (123_456_789_012_345.6, "123456789012345.6"),
        ] as [(Double, String)])
    func spelling(_ value: Double, _ text: String) {
        #expect(decimalText(value) == text)
    }

    @Test("what is written reads back to the same double, without exponent inside the limits")
    func roundTrip() {
        var state: UInt64 = 20_260_930
        for _ in 0..<20_000 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let value = Double(bitPattern: state)
            guard value.isFinite else { continue }
            let text = decimalText(value)
            #expect(Double(text) == value)
            if abs(value) >= 1e-6, abs(value) < 1e15 { #expect(!text.contains("e")) }
        }
        for exponent in -6...14 {
            for digit in 1...9 {
                var value = Double(digit)
                for _ in 0..<abs(exponent) { value = exponent < 0 ? value / 10 : value * 10 }
                let text = decimalText(value)
                #expect(Double(text) == value)
                if value >= 1e-6 { #expect(!text.contains("e")) }
            }
        }
    }
}
