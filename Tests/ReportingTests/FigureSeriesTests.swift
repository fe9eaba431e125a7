import Definitions
import Statistics
import Tables
import Testing

@testable import Charts
@testable import Compute
@testable import Reporting

@Suite("Series of figures")
struct FigureSeriesTests {
    static let national = FigureRow.Standard(
        name: "999-answer", rule: ">=", value: 90, upper: nil, status: "national")
    /// Twelve months of 10 and 12 in turn: mean 11, average range 2, limits 5.68 and 16.32 (VECTORS section 6).
    static let base: [Double?] = (0..<12).map { $0 % 2 == 0 ? 10 : 12 }

    @Test("the newest month improves or is of concern by what is better, as an icon and words")
    func variation() throws {
        let fixture = try SeriesFixture()
        // Higher is better for C01, lower for C06.
        let calls = try fixture.series(of: "C01", fixture.months(of: "C01", Self.base + [17]))
        #expect(calls.variation?.word == "improving")
        #expect(calls.variation?.icon == .improving)
        #expect(calls.variation?.words == "special cause, improving (outside the limits, higher)")
        #expect(calls.variation?.month.id == "2025-10")
        let lower = try fixture.series(of: "C01", fixture.months(of: "C01", Self.base + [5]))
        #expect(lower.variation?.words == "special cause, concerning (outside the limits, lower)")
        let common = try fixture.series(of: "C01", fixture.months(of: "C01", Self.base + [11]))
        #expect(common.variation?.words == "common cause" && common.variation?.isSpecial == false)
    }

    @Test("part of a month and months that are not final are neither judged nor the newest")
    func unfinished() throws {
        let fixture = try SeriesFixture()
        let rows = fixture.months(of: "C01", Self.base + [17, 90, 3], states: [13: .immature, 14: .part])
        let series = try fixture.series(of: "C01", rows)
        #expect(series.variation?.month.id == "2025-10")
        #expect(series.points.suffix(3).map { $0?.meaning } == [.improving, .unfinished, .unfinished])
    }

