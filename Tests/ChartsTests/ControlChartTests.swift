import Testing

@testable import Charts

@Suite("Charts with limits")
struct ControlChartTests {
    static func point(_ value: Double, _ meaning: Meaning = .common, signal: String = "") -> ControlChart.Point {
        ControlChart.Point(Amount(value, "\(fixedPoint(value))%"), meaning, signal: signal)
    }

    static func amount(_ value: Double) -> Amount { Amount(value, "\(fixedPoint(value))%") }

    /// Fourteen months with a gap, a break after eight of them, days left out, a standard that steps up, and a part month.
    static let sample = ControlChart(
        id: "chart-C01-share", title: "999 calls answered in time, by month, Nov 2024 to Dec 2025", unit: .percent,
        first: ChartMonth(year: 2024, month: 11),
        points: [
            point(88), point(91), point(87), nil, point(90), point(89), point(91),
            point(80, .concerning, signal: "outside the limits"), point(95), point(96), point(94), point(95),
            point(99, .improving, signal: "outside the limits"), point(97, .unfinished),
        ],
        limits: [
            ControlChart.Limits(
                months: 0..<8, mean: amount(89.5), lower: amount(83), upper: amount(96), baselineCount: 12),
            ControlChart.Limits(
                months: 8..<14, mean: amount(95), lower: amount(92), upper: amount(100.5), baselineCount: 5),
        ],
        targets: [
            ControlChart.Target(months: 0..<5, amount: amount(85), name: "standard"),
            ControlChart.Target(months: 5..<14, amount: amount(90), name: "standard"),
        ],
        marks: [
            ControlChart.Mark(.leftOut, from: 4.5, to: 4.6, words: "16 to 18 Mar 2025 left out: outage (CM/31)"),
            ControlChart.Mark(.change, from: 8, to: 8, words: "1 Jul 2025: a switchboard (CM/19); limits begin anew"),
        ], least: 0, most: 100,
        remarks: ["Standard >= 90%: as the months vary, all of them would meet it."])

