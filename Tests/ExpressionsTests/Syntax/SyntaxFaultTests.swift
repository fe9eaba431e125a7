import Testing

@testable import Expressions
@testable import Tables

@Suite("Faults of spelling")
struct SyntaxFaultTests {
    @Test("what breaks off or does not belong")
    func structure() {
        expectFaults("‸", "an expression is expected here [E0201]")
        expectFaults("wait < ‸", "the expression breaks off here [E0201]")
        expectFaults("wait ‸answered", "`answered` is not expected here [E0201]")
        expectFaults("wait < ‸and answered", "`and` is not expected here [E0201]")
        expectFaults(
            "answered ‸AND abandoned",
            "`AND` is not expected here [E0201]\n    help: write `and` in lower case")
        expectFaults(
            "‸CASE when answered then 1 end",
            "`CASE` is not expected here [E0201]\n    help: write `case` in lower case")
        expectFaults(
            "answered‸, abandoned",
            "a comma can stand only between parentheses [E0201]\n    help: join conditions with `and` or `or`")
        expectFaults(
            "1 s < wait ‸< 10 s",
            "comparisons cannot be chained [E0201]\n"
                + "    help: write `X between A and B`, or join two comparisons with `and`")
        expectFaults(
            "answered is ‸true",
            "after `is` only `null` or `not null` can stand, not `true` [E0201]\n"
                + "    help: compare with `=`: `X = true`, `X = 'answered'`")
        expectFaults(
            "channel in ‸'999'",
            "after `in` a list in parentheses is expected, not `'999'` [E0201]\n    help: write `in ('a', 'b')`")
        expectFaults(
            "wait between 1 s ‸or 2 s", "`and` is expected after `between 1 s`, not `or` [E0201]")
    }

    @Test("parentheses and texts that never end")
    func unbalanced() {
        let help = "    help: close it with ); inside { } quote the expression: a comma ends an unquoted value"
        expectFaults("answered and ‸(abandoned", "this parenthesis is never closed [E0203]\n\(help)")
        expectFaults("channel in ‸('999'", "this parenthesis is never closed [E0203]\n\(help)")
        expectFaults("(answered and any‸(legs", "this parenthesis is never closed [E0203]\n\(help)")
        expectFaults("answered‸)", "this parenthesis was never opened [E0203]")
        expectFaults(
            "queue = ‸'north",
            "this text never ends [E0202]\n"
                + "    help: close it with '; an apostrophe inside a text is written twice: ''")
    }

    @Test("looks into other rows")
    func related() {
        expectFaults(
            "any(legs ‸where by_human)",
            "the related row needs a name before `where` [E0201]\n"
                + "    help: write `any(legs v where v.COLUMN …)`")
        expectFaults(
            "‸first(legs l) is null",
            "`first(…)` is a row, not a value [E0201]\n    help: say which column: `first(legs l).COLUMN`")
        expectFaults(
            "any(legs l).‸human_at is null",
            "`any(…)` has no columns [E0201]\n"
                + "    help: write `first(legs v).human_at` or `last(legs v).human_at`")
        expectFaults(
            "incident.call‸.wait > 1 s",
            "a look through two relations is not possible in one step [E0201]\n"
                + "    help: give the related table a column for it, and read that column")
        expectFaults(
            "count_within(caller_hash, offered_at‸) > 1",
            "`count_within` takes a key, a time and a width, not `)` here [E0221]\n"
                + "    help: write `count_within(KEY, TIME, WIDTH where CONDITION)`")
        expectFaults(
            "‸setting > 1",
            "`setting` needs the name of a setting [E0201]\n    help: write `setting.NAME`")
    }

    @Test("case")
    func choice() {
        expectFaults(
            "case ‸end",
            "`end` is not expected here [E0201]")
        expectFaults(
            "case channel ‸end",
            "`when` is expected after `case`, not `end` [E0201]\n"
                + "    help: write `case when CONDITION then VALUE else VALUE end`")
        expectFaults("case when answered ‸else 2 end", "`then` is expected after `when answered`, not `else` [E0201]")
        expectFaults("case when answered then 1‸", "`end` is expected to close `case`, not the end [E0201]")
    }

