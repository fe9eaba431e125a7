import Definitions
import Tables
import Testing

@testable import SQLPrinting

/// Each construct of the language as LANGUAGE section 2 and ENGINE section 9 say it is printed.
@Suite("Expressions as SQL")
struct ExpressionSQLTests {
    @Test(
        "row-local constructs",
        arguments: [
            ("legs + 1", #"t."legs" + 1"#),
            ("wait < 10 s", #"t."wait" < 10000 /* 10 s */"#),
            ("wait < setting.short", #"t."wait" < 5000 /* setting.short: 5 s */"#),
            ("answered_at is not null", #"t."answered_at_ms" is not null"#),
            ("not is_test or legs in (1, null)", #"(not t."is_test") or (t."legs" in (1, cast(null as bigint)))"#),
            ("queue = 'it''s'", #"t."queue" = 'it''s'"#),
            (
                "grade < '2'",
                #"case t."grade" when '1' then 0 when '2' then 1 end < 1 /* 2 */"#
            ),
            (
                "least(grade, '2')",
                #"case least(case t."grade" when '1' then 0 when '2' then 1 end, 1 /* 2 */) when 0 then '1' when 1 then '2' end"#
            ),
            (
                "elapsed(offered_at, answered_at)",
                #"case when t."answered_at_ms" >= t."offered_at_ms" then t."answered_at_ms" - t."offered_at_ms" end"#
            ),
            ("coalesce(talk, 0 s)", #"coalesce(t."talk", 0 /* 0 s */)"#),
            ("case when is_test then 1 else legs end", #"case when t."is_test" then 1 else t."legs" end"#),
            ("offered_at < as_of", #"t."offered_at_ms" < (select "as_of_ms" from "run.facts")"#),
            (
                "supplied(calls)",
                #"exists (select 1 from "run.supplied" where "table" = 'calls')"#
            ),
        ])
    func rowLocal(expression: String, sql: String) throws {
        #expect(try printed(expression) == sql)
    }

    @Test(
        "local readings add the offset that the tables hold",
        arguments: [
            ("date(offered_at)", #"((t."offered_at_ms" + t."offered_at_off" * 1000) // 86400000)"#),
            (
                "hour_of_week(offered_at)",
                #"(((t."offered_at_ms" + t."offered_at_off" * 1000) // 3600000) + 72) % 168"#
            ),
            ("hour(offered_at)", #"((t."offered_at_ms" + t."offered_at_off" * 1000) % 86400000) // 3600000"#),
            ("minute(offered_at)", #"((t."offered_at_ms" + t."offered_at_off" * 1000) % 3600000) // 60000"#),
            ("weekday(told_on)", #"(t."told_on_day" + 3) % 7"#),
            ("days(told_on, told_on + 1)", #"(t."told_on_day" + 1) - t."told_on_day""#),
            (
                "month(told_on)",
                #"(select c."month_number" from "calendar" c where c."day" = t."told_on_day")"#
            ),
            (
                "working_days(told_on, offered_at)",
                #"(select w."n" from "calendar.working_days" w where w."day" = ((t."offered_at_ms" + t."offered_at_off" * 1000) // 86400000)) - (select w."n" from "calendar.working_days" w where w."day" = t."told_on_day")"#
            ),
            (
                "add_working_days(told_on, 5)",
                #"case when 5 = 0 then (select w."day" from "calendar.working_days" w where w."day" = t."told_on_day") when 5 > 0 then (select min(v."day") from "calendar.working_days" w cross join "calendar.working_days" v where w."day" = t."told_on_day" and v."n" = w."n" + 5) end"#
            ),
        ])
    func localReadings(expression: String, sql: String) throws {
        #expect(try printed(expression) == sql)
    }

    @Test(
        "a rejected relative is seen by rejected rows only; an unknown key gives unknown",
        arguments: [
            (
                "one.legs",
                #"(select r."legs" from "source.calls" r where r."call_id" = t."parent" and (r."row_state" = 0 or t."row_state" <> 0) order by r."row_id" limit 1)"#
            ),
            (
                "any(others o where o.legs > 1)",
                #"case when t."parent" is not null then exists (select 1 from "source.calls" r where r."parent" = t."parent" and (r."row_state" = 0 or t."row_state" <> 0) and (r."legs" > 1)) end"#
            ),
            (
                "count(others o)",
                #"case when t."parent" is not null then (select count(*) from "source.calls" r where r."parent" = t."parent" and (r."row_state" = 0 or t."row_state" <> 0)) end"#
            ),
            (
                "last(others o).queue",
                #"(select r."queue" from "source.calls" r where r."parent" = t."parent" and (r."row_state" = 0 or t."row_state" <> 0) and r."offered_at_ms" is not null order by r."offered_at_ms" desc, r."row_id" desc limit 1)"#
            ),
            (
                "count_within(parent, offered_at, 1 h where is_test)",
                #"case when t."parent" is not null and t."offered_at_ms" is not null then case when t."row_state" = 0 then count(*) filter (where t."row_state" = 0 and (t."is_test")) over (partition by t."parent" order by t."offered_at_ms" range between 3600000 /* 1 h */ preceding and current row) else count(*) filter (where t."is_test") over (partition by t."parent" order by t."offered_at_ms" range between 3600000 /* 1 h */ preceding and current row) end end"#
            ),
        ])
    func relations(expression: String, sql: String) throws {
        #expect(try printed(expression) == sql)
    }

    @Test("the values of a list are rows of their own table, found by the key")
    func list() throws {
        #expect(
            try printed("any(codes c where c.value = 'A1')")
                == #"case when t."call_id" is not null then exists (select 1 from "source.calls_codes" r where r."call_id" = t."call_id" and (r."row_state" = 0 or t."row_state" <> 0) and (r."value" = 'A1')) end"#
        )
    }

    @Test("a dated setting is the one in force on the local day of the table's time")
    func datedSetting() throws {
        let day = #"((t."offered_at_ms" + t."offered_at_off" * 1000) // 86400000)"#
        #expect(
            try printed("wait < setting.patience")
                == #"t."wait" < case when \#(day) >= 20544 /* 2026-04-01 */ then 120000 /* setting.patience: 2 min */"#
                + #" when \#(day) is not null then 60000 /* setting.patience: 1 min */ end"#)
    }

    @Test("another engine is another value of the dialect")
    func otherDialect() throws {
        let other = SQLDialect(
            name: "Other", bigInteger: "int8", double: "float8", text: "text", boolean: "bool",
            divideWhole: { "div(\($0), \($1))" }, fill: { "load \($0) from \($1);" })
        #expect(
            try printed("date(offered_at)", other)
                == #"(div((t."offered_at_ms" + t."offered_at_off" * 1000), 86400000))"#)
        #expect(printSchema(try definition(), dialect: other).contains("\"legs\" int8,"))
    }

    /// The line of a derived column's view.
    private func printed(_ expression: String, _ dialect: SQLDialect = .duckDB) throws -> String {
        let made = try definition(columns: "  made: \"\(expression)\"")
        let catalogue = Catalogue(made)
        let column = try #require(made.tables.first?.columns.first { $0.name == "made" })
        return try ExpressionPrinter(catalogue, dialect, over: "contacts", as: "t").print(column.expression)
    }
}
