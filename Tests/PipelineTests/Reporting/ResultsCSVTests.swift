import Compute
import Reporting
import Tables
import Testing

@Suite("results.csv: the columns of the contract, in their order")
struct ResultsCSVTests {
    @Test("a share of September 2026, cell by cell")
    func share() {
        var row = shareRow(1128, of: 1222, .met)
        row.lower = 90.5
        row.upper = 93.625
        row.lowest = 92
        row.highest = 92.5
        row.considered = 1230
        row.missing = 5
        row.excluded = 3
        row.flags = [.clockChange, .small, .excludedPeriod]
        row.openShare = 12.5
        row.withExcluded = FigureRow.WithExcluded(value: 90.625, numerator: 1160, denominator: 1280)
        row.isRobust = true
        row.boundary = FigureRow.Boundary(value: 92.5, rows: 4)
        let text = String(decoding: resultsCSV([row], figures: [figure()]).bytes, as: UTF8.self)
        #expect(
            text
                == "kpi,name,headline,statistic,period_type,period,period_label,period_start,period_end,dimension,member,"
                + "value,unit,numerator,denominator,lower,upper,lowest,highest,considered,missing,not_evidenced,not_due,"
                + "excluded,standard,standard_rule,standard_value,standard_status,verdict,state,marker,flags,"
                + "robust,boundary_value,boundary_rows,open_share,value_with_excluded,numerator_with_excluded,"
                + "denominator_with_excluded,standard_upper,verdict_at_lowest,verdict_at_highest,immature_above\r\n"
                + "C01,999 answered in under 10 seconds,yes,share,month,2026-09,Sep 2026,2026-09-01,2026-09-30,all,all,"
                + "92.3076923076923,percent,1128,1222,90.5,93.625,92,92.5,1230,5,0,0,3,999-answer,>=,90,national,met,ok,u,"
                + "excluded_period;small;clock_change,yes,92.5,4,12.5,90.625,1160,1280,,,,\r\n")
    }

    @Test("a figure without a value has empty numbers and says why in its state")
    func notComputable() {
        var row = FigureRow(kpi: "C99", statistic: "share", period: september, dimension: "all", member: "all")
        row.state = .notComputable
        let text = String(decoding: resultsCSV([row], figures: []).bytes, as: UTF8.self)
        #expect(
            text.hasSuffix(
                "\r\nC99,,no,share,month,2026-09,Sep 2026,2026-09-01,2026-09-30,all,all,,,,,,,,,,,,,,,,,,,not_computable,x,,,,,,,,,,,,\r\n"
            ))
    }

    @Test("a member that begins like a formula cannot run in a spreadsheet")
    func formula() {
        let row = FigureRow(
            kpi: "C06", statistic: "share", period: september, dimension: "queue", member: "=HYPERLINK(\"x\")")
        let table = resultsCSV([row], figures: [figure("C06")])
        #expect(String(decoding: table.bytes, as: UTF8.self).contains(",queue,\"'=HYPERLINK(\"\"x\"\")\","))
        #expect(table.guarded == 1)
    }
}
