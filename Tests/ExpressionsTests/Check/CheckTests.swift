import Testing

@testable import Expressions
@testable import Tables

@Suite("Types")
struct CheckTests {
    @Test(
        "the type of each construct",
        arguments: [
            ("wait", ValueType.duration), ("offered_at - human_at", .duration), ("offered_at + wait", .time),
            ("wait + offered_at", .time), ("offered_at - 2 s", .time), ("wait + 1 s", .duration),
            ("2 * wait", .duration),
            ("legs_tried * 1 d", .duration), ("legs_tried + 1", .integer), ("score + 1", .number(decimals: 1)),
            ("score * 0.25", .number(decimals: 3)), ("legs_tried - 0.5", .number(decimals: 1)), ("-wait", .duration),
            ("date(offered_at)", .date), ("date(offered_at) + 1", .date), ("1 + callback_due_on", .date),
            ("days(offered_at, callback_due_on)", .integer), ("days(callback_due_on, '2026-03-31')", .integer),
            ("working_days(offered_at, callback_due_on)", .integer), ("working_days('2026-03-31', as_of)", .integer),
            ("add_working_days(offered_at, 5)", .date), ("add_working_days(callback_due_on, legs_tried)", .date),
            ("add_working_days(date(offered_at), setting.repeat_calls)", .date), ("supplied(outcomes)", .flag),
            ("elapsed(offered_at, human_at)", .duration), ("hour_of_week(offered_at)", .integer),
            ("hour_start(offered_at)", .time), ("month(callback_due_on)", .integer), ("weekday(offered_at)", .integer),
            ("hour(offered_at)", .integer), ("minute(offered_at)", .integer), ("second(offered_at)", .integer),
            ("abs(score)", .number(decimals: 1)), ("abs(wait)", .duration), ("as_of", .time), ("as_of - 1 ms", .time),
            ("coalesce(human_at, offered_at)", .time), ("least(wait, abandon_wait, 5 s)", .duration),
            ("greatest(legs_tried, 0.5)", .number(decimals: 1)), ("coalesce(callback_due_on, '2026-03-31')", .date),
            ("least(grade, incident.first_grade)", .category(values: ["1", "2", "3", "4"], ordered: true)),
            ("coalesce(grade, '1')", .category(values: ["1", "2", "3", "4"], ordered: true)),
            ("coalesce(channel, 'nobody knows')", .text), ("coalesce(queue, channel)", .text),
            ("case when answered then 'a' else 'b' end", .text),
            ("case when answered then null else wait end", .duration),
            ("case when answered then wait end", .duration), ("null", .null), ("count(legs l)", .integer),
            ("any(legs l)", .flag), ("last(legs l).disposition", .category(values: dispositionValues, ordered: false)),
            ("setting.short_abandon", .duration), ("calls_999", .flag), ("not calls_999", .flag),
            ("incident.created_at", .time), ("count_within(caller_hash, offered_at, 28 d)", .integer),
            ("any(legs l where l.handled)", .flag), ("grade = incident.first_grade", .flag), ("queue = channel", .flag),
            ("answered = false", .flag), ("grade < '3'", .flag), ("incident.first_grade <= grade", .flag),
        ])
    func types(_ text: String, _ type: ValueType) throws {
        #expect(try typed(text).type == type)
    }

    @Test("literals take the type of their place")
    func adapting() throws {
        let disposition = ValueType.category(values: dispositionValues, ordered: false)
        #expect(try typed("case when answered then 'answered' end", expecting: disposition).type == disposition)
        #expect(try typed("null", expecting: .time) == TypedExpression(.null, .time))
        #expect(try typed("legs_tried", expecting: .number(decimals: 2)).type == .number(decimals: 2))
        #expect(try typed("'x'", expecting: .id) == TypedExpression(.text("x"), .id))
        #expect(
            try typed("callback_due_on > '1970-01-02'").node
                == .compare(
                    .greater, TypedExpression(.column("callback_due_on", of: .own), .date),
                    TypedExpression(.integer(1), .date)))
    }

    @Test("however it is written, it is the same expression")
    func sameness() throws {
        #expect(try typed("channel in ( '999' , '101' )") == typed("channel  in ('999', '101')"))
        #expect(try typed("wait between 0 s and 1 min") == typed("wait >= 0 s and wait <= 60 s"))
        #expect(try typed("(answered and (abandoned and calls_999))") == typed("answered and abandoned and calls_999"))
        #expect(try typed("any(legs one where one.by_human)") == typed("any(legs l where (l.by_human))"))
        #expect(try typed("queue is not null") == typed("not queue is null"))
    }

    @Test("what an expression reads")
    func references() throws {
        let found = try typed(
            "calls_999 and any(legs l where l.root_id <> root_id and l.handled and l.offered_at > as_of - 1 h)"
                + " and incident.created_at < first(legs l).human_at and wait < setting.short_abandon"
                + " and count_within(caller_hash, offered_at, setting.repeat_window where channel = '999') > 2"
                + " and supplied(outcomes) and queue in ('n', 's') and incident.public"
        ).references
        #expect(found.columns == ["root_id", "wait", "caller_hash", "offered_at", "channel", "queue"])
        #expect(found.populations == ["calls_999"])
        #expect(found.relations == ["legs", "incident"])
        #expect(
            found.relatedColumns == [
                .init(relation: "legs", name: "root_id"), .init(relation: "legs", name: "offered_at"),
                .init(relation: "legs", name: "human_at"), .init(relation: "incident", name: "created_at"),
            ])
        #expect(
            found.relatedPopulations == [
                .init(relation: "legs", name: "handled"), .init(relation: "incident", name: "public"),
            ])
        #expect(found.settings == ["short_abandon", "repeat_window"])
        #expect(found.sources == ["outcomes"])
        #expect(found.texts == ["999", "n", "s"])
        #expect(found.usesAsOf && found.looksBeyondRow)
        #expect(try !typed("wait < 10 s and queue = 'n'").references.looksBeyondRow)
    }

    @Test("terms of a conjunction")
    func conjuncts() throws {
        #expect(
            try typed("answered and (abandoned or calls_999) and wait < 1 s").conjuncts.map(expressionText)
                == ["answered", "abandoned or calls_999", "wait < 1 s"])
        #expect(try typed("answered or abandoned").conjuncts.count == 1)
    }

    @Test("every code is explained once")
    func codes() {
        #expect(expressionCodes.map(\.code) == expressionCodes.map(\.code).sorted())
        #expect(Set(expressionCodes.map(\.code)).count == expressionCodes.count)
    }
}