    @Test("assurance is of the standard on the newest month, in words that claim no cause")
    func assurance() throws {
        let fixture = try SeriesFixture()
        func word(_ values: [Double?]) throws -> String? {
            try fixture.series(of: "C01", fixture.months(of: "C01", values)).assurance?.words
        }
        // Limits of 96 and 97 in turn are 93.84 and 99.16; of 10 and 12 they end at 16.32; of 88 and 92 at 100.64.
        #expect(try word((0..<12).map { $0 % 2 == 0 ? 96 : 97 }) == "as the months vary, all of them would meet it")
        #expect(try word(Self.base) == "as the months vary, none of them would meet it")
        #expect(
            try word((0..<12).map { $0 % 2 == 0 ? 88 : 92 }) == "as the months vary, chance decides which meet it")
    }

    @Test("a break begins limits anew; marks name it and the days left out, in order of time")
    func marks() throws {
        let fixture = try SeriesFixture()
        let values: [Double?] = (0..<24).map { $0 < 11 ? ($0 % 2 == 0 ? 10 : 12) : ($0 % 2 == 0 ? 4 : 5) }
        let series = try fixture.series(of: "C06", fixture.months(of: "C06", values))
        #expect(series.chart.segments.map(\.months) == [0..<11, 11..<24])
        let chart = series.controlChart(notes: [(month: try #require(Period(parsing: "2026-01")), words: "Jan: a note")]
        )
        #expect(
            chart.marks.map(\.words) == [
                "1 Sep 2025: A switchboard answers first (CM/19); limits begin anew", "Jan: a note",
                "14 May 2026 to 16 May 2026 left out: ACD outage (CM/31)",
            ])
        #expect(chart.marks.map(\.from) == [11, 15.5, 19 + 13.0 / 31])
        #expect(chart.limits.map(\.isTrial) == [true, false])
        #expect(chart.first == ChartMonth(year: 2024, month: 10))
    }

    @Test("the description has the words of the figure's own numbers")
    func description() throws {
        let fixture = try SeriesFixture()
        let rows = fixture.months(of: "C01", Self.base + [17], standard: Self.national)
        #expect(
            try fixture.series(of: "C01", rows).controlChart().description
                == "Control chart (XmR) of 13 months, Oct 2024 to Oct 2025. Newest whole month Oct 2025: 17.0%, "
                + "special cause, improving (outside the limits). Mean 11.0%, limits 5.7% to 16.3%, from 12 months. "
                + "Limits leave out moving ranges of 3.267 averages or more (screened). "
                + "Standard >= 90%: as the months vary, none of them would meet it. 1 month is a special cause.")
    }

    @Test("a standard by date is a step")
    func steps() throws {
        let fixture = try SeriesFixture()
        let rows = fixture.months(of: "C01", Self.base, standard: Self.national).enumerated().map { place, row in
            var row = row
            if place < 3 {
                row.standard = FigureRow.Standard(
                    name: "999-answer", rule: ">=", value: 85, upper: nil, status: "reference")
            }
            return row
        }
        let targets = try fixture.series(of: "C01", rows).controlChart().targets
        #expect(targets.map(\.months) == [0..<3, 3..<12])
        #expect(targets.map { "\($0.name) \($0.amount.text)" } == ["reference 85%", "standard 90%"])
    }

    @Test("quantiles other than the longest stand beside the first")
    func companions() throws {
        let fixture = try SeriesFixture()
        let rows =
            fixture.months(of: "C03", [4, 5, 4], statistic: "median")
            + fixture.months(of: "C03", [8, 9, 8], statistic: "p90")
            + fixture.months(of: "C03", [186, 90, 300], statistic: "longest")
        let chart = try fixture.series(of: "C03", rows).controlChart()
        #expect(chart.name == "median")
        #expect(chart.companions.map(\.name) == ["90th percentile"])
        #expect(chart.companions[0].values.map { $0?.text } == ["8 seconds", "9 seconds", "8 seconds"])
    }

    @Test("a month beside that of a year before is one sentence, with the breaks between them")
    func yearBefore() throws {
        let fixture = try SeriesFixture()
        // 56 of 70 and 48 of 80 of VECTORS, thirteen months apart in place.
        var rows = fixture.months(of: "C06", (0..<13).map { _ in 50 })
        (rows[0].value, rows[0].numerator, rows[0].denominator) = (60, 48, 80)
        (rows[12].value, rows[12].numerator, rows[12].denominator) = (80, 56, 70)
        let series = try fixture.series(of: "C06", rows)
        let found = try #require(series.yearBefore(of: 12))
        #expect(
            yearBeforeSentence(found, figure: series.figure)
                == "A year before, Oct 2024: 60.0%; 20 points higher now than then (95% interval 5.2 points to 33.4 points); "
                + "the series breaks on 1 Sep 2025, A switchboard answers first (CM/19).")
        let first = try #require(series.yearBefore(of: 0))
        #expect(yearBeforeSentence(first, figure: series.figure) == "The same month a year before has no value.")
    }

    @Test("bands become columns, more values than patterns the most frequent and the rest")
    func bands() throws {
        let fixture = try SeriesFixture()
        let rows =
            fixture.months(of: "C04", [80, 81], statistic: "share:under 10 s")
            + fixture.months(of: "C04", [15, 14], statistic: "share:10 s to under 60 s")
            + fixture.months(of: "C04", [5, 5], statistic: "share:60 s or more")
        let bands = try #require(bandChart(of: try fixture.figure("C04"), in: FigureRows(fixture.material(rows))))
        #expect(bands.parts.map(\.name) == ["under 10 s", "10 s to under 60 s", "60 s or more"])
        let mix = (1...8).flatMap { number in
            fixture.months(of: "I25", [Double(number), Double(number)], statistic: "share:part \(number)")
        }
        let parts = try #require(bandChart(of: try fixture.figure("I25"), in: FigureRows(fixture.material(mix)))).parts
        #expect(parts.map(\.name) == ["part 8", "part 7", "part 6", "part 5", "part 4", "all 3 others"])
        #expect(parts.last?.shares.map { $0?.text } == ["6.0%", "6.0%"])
        #expect(try fixture.figure("I25").headlineStatistic(of: mix) == "share:part 8")
        #expect(bandChart(of: try fixture.figure("C01"), in: FigureRows(fixture.material(rows))) == nil)
    }

    @Test("there is one chart and one page for each figure that was computed, with marking and source")
    func files() throws {
        let fixture = try SeriesFixture()
        let results = fixture.months(of: "C01", Self.base) + fixture.months(of: "C06", Self.base)
        let material = fixture.material(
            results, uncomputed: [UncomputedFigure(kpi: "C06", state: .notSupplied, because: "no exports")])
        let made = try renderPages(material)
        #expect(made.map(\.path).filter { $0.hasPrefix("kpi/") } == ["kpi/C01.html"])
        let files = made.filter { $0.path.hasPrefix("charts/") }
        #expect(files.map(\.path) == ["charts/C01.svg"])
        let text = String(decoding: files.first?.bytes ?? [], as: UTF8.self)
        #expect(text.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg "))
        #expect(text.contains(">OFFICIAL</text>"))
        #expect(text.contains(">C01; Test, data to 30 Sep 2026, run 0123456789ab, program version 0.1.0</text>"))
    }

    @Test("findings and pages say the same of the same months")
    func agreement() throws {
        let fixture = try SeriesFixture()
        for seed in 0..<40 {
            // A plain generator with a fixed seed: series that wander, with gaps, parts and a rebase.
            var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
            func next(_ bound: Int) -> Int {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return Int(state >> 33) % bound
            }
            let values = (0..<24).map { place -> Double? in
                next(9) == 0 ? nil : Double(850 + next(60) + place * (seed % 5)) / 10
            }
            var states: [Int: FigureRow.State] = [23: next(2) == 0 ? .part : .ok]
            if next(3) == 0 { states[22] = .immature }
            for kpi in ["C01", "C06"] {
                let figure = try fixture.figure(kpi)
                let rows = fixture.months(of: kpi, values, states: states)
                let series = try fixture.series(of: kpi, rows)
                let inspected = CivilDate(year: 2025, month: 1, day: 22)
                let maker = FindingMaker(
                    figure: figure,
                    months: FindingMonths(whole: series.months.months, inspectedOn: inspected),
                    series: MonthlySeries(rows, breaks: fixture.definition.breaks(of: figure)),
                    standard: fixture.definition.standards.first { $0.name == figure.standard })
                let finding = maker.row(of: "visit", "visit-1", baseline: nil, since: nil)
                let page = series.variation.map { $0.variation.rawValue + ($0.isTrial ? ", trial limits" : "") }
                #expect(finding.variation == page ?? "", "seed \(seed), \(kpi)")
                #expect(finding.assurance == series.assurance?.word ?? "", "seed \(seed), \(kpi)")
            }
        }
    }
}
