import Testing

@testable import Expressions
@testable import Tables

@Suite("Evaluation")
struct EvaluatorTests {
    /// The nine pairs of no, yes and unknown.
    let pairs = Batch(
        count: 9,
        columns: [
            "answered": EvaluatorTests.flags("000111???"), "abandoned": EvaluatorTests.flags("01?01?01?"),
        ])

    static func flags(_ text: String) -> [Value?] {
        text.map { $0 == "?" ? nil : .flag($0 == "1") }
    }

    @Test(
        "three-valued logic as in SQL",
        arguments: [
            ("answered and abandoned", "00001?0??"),
            ("answered or abandoned", "01?111?1?"),
            ("not answered", "111000???"),
            ("answered = abandoned", "10?01????"),
            ("answered <> abandoned", "01?10????"),
            ("answered is null", "000000111"),
            ("answered is not null", "111111000"),
            ("answered and true", "000111???"),
            ("answered and false", "000000000"),
            ("answered or true", "111111111"),
            ("answered or false", "000111???"),
            ("answered = true", "000111???"),
            ("answered in (true, null)", "???111???"),
            ("answered not in (true, null)", "???000???"),
            ("answered in (false)", "111000???"),
            ("coalesce(answered, abandoned)", "00011101?"),
            ("coalesce(answered, abandoned, true)", "000111011"),
            ("case when answered then abandoned else true end", "11101?111"),
            ("case when answered then true when abandoned then false end", "?0?111?0?"),
            ("case answered when true then false when false then true end", "111000???"),
            ("not answered and not abandoned or answered and abandoned", "10?01????"),
            ("(answered and abandoned) is null", "000001011"),
            ("null", "?????????"),
        ])
    func logic(_ text: String, _ expected: String) throws {
        let result = try pairs.evaluate(try typed(text, expecting: .flag))
        #expect(result == EvaluatorTests.flags(expected))
    }

    @Test(
        "numbers, durations and times",
        arguments: [
            ("wait < 10 s", [true, false, false, nil]), ("wait <= 10 s", [true, true, false, nil]),
            ("wait > 10 s", [false, false, true, nil]), ("wait >= 10 s", [false, true, true, nil]),
            ("wait = 10 s", [false, true, false, nil]), ("wait <> 10 s", [true, false, true, nil]),
            ("10 s > wait", [true, false, false, nil]), ("wait < setting.short_abandon", [false, false, false, nil]),
            ("wait between 9999 ms and 10 s", [true, true, false, nil]),
            ("wait not between 9999 ms and 10 s", [false, false, true, nil]),
            ("wait in (10 s, 10001 ms)", [false, true, true, nil]),
            ("wait in (10 s, null)", [nil, true, nil, nil]),
            ("wait not in (10 s, null)", [nil, false, nil, nil]),
            ("wait + 1 ms > 10 s", [false, true, true, nil]),
            ("wait * 2 >= 20 s", [false, true, true, nil]),
            ("-wait < -10 s", [false, false, true, nil]),
            ("offered_at + wait > as_of", [false, true, true, nil]),
            ("least(wait, null) is null", [false, false, false, true]),
            ("greatest(wait, 10 s) = 10 s", [true, true, false, true]),
            ("least(wait, 10 s) = 10 s", [false, true, true, true]),
            ("abs(wait - 10 s) = 1 ms", [true, false, true, nil]),
        ])
    func numbers(_ text: String, _ expected: [Bool?]) throws {
        let batch = Batch(
            count: 4,
            columns: [
                "wait": [.integer(9_999), .integer(10_000), .integer(10_001), nil],
                "offered_at": Array(repeating: .integer(1_782_860_400_000 - 9_999), count: 4),
            ])
        #expect(try batch.evaluate(try typed(text)) == expected.map { $0.map(Value.flag) })
    }

