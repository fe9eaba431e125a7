import Compute
import Definitions
import Expressions
import Reporting
import Tables
import Testing

/// How mixes, counts by key, survival and ratios read.
@Suite("Words of measures")
struct MeasureWordsTests {
    private static func row(
        _ statistic: String, _ value: Double?, _ numerator: Double?, of denominator: Int,
        _ state: FigureRow.State = .ok
    ) -> FigureRow {
        var row = shareRow(0, of: denominator, .noStandard, standard: nil)
        row = FigureRow(kpi: "I25", statistic: statistic, period: row.period, dimension: "all", member: "all")
        (row.value, row.numerator, row.denominator, row.considered) = (value, numerator, denominator, denominator)
        (row.missing, row.notDue, row.excluded, row.notEvidenced) = (0, 0, 0, 0)
        (row.state, row.verdict) = (state, state == .ok ? .noStandard : nil)
        return row
    }

    private static let flag = TypedExpression(.flag(true), .flag)
    private static let officer = TypedExpression(.column("officer_hash", of: .own), .pseudonym)
    private static let time = TypedExpression(.column("recorded_at", of: .own), .time)

    private func howMany(_ row: FigureRow, _ figure: FigureDefinition, sides: [FigureDefinition] = []) -> String {
        Answer(row, figure: figure, standards: [], exclusions: [], sides: sides).howMany
    }

    @Test("a value of a mix is named")
    func mix() {
        let figure = figure("I25", measure: .mix(Self.flag))
        let row = Self.row("share:No suspect identified", 30, 3, of: 10)
        #expect(howMany(row, figure) == "No suspect identified: 3 (30.0%)")
        #expect(figureText(row, figure) == "share:No suspect identified 30.0% (3 of 10)")
        #expect(verdictSentence(row, figure: figure) == "No standard: 30.0% (3 of 10).")
        #expect(
            waterfallLines(row, exclusions: []).last == "  of them         3  counted as No suspect identified")
    }

    @Test("counts by key say of how many keys, and of how many rows")
    func per() {
        let cases = Unit.number(of: "cases")
        let officers = figure("I24.load", unit: cases, measure: .per(key: Self.officer, []))
        let row = Self.row("median", 12, 14, of: 168)
        #expect(howMany(row, officers) == "12 cases (median of 14, one for each officer; n = 168)")
        #expect(figureText(row, officers) == "median 12 cases (of 14, one for each officer; n = 168)")
        let others = figure("I24.load", unit: cases, measure: .per(key: Self.flag, []))
        #expect(howMany(row, others) == "12 cases (median of 14, one for each key; n = 168)")
    }

    @Test("a survival median says how many have not ended")
    func survival() {
        let figure = figure("I23.survival", unit: .days, measure: .survival(from: Self.time, until: Self.time))
        let reached = Self.row("survival_median", 23, 838, of: 1250)
        #expect(howMany(reached, figure) == "half had ended within 23 days; 412 of 1,250 have not ended yet")
        #expect(verdictSentence(reached, figure: figure) == "No standard: 23 days (838 of 1,250 ended).")
        #expect(waterfallLines(reached, exclusions: []).last == "  of them          838  ended")
        let open = Self.row("survival_median", nil, 550, of: 1250, .immature)
        #expect(howMany(open, figure) == "fewer than half have ended; 700 of 1,250 have not ended yet")
        #expect(figureText(open, figure) == "fewer than half have ended; 700 of 1,250 have not ended yet")
        let none = Self.row("survival_median", nil, 0, of: 0, .empty)
        #expect(howMany(none, figure) == "no value (nothing to measure)")
    }

    @Test("a ratio says what is counted for what")
    func ratio() {
        let rate = figure("I29.rate", unit: .number(of: "per 100"), measure: .ratioOf(top: "I29", bottom: "K"))
        let sides = [
            figure("I29", unit: .number(of: "arrests")), figure("I29.crimes", unit: .number(of: "crimes")),
        ]
        let row = Self.row("ratio", 6.640625, 34, of: 512)
        #expect(howMany(row, rate, sides: sides) == "34 arrests for 512 crimes: 6.6 per 100")
        #expect(verdictSentence(row, figure: rate) == "No standard: 6.6 per 100 (34 for 512).")
        let mean = figure("I26", unit: .number(of: "per 100"), measure: .mean(Self.flag), times: 100)
        #expect(howMany(Self.row("mean", 6.640625, 34, of: 512), mean) == "34 for 512: 6.6 per 100")
    }
}
