import Definitions
import Tables
import Testing

@testable import SQLPrinting

@Suite("A pipeline as SQL")
struct ScriptTests {
    @Test("one view for each derived table and one statement for each KPI, in order")
    func order() throws {
        let script = try printSQL(try definition(kpis: twoKPIs))
        let lines = script.split(separator: "\n")
        #expect(
            lines.filter { $0.hasPrefix("create") } == [
                "create or replace view \"source.calls files\" as", "create or replace view \"source.calls days\" as",
                "create or replace view \"source.calls periods\" as", "create or replace view \"contacts\" as",
            ])
        #expect(lines.filter { $0.hasPrefix("-- C0") } == ["-- C01: Tests", "-- C02: Waits"])
        #expect(lines.filter { $0.hasPrefix("order by") }.count == 2)
    }

    @Test("one KPI with the views that it needs")
    func oneFigure() throws {
        let script = try printSQL(try definition(kpis: twoKPIs), kpis: ["C02"])
        #expect(!script.contains("-- C01"))
        #expect(script.contains("-- C02: Waits"))
        #expect(script.contains("create or replace view \"contacts\""))
    }

    @Test("no engine's dates, zones, rounding or patterns; every division is guarded")
    func forbidden() throws {
        let script = try printSQL(try definition(kpis: twoKPIs + "\n" + everyMeasure))
        let code = script.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("--") }.joined(
            separator: "\n")
        for word in ["date_", "interval", "timezone", "epoch", "timestamp", "round(", " like ", "lower(", "upper("] {
            #expect(!code.lowercased().contains(word), "\(word)")
        }
        // What is left of a division after whole-number ones: by `nullif`, or by the unit's number.
        for part in code.replacing("//", with: "").replacing("/*", with: "").replacing("*/", with: "").split(
            separator: "/"
        )
        .dropFirst() {
            #expect(part.hasPrefix(" nullif(") || part.hasPrefix(" 1000") || part.hasPrefix(" ("))
        }
    }

    @Test("a name with a line break stays a comment")
    func comments() throws {
        let kpi =
            "- id: C01\n  name: \"one\\ntwo; drop table x\"\n  table: contacts\n  period: offered_at\n"
            + "  share: is_test\n  unit: percent\n  better: none"
        let script = try printSQL(try definition(kpis: kpi))
        #expect(script.contains("-- C01: one two; drop table x\n"))
        #expect(comment("a\n\nb\tc") == "-- a b c")
        #expect(remark("a */ b") == "/* a * / b */")
        #expect(quoted("a\"b") == "\"a\"\"b\"")
        #expect(literal("it's") == "'it''s'")
    }

    @Test("a name that SQL could not tell apart is refused")
    func clashes() throws {
        let made = try definition(tables: "table: calendar\nfrom: source.calls\ntime: offered_at")
        let found = #expect(throws: Diagnostic.self) { try printSQL(made) }
        #expect(found?.code == "E0266")
        #expect(found?.message == "the table calendar has the name of one that is kept with every run")
    }

    @Test("a value of a mix is a statistic, and a figure of no value has one line")
    func mix() throws {
        let script = try printSQL(try definition(kpis: everyMeasure), kpis: ["M01"])
        #expect(script.contains("select distinct 'share:' || m.\"value\" as \"statistic\", m.\"value\""))
        #expect(script.contains("select 'share', null where not exists"))
    }

    @Test("half of the rows have ended where the product of window sums is one half")
    func survival() throws {
        let script = try printSQL(try definition(kpis: everyMeasure), kpis: ["M03"])
        #expect(script.contains("\"left\" <= 0.5 + 1e-9"))
        #expect(script.contains("exp(sum(ln(cast(nullif("))
    }

    @Test("a ratio prints both counts and the views of both")
    func ratio() throws {
        let script = try printSQL(try definition(kpis: everyMeasure), kpis: ["M06"])
        #expect(script.contains("create or replace view \"contacts\""))
        #expect(script.contains("\"M04 each row\" as ("))
        #expect(script.contains("\"M05 each row\" as ("))
        #expect(script.contains("cast(a.\"hits\" * 100 as double) / nullif(b.\"hits\", 0)"))
    }

    @Test("a triangle is a second statement of its figure, once every month is over")
    func triangle() throws {
        let script = try printSQL(try definition(kpis: everyMeasure), kpis: ["M07"])
        #expect(script.contains("-- M07: Finished, by the month of its rows and the months since\n"))
        #expect(
            script.split(separator: "\n").filter { $0.hasPrefix("order by") } == [
                "order by 2, 3, 4, 5, 6;", "order by 3, 4;",
            ])
        #expect(script.contains("as \"open_share\""))
    }

    private let everyMeasure = """
        - { id: M01, name: Mix, table: contacts, period: offered_at, mix: queue, unit: percent, better: none }
        - id: M02
          name: By queue
          table: contacts
          period: offered_at
          per: { key: queue, take: count, then: { median: 0.5, average: mean } }
          unit: calls
          better: none
        - id: M03
          name: Until told
          table: contacts
          period: offered_at
          survival: { from: offered_at, until: told_on }
          unit: days
          better: none
        - { id: M04, name: Tests, table: contacts, period: offered_at, among: is_test, count: rows, unit: calls, better: none }
        - { id: M05, name: All, table: contacts, period: offered_at, count: rows, unit: calls, better: none }
        - { id: M06, name: Rate, ratio_of: { top: M04, bottom: M05 }, times: 100, unit: per 100, better: none }
        - id: M07
          name: Finished
          table: contacts
          period: offered_at
          share: told_on is not null
          immature: told_on is null
          triangle: { until: told_on, upto: 3 }
          unit: percent
          better: none
        """

    private let twoKPIs = """
        - { id: C01, name: Tests, table: contacts, period: offered_at, share: is_test, unit: percent, better: none }
        - { id: C02, name: Waits, table: contacts, period: offered_at, mean: wait, unit: seconds, better: none }
        """
}