    @Test("elapsed is unknown when negative; a difference is not")
    func elapsed() throws {
        let batch = Batch(
            count: 4,
            columns: [
                "offered_at": [.integer(1000), .integer(1000), .integer(1000), nil],
                "human_at": [.integer(1000), .integer(4000), .integer(999), .integer(5)],
            ])
        #expect(
            try batch.evaluate(try typed("elapsed(offered_at, human_at)")) == [.integer(0), .integer(3000), nil, nil])
        #expect(
            try batch.evaluate(try typed("human_at - offered_at")) == [.integer(0), .integer(3000), .integer(-1), nil])
    }

    @Test("what does not fit is unknown, never wrong and never a crash")
    func overflow() throws {
        let batch = Batch(
            count: 3,
            columns: ["legs_tried": [.integer(Int64.max), .integer(Int64.min + 1), nil], "score": [nil, nil, nil]])
        #expect(try batch.evaluate(try typed("legs_tried + 1")) == [nil, .integer(Int64.min + 2), nil])
        #expect(try batch.evaluate(try typed("legs_tried - 2")) == [.integer(Int64.max - 2), nil, nil])
        #expect(try batch.evaluate(try typed("legs_tried * 2")) == [nil, nil, nil])
        #expect(try batch.evaluate(try typed("abs(legs_tried)")) == [.integer(Int64.max), .integer(Int64.max), nil])
        #expect(try batch.evaluate(try typed("legs_tried > 0.5")) == [nil, nil, nil])
    }

    @Test("decimals compare as numbers")
    func decimals() throws {
        let batch = Batch(
            count: 3,
            columns: ["score": [.integer(25), .integer(20), nil], "legs_tried": [.integer(2), .integer(2), nil]])
        #expect(try batch.evaluate(try typed("score > 2")) == [.flag(true), .flag(false), nil])
        #expect(try batch.evaluate(try typed("score = legs_tried")) == [.flag(false), .flag(true), nil])
        #expect(try batch.evaluate(try typed("legs_tried + 0.25")) == [.integer(225), .integer(225), nil])
        #expect(try batch.evaluate(try typed("score * 0.5")) == [.integer(125), .integer(100), nil])
    }

    @Test("texts are equal by their bytes; a text that no row holds equals nothing but itself")
    func texts() throws {
        let batch = Batch(
            count: 3,
            columns: [
                "queue": [.text("caf\u{E9}"), .text("cafe\u{301}"), nil],
                "answered_by_type": [nil, .text("ivr"), nil], "channel": [.text("999"), .text("101"), nil],
            ])
        #expect(try batch.evaluate(try typed("queue = 'caf\u{E9}'")) == [.flag(true), .flag(false), nil])
        #expect(try batch.evaluate(try typed("queue <> 'north'")) == [.flag(true), .flag(true), nil])
        #expect(
            try batch.evaluate(try typed("coalesce(queue, 'none') = 'other'"))
                == [.flag(false), .flag(false), .flag(false)])
        #expect(
            try batch.evaluate(try typed("coalesce(queue, 'none') = 'none'"))
                == [.flag(false), .flag(false), .flag(true)])
        #expect(
            try batch.evaluate(try typed("coalesce(answered_by_type, 'handler') <> 'ivr'"))
                == [.flag(true), .flag(false), .flag(true)])
        #expect(
            try batch.evaluate(try typed("channel in ('999', 'online')")) == [.flag(true), .flag(false), nil])
        #expect(
            try batch.evaluate(try typed("case when channel = '999' then 'emergency' else channel end = 'emergency'"))
                == [.flag(true), .flag(false), nil])
    }

    @Test("ordered categories compare by place, whatever their texts")
    func ordered() throws {
        let batch = Batch(
            count: 4, columns: ["grade": [.text("4"), .text("2"), nil, .text("not in the list")]])
        #expect(try batch.evaluate(try typed("grade < '3'")) == [.flag(false), .flag(true), nil, nil])
        #expect(try batch.evaluate(try typed("grade >= '2'")) == [.flag(true), .flag(true), nil, nil])
        #expect(try batch.evaluate(try typed("'3' < grade")) == [.flag(true), .flag(false), nil, nil])
        #expect(
            try batch.evaluate(try typed("least(grade, '3') = '3'"))
                == [.flag(true), .flag(false), .flag(true), .flag(true)])
        #expect(
            try batch.evaluate(try typed("greatest(grade, '2')"))
                == [.text("4"), .text("2"), .text("2"), .text("2")])
    }

    @Test("what looks beyond the row is asked for once and taken as it is")
    func beyond() throws {
        var asked: [String] = []
        let evaluation = Evaluation(
            count: 2, zone: london, asOf: 0, code: { _ in -2 }, column: { _, _ in .flags([1, 0]) },
            setting: { _ in .integers([1, 1]) },
            beyond: {
                asked.append(expressionText($0))
                return .flags([2, 1])
            })
        let evaluator = Evaluator(evaluation)
        let expression = try typed("any(legs l where l.by_human) or not any(legs l where l.by_human) and answered")
        #expect(try evaluator.value(of: expression) == .flags([2, 1]))
        #expect(try evaluator.value(of: typed("not any(legs x where x.by_human)")) == .flags([2, 0]))
        #expect(asked == ["any(legs r where r.by_human)"])
        #expect(try evaluator.value(of: typed("null")) == .integers([Missing.integer, Missing.integer]))
    }

    @Test("no rows")
    func empty() throws {
        let batch = Batch(count: 0, columns: ["wait": [], "grade": [], "answered": [], "offered_at": []])
        for text in ["wait < 10 s and answered", "grade < '2'", "month(offered_at) = 1", "10 s < 5 s"] {
            #expect(try batch.evaluate(try typed(text)).isEmpty)
        }
    }

    @Test("a vector of the wrong kind is refused, not misread")
    func wrongKind() throws {
        let evaluation = Evaluation(
            count: 1, zone: london, asOf: 0, code: { _ in -2 }, column: { _, _ in .codes([0]) },
            setting: { _ in .codes([0]) }, beyond: { _ in .codes([0]) })
        #expect(throws: EvaluationFault(expression: "wait")) {
            try Evaluator(evaluation).value(of: typed("wait < 10 s"))
        }
    }
}
