import Testing

@testable import Expressions
@testable import Tables

@Suite("Parsing")
struct ParseTests {
    @Test(
        "every expression of the draft definitions parses",
        arguments: [
            catalogueTables, catalogueFigures, catalogueRules,
        ])
    func catalogue(_ list: String) {
        var expressions: [String] = []
        for line in list.split(separator: "\n") {
            if line.hasPrefix(" "), let last = expressions.popLast() {
                expressions.append(last + "\n" + line)
            } else {
                expressions.append(String(line))
            }
        }
        for expression in expressions {
            #expect(throws: Never.self, "\(expression)") { try parse(expression, at: place) }
        }
        #expect(expressions.count == [catalogueTables: 209, catalogueFigures: 222, catalogueRules: 32][list])
    }

    @Test(
        "the canonical spelling shows what binds tighter",
        arguments: [
            ("answered or abandoned and calls_999", "answered or abandoned and calls_999"),
            ("(answered or abandoned) and calls_999", "(answered or abandoned) and calls_999"),
            ("not answered and abandoned", "not answered and abandoned"),
            ("not (answered and abandoned)", "not (answered and abandoned)"),
            ("not wait < 10 s", "not wait < 10 s"),
            ("legs_tried + 2 * 3 > 1", "legs_tried + 2 * 3 > 1"),
            ("(legs_tried + 2) * 3 > 1", "(legs_tried + 2) * 3 > 1"),
            ("legs_tried - (2 - 1) = -1", "legs_tried - (2 - 1) = -1"),
            ("- - legs_tried = 1", "-(-legs_tried) = 1"),
            ("wait between 1 s and 60 s", "wait >= 1 s and wait <= 1 min"),
            ("wait not between 1 s and 60 s", "not (wait >= 1 s and wait <= 1 min)"),
            ("not wait between 1 s and 60 s and answered", "not (wait >= 1 s and wait <= 1 min) and answered"),
            ("channel not in ('999','101')", "channel not in ('999', '101')"),
            ("caller_hash is not null", "caller_hash is not null"),
            ("(answered and abandoned) and calls_999", "answered and abandoned and calls_999"),
            ("queue = 'it''s'", "queue = 'it''s'"),
            (
                "case channel when '999' then 1 when '101' then 2 else 3 end = 1",
                "case when channel = '999' then 1 when channel = '101' then 2 else 3 end = 1"
            ),
            ("any ( legs l where l . by_human )", "any(legs r where r.by_human)"),
            ("first(legs l).human_at is null", "first(legs r).human_at is null"),
            ("incident.public", "any(incident r where r.public)"),
            (
                "count_within(caller_hash, offered_at, setting.repeat_window where channel = '999') >= 3",
                "count_within(caller_hash, offered_at, setting.repeat_window where channel = '999') >= 3"
            ),
            ("score > 2", "score > 2.0"),
            ("legs_tried > 2.5", "legs_tried > 2.5"),
            ("date(offered_at) >= '2026-03-01'", "date(offered_at) >= '2026-03-01'"),
            ("supplied(outcomes)", "supplied(outcomes)"),
            ("offered_at < as_of - 90000 ms", "offered_at < as_of - 90 s"),
            ("wait < 1.5 h and wait < 1w", "wait < 90 min and wait < 7 d"),
        ])
    func binding(_ text: String, _ expected: String) throws {
        #expect(try canonical(text) == expected)
        #expect(try canonical(expected) == expected)
    }

    @Test(
        "durations",
        arguments: [
            ("10 s", 10_000), ("10s", 10_000), ("15 min", 900_000), ("24 h", 86_400_000), ("28 d", 2_419_200_000),
            ("500 ms", 500), ("2 w", 1_209_600_000), ("0.5 s", 500), ("0 s", 0),
        ])
    func durations(_ text: String, _ milliseconds: Int64) {
        #expect(parseDuration(text) == milliseconds)
    }

    @Test(
        "what is no duration",
        arguments: [
            "", "10", "s", "10 m", "-10 s", "10 S", "1.5.5 s", ".5 s", "0.0001 s", "10 s ", "9223372036854775807 d",
            "1,5 h", "10 seconds",
        ])
    func noDurations(_ text: String) {
        #expect(parseDuration(text) == nil)
    }

    @Test("literals of settings and standards")
    func literals() {
        #expect(parseLiteral("true", as: .flag) == 1)
        #expect(parseLiteral("no", as: .flag) == nil)
        #expect(parseLiteral("-12", as: .integer) == -12)
        #expect(parseLiteral("12.0", as: .integer) == nil)
        #expect(parseLiteral("1.5", as: .number(decimals: 2)) == 150)
        #expect(parseLiteral("1.555", as: .number(decimals: 2)) == nil)
        #expect(parseLiteral("-5 min", as: .duration) == -300_000)
        #expect(parseLiteral("2026-03-29", as: .date) == 20_541)
        #expect(parseLiteral("2026-02-29", as: .date) == nil)
        #expect(parseLiteral("x", as: .text) == nil)
    }
}
