import Testing

@testable import Charts

@Suite("Kinds of chart")
struct KindTests {
    static let bands = BandChart(
        id: "chart-C04", title: "Calls by band, by month", first: ChartMonth(year: 2026, month: 7),
        parts: [
            BandChart.Part(name: "under 10 s", shares: [Amount(80, "80.0%"), nil, Amount(75, "75.0%")]),
            BandChart.Part(name: "10 s to under 60 s", shares: [Amount(15, "15.0%"), nil, Amount(20, "20.0%")]),
            BandChart.Part(name: "60 s or more", shares: [Amount(5, "5.0%"), nil, Amount(5, "5.0%")]),
        ], unfinished: [2])

    static let members = MemberChart(
        id: "members-A01-team", title: "Attended in time, by team", unit: .percent,
        bars: [
            MemberChart.Bar(name: "North", amount: Amount(92.5, "92.5%"), lower: 88, upper: 95),
            MemberChart.Bar(name: "A team with a name that no margin holds at all", amount: Amount(61, "61.0%")),
            MemberChart.Bar(name: "South", amount: Amount(0, "0.0%"), lower: 0, upper: 20, isPale: true),
        ], target: Amount(90, "90%"), least: 0, most: 100)

    @Test("columns say their newest month")
    func bandWords() {
        #expect(
            Self.bands.description
                == "Stacked columns of 3 months, Jul 2026 to Sep 2026. Sep 2026: under 10 s 75.0%; "
                + "10 s to under 60 s 20.0%; 60 s or more 5.0%. 1 month is part of a month or not final.")
    }

    @Test("bars say their ends and what whiskers are")
    func memberWords() {
        #expect(
            Self.members.description
                == "Bars of 3 members. Highest: North, 92.5%. Lowest: South, 0.0%. Standard 90%. "
                + "Whiskers are 95% intervals. Pale bars rest on few rows or are not final.")
    }

    @Test("a spark says how many months and special causes it holds")
    func spark() {
        let points = [ControlChartTests.point(80), nil, ControlChartTests.point(99, .improving)]
        let chart = SparkChart(id: "spark-C01", title: "Calls", points: points, target: 90).drawing
        #expect(chart.description == "2 months with a value, from 80% to 99%; special causes: 1.")
        #expect(chart.body.text.contains("point improving"))
        #expect(!chart.body.text.contains("<path class=\"data\""))
    }

    @Test("labels keep apart in every kind")
    func labels() {
        #expect(SVGText.faults(in: Self.bands.drawing) == [])
        #expect(SVGText.faults(in: Self.members.drawing) == [])
        var random = Random(seed: 21)
        for _ in 0..<60 {
            let bars = (0..<Int.random(in: 0...30, using: &random)).map { number -> MemberChart.Bar in
                let value = Double.random(in: -1e6...3e6, using: &random)
                return MemberChart.Bar(
                    name: "member \(number) of the force", amount: Amount(value, "\(fixedPoint(value)) records"))
            }
            let chart = MemberChart(
                id: "m", title: "t", unit: .number, bars: bars, target: Amount(2e6, "2,000,000 records"))
            #expect(SVGText.faults(in: chart.drawing) == [])
            let parts = (0..<Int.random(in: 1...9, using: &random)).map { number in
                BandChart.Part(
                    name: "part \(number) with rather a long name",
                    shares: (0..<24).map { _ in
                        let share = Double.random(in: 0...12, using: &random)
                        return Amount(share, "\(fixedPoint(share))%")
                    })
            }
            let columns = BandChart(id: "b", title: "t", first: ChartMonth(year: 2024, month: 10), parts: parts)
            #expect(SVGText.faults(in: columns.drawing) == [])
        }
    }

    @Test("without members or months there is an empty chart that says so")
    func empty() {
        let bars = MemberChart(id: "m", title: "t", unit: .percent, bars: [])
        #expect(bars.description == "Bars. No member has a value.")
        let columns = BandChart(id: "b", title: "t", first: ChartMonth(year: 2026, month: 1), parts: [])
        #expect(columns.description == "Stacked columns by month. No month has a value.")
        for drawing in [bars.drawing, columns.drawing] {
            #expect(SVGText.numbers(in: drawing).allSatisfy { Double($0).map(\.isFinite) ?? false })
        }
    }

    static func funnel(_ points: [FunnelChart.Point]) -> FunnelChart {
        FunnelChart(
            id: "funnel-I17", title: "Charge rate, by force", points: points, average: Amount(8, "8.0%"),
            limits: (1...50).map { step in
                let half = 40 / Double(step)
                return FunnelChart.Limits(
                    count: Double(step) * 100, inner: 8 - half...8 + half, outer: 8 - 1.5 * half...8 + 1.5 * half)
            }, limitsName: "widened for overdispersion", description: "Shares of forces.")
    }

    @Test("a funnel draws each force by its side, keeps its labels apart, and stays between its axes")
    func funnels() {
        var random = Random(seed: 7)
        for count in [1, 2, 43] {
            let points = (0..<count).map { number in
                let share = Double.random(in: 0...30, using: &random)
                return FunnelChart.Point(
                    name: "Force \(number)", count: Double.random(in: 100...5000, using: &random).rounded(),
                    amount: Amount(share, "\(fixedPoint(share))%"),
                    side: number == 0 ? .own : number < 5 ? .similar : .other)
            }
            let drawing = Self.funnel(points).drawing
            #expect(SVGText.faults(in: drawing) == [])
            #expect(SVGText.numbers(in: drawing).allSatisfy { Double($0).map(\.isFinite) ?? false })
            // Ours stands once among the forces and once in the legend.
            #expect(drawing.body.text.split(separator: "\"dot b\"").count - 1 == 2)
        }
    }
}