    @Test("words and signs of other languages")
    func foreign() {
        expectFaults(
            "wait ‸/ 2 > 1 s",
            "`/` is not part of the language [E0204]\n"
                + "    help: there is no division: a share, mean or ratio divides at the end, once")
        expectFaults("wait ‸!= 1 s", "`!=` is not part of the language [E0204]\n    help: write `<>`")
        expectFaults("wait ‸== 1 s", "`==` is not part of the language [E0204]\n    help: write `=`")
        expectFaults("wait ‸≤ 1 s", "`≤` is not part of the language [E0204]\n    help: write `<=`")
        expectFaults(
            "queue = ‸\"north\"",
            "`\"` is not part of the language [E0204]\n    help: write texts in single quotes: 'answered'")
        expectFaults(
            "queue ‸like 'n'",
            "`like` is not part of the language [E0204]\n"
                + "    help: there are no patterns: list the values with `in (…)`, or map them in the source")
        expectFaults(
            "‸cast(wait as int) > 1",
            "`cast` is not part of the language [E0204]\n"
                + "    help: there are no casts: declare the column's type in the source")
        expectFaults(
            "wait > ‸interval '5 min'",
            "`interval` is not part of the language [E0204]\n    help: write a duration such as `5 min`")
        expectFaults(
            "callback_due_on > ‸date '2026-03-01'",
            "a date is written without the word `date` [E0204]\n    help: write `'2026-03-31'`")
        expectFaults("quéue = 'n'".replacing("é", with: "‸é"), "`é` is not part of the language [E0204]")
    }

    @Test("literals that are none")
    func literals() {
        expectFaults(
            "wait < 10 ‸seconds", "`seconds` is not a unit of time [E0205]\n    help: write `10 s`")
        expectFaults("wait < 5 ‸m", "`m` is not a unit of time [E0205]\n    help: write `5 min`")
        expectFaults(
            "wait < 5 ‸fortnights",
            "`fortnights` is not a unit of time [E0205]\n"
                + "    help: the units are ms, s, min, h, d (86,400 seconds) and w")
        expectFaults(
            "wait < ‸0.0001 s",
            "`0.0001 s` is not a whole number of milliseconds that can be held [E0205]\n"
                + "    help: write the duration in a smaller unit")
        expectFaults(
            "legs_tried < ‸99999999999999999999",
            "`99999999999999999999` is not a number that can be held [E0205]\n"
                + "    help: write at most 18 digits, of which at most 9 after the point")
    }

    @Test("a place counts lines and bytes")
    func places() {
        expectFaults(
            "queue = 'Tŷ' and\n    ‸wiat < 10 s",
            "`wiat` is not a column or population of contacts [E0210]\n    help: did you mean `wait`?")
        expectFaults(
            "queue = 'Tŷ' and ‸wiat < 10 s",
            "`wiat` is not a column or population of contacts [E0210]\n    help: did you mean `wait`?")
        let whole = Diagnostic.Location(file: "settings.yaml")
        #expect(throws: Diagnostic(code: "E0201", "an expression is expected here", at: whole)) {
            try parse("", at: whole)
        }
    }

    @Test("no text is deep enough to exhaust the stack")
    func depth() {
        let help = "    help: give its parts names as columns of the table"
        for text in [
            String(repeating: "(", count: 100_000) + "answered",
            String(repeating: "not ", count: 100_000) + "answered",
            String(repeating: "-", count: 100_000) + "1 = 1",
            "1" + String(repeating: " + 1", count: 100_000) + " = 1",
            String(repeating: "case when ", count: 100_000),
            String(repeating: "abs(", count: 100_000),
        ] {
            let found = faults(text)
            #expect(found.count == 1)
            #expect(found.first?.hasSuffix("error: this expression is too deep [E0201]\n\(help)") == true)
        }
    }
}
