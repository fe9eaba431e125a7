/// Round numbers along an axis and what the axis reaches over.
package struct Ticks: Sendable, Hashable {
    package let values: [Double]
    package let labels: [String]

    package var domain: ClosedRange<Double> { values[0]...values[values.count - 1] }

    /// Four to seven ticks that begin at or below the least and end at or above the greatest value, but not beyond what is
    /// possible.
    package init(
        over values: [Double], unit: ChartUnit, possible: (least: Double?, most: Double?) = (nil, nil),
        isFromZero: Bool = false
    ) {
        let finite = values.filter { $0.isFinite && abs($0) < 1e15 }
        var low = finite.min() ?? 0
        var high = finite.max() ?? 1
        if isFromZero {
            low = min(low, 0)
            high = max(high, 0)
        }
        if let least = possible.least { low = max(low, least) }
        if let most = possible.most { high = min(high, most) }
        if high - low < max(abs(high), abs(low)) * 1e-9 || high <= low {
            // One value only: some room on both sides.
            let room = unit == .percent ? 5 : max(abs(high) * 0.1, 1)
            low = max(possible.least ?? -.infinity, low - room)
            high = min(possible.most ?? .infinity, high + room)
        }
        let step = Ticks.step(for: high - low, unit)
        let first = (low / step + 1e-9).rounded(.down)
        let last = max(first + 1, (high / step - 1e-9).rounded(.up))
        self.values = (0...Int(last - first)).map { (first + Double($0)) * step }
        let digits = Ticks.digits(of: step)
        labels = self.values.map { Ticks.label($0, digits: digits) + unit.suffix }
    }

    private static func step(for span: Double, _ unit: ChartUnit) -> Double {
        let rough = span / 5
        if let least = unit.steps.first, let most = unit.steps.last, rough >= least * 0.75, rough <= most {
            return unit.steps.min { abs($0 - rough) < abs($1 - rough) } ?? most
        }
        var power = 1.0
        while power * 10 <= rough { power *= 10 }
        while power > rough { power /= 10 }
        let steps = [1, 2, 5, 10].map { $0 * power }
        let step = steps.first { span / $0 <= 6 } ?? 10 * power
        // Powers below one come from divisions: the nearest decimal is meant.
        return power < 1 ? (step / power).rounded() / (1 / power).rounded() : step
    }

    private static func digits(of step: Double) -> Int {
        var digits = 0
        var scaled = step
        while digits < 6, abs(scaled - scaled.rounded()) > 1e-6 * scaled {
            scaled *= 10
            digits += 1
        }
        return digits
    }

    private static func label(_ value: Double, digits: Int) -> String {
        var scale = 1
        for _ in 0..<digits { scale *= 10 }
        let number = (value * Double(scale)).rounded()
        let (whole, rest) = Int(number).magnitude.quotientAndRemainder(dividingBy: scale.magnitude)
        var text = ""
        for (place, digit) in String(whole).reversed().enumerated() {
            if place > 0, place % 3 == 0 { text.append(",") }
            text.append(digit)
        }
        let tail = String(rest)
        return (number < 0 ? "-" : "") + String(text.reversed())
            + (digits == 0 ? "" : "." + String(repeating: "0", count: digits - tail.count) + tail)
    }
}
