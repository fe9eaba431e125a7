import Testing

@testable import Charts

@Suite("Axes")
struct TicksTests {
    @Test("percentages end at what is possible")
    func percent() {
        #expect(
            Ticks(over: [78.6, 93.2, 101.4], unit: .percent, possible: (0, 100)).labels
                == ["75%", "80%", "85%", "90%", "95%", "100%"])
        #expect(
            Ticks(over: [0.4, 2.1], unit: .percent, possible: (0, 100)).labels
                == ["0.0%", "0.5%", "1.0%", "1.5%", "2.0%", "2.5%"])
    }

    @Test("times have the steps that clocks have")
    func times() {
        #expect(Ticks(over: [40, 290], unit: .seconds).labels == ["0 s", "60 s", "120 s", "180 s", "240 s", "300 s"])
        #expect(
            Ticks(over: [12, 71], unit: .minutes).labels
                == ["10 min", "20 min", "30 min", "40 min", "50 min", "60 min", "70 min", "80 min"])
        #expect(Ticks(over: [3, 30], unit: .hours).labels == ["0 h", "6 h", "12 h", "18 h", "24 h", "30 h"])
    }

    @Test("counts begin at nothing for bars, and thousands are parted")
    func counts() {
        #expect(
            Ticks(over: [1222, 4890], unit: .number, isFromZero: true).labels
                == ["0", "1,000", "2,000", "3,000", "4,000", "5,000"])
        #expect(Ticks(over: [-3, 4], unit: .number).labels == ["-4", "-2", "0", "2", "4"])
    }

    @Test("one value, none, and what is not a number still give an axis")
    func degenerate() {
        #expect(Ticks(over: [], unit: .number).labels.count >= 2)
        #expect(Ticks(over: [.nan, .infinity], unit: .percent).labels.count >= 2)
        #expect(Ticks(over: [100], unit: .percent, possible: (0, 100)).values.last == 100)
        #expect(Ticks(over: [0], unit: .number, possible: (0, nil)).values.first == 0)
    }

    @Test("an axis reaches over its values, has few ticks, and each is labelled apart")
    func random() {
        var random = Random(seed: 11)
        for _ in 0..<2000 {
            let sizes: [Double] = [0.001, 0.1, 1, 50, 5000, 1e7]
            let size = sizes.randomElement(using: &random) ?? 1
            let values = (0..<5).map { _ in Double.random(in: -size...size * 3, using: &random) }
            for unit in [ChartUnit.percent, .seconds, .minutes, .hours, .days, .number] {
                let ticks = Ticks(over: values, unit: unit)
                #expect(values.allSatisfy { ticks.domain.contains($0) }, "\(values) \(unit)")
                #expect((2...10).contains(ticks.values.count), "\(values) \(unit) \(ticks.values)")
                #expect(Set(ticks.labels).count == ticks.labels.count, "\(ticks.labels)")
            }
        }
    }

    @Test("a position inverts to its value")
    func scale() {
        var random = Random(seed: 5)
        let scale = Scale(-20...380, from: 240, to: 12)
        for _ in 0..<500 {
            let value = Double.random(in: -20...380, using: &random)
            #expect(abs(scale.value(at: scale.position(value)) - value) < 1e-9)
        }
        #expect(scale.position(1000) == 12 && scale.position(-1000) == 240)
    }

    @Test("coordinates have two decimals at most, and no exponent")
    func fixed() {
        #expect(fixedPoint(12) == "12")
        #expect(fixedPoint(12.5) == "12.5")
        #expect(fixedPoint(0.005) == "0.01")
        #expect(fixedPoint(-0.126) == "-0.13")
        #expect(fixedPoint(3.046) == "3.05")
        #expect(fixedPoint(-0.001) == "0")
    }
}
