import Testing

@testable import Expressions
@testable import Tables

@Suite("Faults of names")
struct NameFaultTests {
    @Test("columns")
    func columns() {
        expectFaults(
            "‸offerd_at is null",
            "`offerd_at` is not a column or population of contacts [E0210]\n    help: did you mean `offered_at`?")
        expectFaults(
            "‸call_999",
            "`call_999` is not a column or population of contacts [E0210]\n    help: did you mean `calls_999`?")
        expectFaults(
            "‸xyzzyxyzzy is null",
            "`xyzzyxyzzy` is not a column or population of contacts [E0210]\n"
                + "    help: contacts has abandon_wait, abandoned, answered, answered_by_type, by_human, call_id,"
                + " callback_due_on, caller_hash, calls_999, channel, disposition, gave_up_at and 10 more")
        expectFaults(
            "‸legs",
            "`legs` is a relation of contacts, not a value [E0210]\n"
                + "    help: write `any(legs v where …)`, `first(legs v).COLUMN` or `legs.COLUMN`")
        expectFaults(
            "‸short_abandon > 1 s",
            "`short_abandon` is not a column or population of contacts [E0210]\n"
                + "    help: write `setting.short_abandon`")
        expectFaults(
            "‸days > 1",
            "`days` is not a column or population of contacts [E0210]\n"
                + "    help: `days` is a function: write `days(…)`")
        expectFaults(
            "offered_at < ‸today",
            "`today` is not part of the language [E0204]\n"
                + "    help: write `as_of`, the instant at which knowledge ends")
    }

    @Test("columns of related rows")
    func related() {
        expectFaults(
            "any(legs l where l.‸by_humn)",
            "`by_humn` is not a column or population of the rows of `legs` [E0210]\n    help: did you mean `by_human`?")
        expectFaults(
            "last(legs l).‸dispositon = 'test'",
            "`dispositon` is not a column or population of the rows of `legs` [E0210]\n"
                + "    help: did you mean `disposition`?")
        expectFaults(
            "incident.‸creted_at is null",
            "`creted_at` is not a column or population of the rows of `incident` [E0210]\n"
                + "    help: did you mean `created_at`?")
        expectFaults(
            "any(legs l where ‸l)",
            "`l` is the related row, not a value [E0210]\n    help: say which column: `l.COLUMN`")
        expectFaults(
            "any(legs l where any(legs m where m.root_id = ‸l.root_id))",
            "`l` is the row of another condition, out of reach here [E0222]\n"
                + "    help: give the table a column for the inner condition, and read that column")
    }

    @Test("relations")
    func relations() {
        expectFaults(
            "any(‸leg l)", "`leg` is not a relation of contacts [E0212]\n    help: did you mean `legs`?")
        expectFaults(
            "‸incidnt.created_at is null",
            "`incidnt` is not a relation of contacts [E0212]\n    help: did you mean `incident`?")
        expectFaults(
            "‸settings.short_abandon > 1 s",
            "`settings` is not a relation of contacts [E0212]\n    help: write `setting.NAME`")
        expectFaults(
            "‸wait.seconds > 1",
            "`wait` is not a relation of contacts [E0212]\n    help: `wait` is a column, and columns have no parts")
        expectFaults(
            "any(‸legs l)", in: Scope(table: "legs", columns: [:]),
            "`legs` is not a relation of legs [E0212]\n    help: legs has no relations")
        expectFaults(
            "‸legs.human_at is null",
            "`legs` can lead to several rows, so `legs.human_at` is no single value [E0222]\n"
                + "    help: write `first(legs v).human_at` or `last(legs v).human_at`")
        expectFaults(
            "first(‸incident i).created_at is null",
            "`incident` has no order, so it has no first row [E0222]\n"
                + "    help: write `incident.created_at`, or give the relation an `order`")
    }

    @Test("functions, settings, sources and values")
    func others() {
        expectFaults(
            "‸elapse(offered_at, human_at) > 1 s",
            "there is no function `elapse` [E0211]\n    help: did you mean `elapsed`?")
        expectFaults(
            "‸wait(offered_at) > 1 s",
            "there is no function `wait` [E0211]\n    help: `wait` is a column: leave out the parentheses")
        expectFaults(
            "‸round(score) > 1",
            "`round` is not part of the language [E0204]\n"
                + "    help: nothing is rounded: figures are kept exact and rounded only for display")
        expectFaults(
            "‸xyzzyxyzzy(score) > 1",
            "there is no function `xyzzyxyzzy` [E0211]\n"
                + "    help: the functions are abs, add_working_days, any, coalesce, count, count_within, date, days,"
                + " elapsed, first, greatest, hour, hour_of_week, hour_start, last, least, minute, month, second,"
                + " supplied, weekday, working_days")
        expectFaults(
            "wait < setting.‸short_abandn",
            "there is no setting `short_abandn` [E0213]\n    help: did you mean `short_abandon`?")
        expectFaults(
            "supplied(‸outcoms)", "there is no source `outcoms` [E0214]\n    help: did you mean `outcomes`?")
        expectFaults(
            "disposition = ‸'anwsered'",
            "`'anwsered'` is not a value of this category [E0215]\n"
                + "    help: did you mean `'answered'`? the values are 'answered', 'abandoned', 'overflow',"
                + " 'transferred', 'callback_requested', 'ivr_resolved', 'voicemail', 'blocked', 'test'")
        expectFaults(
            "channel not in ('999', ‸'112')",
            "`'112'` is not a value of this category [E0215]\n"
                + "    help: the values are '999', '101', 'switchboard', 'livechat', 'online',"
                + " 'email', 'social', 'alarm', 'partner', 'other'")
        expectFaults(
            "coalesce(answered_by_type, ‸'handlr') <> 'ivr'",
            "`'handlr'` is not a value of this category [E0215]\n"
                + "    help: did you mean `'handler'`? the values are 'ivr', 'switchboard', 'triage', 'handler'")
        expectFaults(
            "grade < ‸'5'",
            "`'5'` is not a value of this category [E0215]\n"
                + "    help: did you mean `'1'`? the values are '1', '2', '3', '4'")
    }

    @Test("all faults at once, in the order of the text")
    func allAtOnce() {
        expectFaults(
            "‸wiat < ‸anything(1) and disposition = ‸'tset' or wait < ‸10",
            "`wiat` is not a column or population of contacts [E0210]\n    help: did you mean `wait`?",
            "there is no function `anything` [E0211]\n"
                + "    help: the functions are abs, add_working_days, any, coalesce, count, count_within, date, days,"
                + " elapsed, first, greatest, hour, hour_of_week, hour_start, last, least, minute, month, second,"
                + " supplied, weekday, working_days",
            "`'tset'` is not a value of this category [E0215]\n"
                + "    help: did you mean `'test'`? the values are 'answered', 'abandoned', 'overflow',"
                + " 'transferred', 'callback_requested', 'ivr_resolved', 'voicemail', 'blocked', 'test'",
            "a duration cannot be compared with a whole number: `wait` and `10` [E0220]\n"
                + "    help: say which unit: write `10 s`, `10 min` or `10 h`")
    }
}
