import Testing

@testable import Expressions
@testable import Tables

@Suite("Faults of types")
struct TypeFaultTests {
    @Test("comparisons")
    func comparisons() {
        expectFaults(
            "wait < ‸10",
            "a duration cannot be compared with a whole number: `wait` and `10` [E0220]\n"
                + "    help: say which unit: write `10 s`, `10 min` or `10 h`")
        expectFaults(
            "wait ‸< legs_tried",
            "a duration cannot be compared with a whole number: `wait` and `legs_tried` [E0220]\n"
                + "    help: multiply by a unit: `legs_tried * 1 s`")
        expectFaults(
            "callback_due_on ‸< as_of",
            "a date cannot be compared with a time: `callback_due_on` and `as_of` [E0220]\n"
                + "    help: write `date(as_of)` for its local day")
        expectFaults(
            "offered_at ‸>= callback_due_on",
            "a time cannot be compared with a date: `offered_at` and `callback_due_on` [E0220]\n"
                + "    help: write `date(offered_at)` for its local day")
        expectFaults(
            "offered_at >= ‸'2026-03-31'",
            "a time cannot be compared with a text: `offered_at` and `'2026-03-31'` [E0220]\n"
                + "    help: compare its local day: `date(offered_at) >= '2026-03-31'`")
        expectFaults(
            "callback_due_on = ‸'2026-02-29'",
            "`'2026-02-29'` is not a date [E0205]\n    help: write year, month and day: '2026-03-31'")
        expectFaults(
            "answered = ‸1",
            "a yes/no cannot be compared with a whole number: `answered` and `1` [E0220]\n"
                + "    help: write `true` or `false`")
        expectFaults(
            "channel = ‸999",
            "a category cannot be compared with a whole number: `channel` and `999` [E0220]\n"
                + "    help: write values in quotes: `'999'`")
        expectFaults(
            "caller_hash = ‸'0'",
            "a pseudonym cannot be compared with a text: `caller_hash` and `'0'` [E0220]\n"
                + "    help: a pseudonym can be compared only with another pseudonym")
        expectFaults(
            "wait = ‸'10'",
            "a duration cannot be compared with a text: `wait` and `'10'` [E0220]\n"
                + "    help: write numbers and durations without quotes")
        expectFaults(
            "channel ‸< '999'",
            "`<` needs an order, and `channel` is a category [E0220]\n"
                + "    help: declare the category with `ordered: true` to compare its values by place")
        expectFaults(
            "queue ‸>= 'n'",
            "`>=` needs an order, and `queue` is a text [E0220]\n"
                + "    help: only `=`, `<>` and `in` compare such values")
        expectFaults(
            "grade ‸= answered_by_type",
            "an ordered category cannot be compared with a category: `grade` and `answered_by_type` [E0220]\n"
                + "    help: the values differ: 'ivr', 'switchboard', 'triage', 'handler'")
        expectFaults(
            "grade ‸< urgency",
            in: Scope(
                table: "contacts",
                columns: [
                    "grade": .category(values: ["1", "2"], ordered: true),
                    "urgency": .category(values: ["2", "1"], ordered: true),
                ]),
            "`<` needs the same values in the same order on both sides: `grade` and `urgency` [E0220]\n"
                + "    help: compare each with a value, or give both columns one list")
        expectFaults(
            "grade ‸< queue",
            "`<` needs an order, and `queue` is a text [E0220]\n"
                + "    help: only `=`, `<>` and `in` compare such values")
        expectFaults(
            "wait = ‸null",
            "a comparison with null is always unknown [E0223]\n    help: write `X is null` or `X is not null`")
        expectFaults(
            "wait in (10 s, ‸20)",
            "a duration cannot be compared with a whole number: `wait` and `20` [E0220]\n"
                + "    help: say which unit: write `20 s`, `20 min` or `20 h`")
        expectFaults(
            "channel in (‸disposition)",
            "a list holds literals only, but `disposition` is none [E0220]\n    help: join comparisons with `or`")
    }

    @Test("yes/no where it is needed")
    func logic() {
        let help = "    help: compare it with something, or ask whether it `is not null`"
        expectFaults(
            "answered and ‸wait", "`and` joins yes/no values, but `wait` is a duration [E0220]\n\(help)")
        expectFaults("‸queue or answered", "`or` joins yes/no values, but `queue` is a text [E0220]\n\(help)")
        expectFaults("not ‸wait", "`not` turns a yes/no around, but `wait` is a duration [E0220]\n\(help)")
        expectFaults(
            "case when ‸wait then 1 end", "`when` needs a yes/no, but `wait` is a duration [E0220]\n\(help)")
        expectFaults(
            "any(legs l where ‸l.human_at)",
            "the condition after `where` must be yes or no, but `l.human_at` is a time [E0220]\n\(help)")
    }