    @Test("the description says the whole chart from its numbers")
    func description() {
        #expect(
            Self.sample.description
                == "Control chart (XmR) of 14 months, Nov 2024 to Dec 2025. "
                + "Newest whole month Nov 2025: 99%, special cause, improving (outside the limits). "
                + "Mean 95%, limits 92% to 100.5%; the upper one is beyond what is possible; trial limits from 5 months. "
                + "Standard >= 90%: as the months vary, all of them would meet it. "
                + "2 months are special causes. 1 month is part of a month or not final, drawn hollow. "
                + "1 month has no value. 16 to 18 Mar 2025 left out: outage (CM/31). "
                + "1 Jul 2025: a switchboard (CM/19); limits begin anew.")
    }

    @Test("a chart without limits or values says so")
    func bare() {
        let chart = ControlChart(
            id: "c", title: "t", unit: .number, first: ChartMonth(year: 2026, month: 1), points: [nil, nil])
        #expect(
            chart.description
                == "Line chart of 2 months, Jan 2026 to Feb 2026. No whole month has a value. 2 months have no value.")
        #expect(SVGText.faults(in: chart.drawing) == [])
    }

    @Test("the line breaks at the gap, at the change, and before what is not whole")
    func lines() throws {
        let text = Self.sample.drawing.body.text
        let line = try #require(text.firstMatch(of: /<path class="data" d="([^"]*)"\/>/)).1
        // Three stretches: three months, four months up to the break, five after it.
        #expect(line.split(separator: "M").map { $0.split(separator: "L").count } == [3, 4, 5])
    }

    @Test("each meaning has its own shape, and the letters stand in the order of time")
    func shapes() {
        let text = Self.sample.drawing.body.text
        #expect(text.contains("<rect class=\"point improving\""))
        #expect(text.contains("<path class=\"point concerning\""))
        #expect(text.contains("<circle class=\"point common\""))
        #expect(text.contains("<circle class=\"point unfinished\""))
        // Once in the chart, once in the key below it.
        let letters = SVGText.all(in: Self.sample.drawing).map(\.words).filter { $0.count == 1 && $0 >= "A" }
        #expect(letters == ["A", "B", "A", "B"])
        #expect(Set(Meaning.allCases.map { $0.shape(0, 0, size: 4).text }).count == Meaning.allCases.count)
    }

    @Test("nothing in a chart is a style attribute, a script or a link")
    func attributes() {
        let text = Self.sample.drawing.markup.text
        #expect(!text.contains(" style=") && !text.contains("<script") && !text.contains("href"))
        #expect(
            text.hasPrefix(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" id=\"chart-C01-share\" role=\"img\""))
        #expect(text.contains("aria-labelledby=\"chart-C01-share-title chart-C01-share-desc\""))
        #expect(text.contains("<title id=\"chart-C01-share-title\">999 calls answered in time"))
    }

    @Test("words of a definition are escaped wherever a chart says them")
    func payload() {
        let words = "<script>alert(1)</script> & \"'"
        let chart = ControlChart(
            id: partID("chart", words), title: words, name: words, unit: .number,
            first: ChartMonth(year: 2026, month: 1), points: [ControlChart.Point(Amount(1, words), .plain)],
            targets: [ControlChart.Target(months: 0..<1, amount: Amount(2, words), name: words)],
            marks: [ControlChart.Mark(.note, from: 0.5, to: 0.5, words: words)],
            companions: [ControlChart.Companion(name: words, values: [Amount(3, words)])], remarks: [words])
        let file = chart.drawing.file(marking: words, heading: words, source: words)
        #expect(!file.contains("<script") && !file.contains("\"'"))
    }

    /// A series with every feature, drawn at random.
    static func random(_ random: inout Random) -> ControlChart {
        let count = [1, 2, 7, 13, 24, 36, 61, 140].randomElement(using: &random) ?? 1
        let unit =
            [ChartUnit.percent, .seconds, .minutes, .hours, .days, .number].randomElement(using: &random) ?? .number
        let sizes: [Double] = [0.5, 12, 900, 40_000, 3_000_000]
        let size = unit == .percent ? 100 : sizes.randomElement(using: &random) ?? 1
        func amount() -> Amount {
            let value = Double.random(in: 0...size, using: &random)
            return Amount(value, "\(fixedPoint(value)) records in all")
        }
        let points = (0..<count).map { _ -> ControlChart.Point? in
            Int.random(in: 0..<6, using: &random) == 0
                ? nil : ControlChart.Point(amount(), Meaning.allCases.randomElement(using: &random) ?? .common)
        }
        let split = count / 2
        let segments = split == 0 ? [0..<count] : [0..<split, split..<count]
        let limits = segments.map { months -> ControlChart.Limits in
            let three = [amount(), amount(), amount()].sorted { $0.value < $1.value }
            return ControlChart.Limits(
                months: months, mean: three[1], lower: Amount(three[0].value - size / 2, three[0].text),
                upper: Amount(three[2].value + size / 2, three[2].text),
                baselineCount: Int.random(in: 2...12, using: &random))
        }
        let marks = (0..<Int.random(in: 0...30, using: &random)).map { number -> ControlChart.Mark in
            let from = Double.random(in: 0...Double(count), using: &random)
            let kind = [ControlChart.Mark.Kind.change, .leftOut, .note].randomElement(using: &random) ?? .note
            return ControlChart.Mark(
                kind, from: from, to: min(Double(count), from + 0.1),
                words: String(repeating: "something changed for a reason ", count: number % 9 + 1))
        }
        return ControlChart(
            id: "chart-X", title: "A chart", name: "median", unit: unit, first: ChartMonth(year: 2024, month: 10),
            points: points, limits: limits,
            targets: [ControlChart.Target(months: 0..<count, amount: amount(), name: "unverified standard")],
            marks: marks,
            companions: [ControlChart.Companion(name: "90th percentile", values: points.map { _ in amount() })],
            least: 0, most: unit == .percent ? 100 : nil)
    }

    @Test("labels never overlap each other nor leave the chart, whatever the series")
    func labels() {
        var random = Random(seed: 7)
        for number in 0..<150 {
            let chart = Self.random(&random)
            #expect(SVGText.faults(in: chart.drawing) == [], "chart \(number), \(chart.points.count) months")
        }
    }

    @Test("every point stands in the plot, at a height that inverts to its value, and every number is finite")
    func points() throws {
        var random = Random(seed: 8)
        for _ in 0..<60 {
            let chart = Self.random(&random)
            let (frame, drawing) = (chart.frame, chart.drawing)
            for (place, point) in chart.points.enumerated() {
                guard let point else { continue }
                let y = frame.values.position(point.amount.value)
                #expect(y >= frame.top - 1e-9 && y <= frame.bottom + 1e-9)
                #expect(frame.x(place) > frame.left && frame.x(place) < frame.right && frame.right < drawing.width)
                let span = frame.values.domain.upperBound - frame.values.domain.lowerBound
                #expect(abs(frame.values.value(at: y) - point.amount.value) <= span * 1e-9)
            }
            let numbers = SVGText.numbers(in: drawing)
            #expect(!numbers.isEmpty && numbers.allSatisfy { Double($0).map(\.isFinite) ?? false })
        }
    }

    @Test("values that are no numbers are gaps")
    func finite() {
        let chart = ControlChart(
            id: "c", title: "t", unit: .number, first: ChartMonth(year: 2026, month: 1),
            points: [
                ControlChart.Point(Amount(.nan, "n/a"), .common), ControlChart.Point(Amount(.infinity, "n/a"), .common),
                Self.point(3),
            ])
        #expect(chart.points.map { $0 == nil } == [true, true, false])
    }
}