    @Test("arithmetic")
    func arithmetic() {
        expectFaults(
            "offered_at ‸+ human_at > as_of",
            "`+` cannot join a time and a time: `offered_at` and `human_at` [E0220]")
        expectFaults(
            "offered_at ‸+ 10 > as_of",
            "`+` cannot join a time and a whole number: `offered_at` and `10` [E0220]\n"
                + "    help: say which unit: write `10 s` or `10 min`")
        expectFaults(
            "callback_due_on ‸- date(offered_at) > 1",
            "`-` cannot join a date and a date: `callback_due_on` and `date(offered_at)` [E0220]\n"
                + "    help: write `days(date(offered_at), callback_due_on)` for the days between two dates")
        expectFaults(
            "callback_due_on ‸+ 1 d > date(as_of)",
            "`+` cannot join a date and a duration: `callback_due_on` and `1 d` [E0220]\n"
                + "    help: add a whole number of days to a date")
        expectFaults(
            "wait ‸* wait > 1 s", "`*` cannot join a duration and a duration: `wait` and `wait` [E0220]")
        expectFaults(
            "-‸offered_at > as_of",
            "`-` turns the sign of a number or a duration, but `offered_at` is a time [E0220]")
        expectFaults("wait + ‸null > 1 s", "arithmetic with null is always unknown [E0223]")
    }

    @Test("functions")
    func functions() {
        expectFaults(
            "elapsed(‸callback_due_on, human_at) > 1 s",
            "`elapsed` takes a time, but `callback_due_on` is a date [E0220]\n"
                + "    help: write `days(A, B)` for days between dates")
        expectFaults("‸elapsed(offered_at) > 1 s", "`elapsed` takes two times [E0221]")
        expectFaults("‸date() = '2026-03-31'", "`date` takes one time [E0221]")
        expectFaults(
            "date(‸callback_due_on) = '2026-03-31'",
            "`date` takes a time, but `callback_due_on` is a date [E0220]\n    help: leave out `date(…)`")
        expectFaults("days(‸wait, offered_at) > 1", "`days` takes a time or a date, but `wait` is a duration [E0220]")
        expectFaults(
            "working_days(offered_at, ‸wait) > 1",
            "`working_days` takes a time or a date, but `wait` is a duration [E0220]")
        expectFaults("‸working_days(offered_at) > 1", "`working_days` takes two times or dates [E0221]")
        expectFaults(
            "‸add_working_days(offered_at) > '2026-03-31'",
            "`add_working_days` takes a day and a number of days [E0221]")
        expectFaults(
            "add_working_days(offered_at, ‸5 d) > '2026-03-31'",
            "`add_working_days` takes a whole number of days, but `5 d` is a duration [E0220]")
        expectFaults(
            "add_working_days(‸queue, 5) > '2026-03-31'",
            "`add_working_days` takes a time or a date, but `queue` is a text [E0220]")
        expectFaults("‸coalesce(wait) > 1 s", "`coalesce` takes at least two values [E0221]")
        expectFaults(
            "coalesce(wait, ‸0) > 1 s",
            "the values of `coalesce` must have one type, but `wait` is a duration and `0` is a whole number [E0220]\n"
                + "    help: say which unit: write `0 s`, `0 min` or `0 h`")
        expectFaults(
            "case when answered then wait else ‸'none' end > 1 s",
            "the branches of `case` must have one type, but `'none'` is a text, not a duration [E0220]\n"
                + "    help: write numbers and durations without quotes")
        expectFaults(
            "least(‸queue, channel) is null", "`least` needs an order, and `queue` is a text [E0220]")
        expectFaults("abs(‸queue) > 1", "`abs` takes a number or a duration, but `queue` is a text [E0220]")
        expectFaults(
            "count_within(caller_hash, ‸wait, ‸abandon_wait) > 1",
            "`count_within` counts along a time, but `wait` is a duration [E0220]",
            "the width of `count_within` must be a duration that is the same for every row [E0220]\n"
                + "    help: write a duration such as `28 d`, or a setting")
    }

    @Test("the type that the place of the expression needs")
    func expected() {
        expectFaults(
            "‸wait", expecting: .flag, "a yes/no is needed here, but `wait` is a duration [E0220]")
        expectFaults(
            "‸5", expecting: .duration,
            "a duration is needed here, but `5` is a whole number [E0220]\n"
                + "    help: say which unit: write `5 s`, `5 min` or `5 h`")
        expectFaults(
            "‸queue", expecting: .category(values: ["north", "south"], ordered: false),
            "a category is needed here, but `queue` is a text [E0220]\n"
                + "    help: spell out its values: `case queue when '…' then 'north' … end`")
        expectFaults(
            "‸channel", expecting: .category(values: ["999", "101"], ordered: false),
            "a category is needed here, but `channel` is a category [E0220]\n"
                + "    help: the values differ: 'switchboard', 'livechat', 'online', 'email', 'social', 'alarm',"
                + " 'partner', 'other'")
        expectFaults(
            "‸case when answered then 'nrth' end", expecting: .category(values: ["north", "south"], ordered: false),
            "`'nrth'` is not a value of this category [E0215]\n"
                + "    help: did you mean `'north'`? the values are 'north', 'south'")
        #expect(faults("case when answered then null end", expecting: .time) == [])
    }
}
