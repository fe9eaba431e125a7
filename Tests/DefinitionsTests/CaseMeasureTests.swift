import Definitions
import Expressions
import Tables
import Testing

/// Measures over cases: mixes, counts by key, survival; and what a figure says of rows that are not finished.
@Suite struct CaseMeasureTests {
    private let path = "base/kpis/calls.yaml"

    private func fixture(_ keys: String) -> Fixture {
        Fixture([
            path: Fixture.kpis + "\n- { id: C03, name: c, table: contacts, period: offered_at, \(keys) }\n",
            "base/schema/calls.yaml": (Fixture.whole["base/schema/calls.yaml"] ?? "").replacing(
                "queue: { type: text, absent: null }",
                with: "queue: { type: text, absent: null }\n"
                    + "  name: { type: text, absent: null, sensitive: true }\n  born_on: { type: date, absent: null }"),
        ])
    }

    private func figure(_ keys: String, _ id: String = "C03") throws -> FigureDefinition {
        try #require(try fixture(keys).load().figures.first { $0.id == id })
    }

    /// Each text with the one message that it gives, at its mark.
    private func expect(_ faults: [(keys: String, message: String)]) {
        for (keys, message) in faults {
            let found = fixture(keys)
            #expect(found.faults() == ["\(found.place("1️⃣", in: path)): error: \(message)"], "\(keys)")
        }
    }

    @Test func aMixIsReadOverTextsCategoriesAndYesNo() throws {
        for value in ["queue", "channel", "answered", "\"coalesce(queue, 'none')\""] {
            let found = try figure("mix: \(value)")
            guard case .mix = found.measure else {
                Issue.record("\(found.measureText)")
                continue
            }
            #expect(found.unit == .percent)
        }
        expect([
            (
                "mix: 1️⃣wait",
                "`mix` needs a text, a category or a yes/no, but `wait` is a duration [E0248]\n"
                    + "    help: its values become the parts, so there must be few"
            ),
            (
                "mix: 1️⃣call_id",
                "`mix` needs a text, a category or a yes/no, but `call_id` is an id [E0248]\n"
                    + "    help: its values become the parts, so there must be few"
            ),
            (
                "mix: 1️⃣name",
                "`mix` would print the values of `name`, which is sensitive [E0248]\n"
                    + "    help: write a column that says less"
            ),
            (
                "mix: queue, missing: 1️⃣miss",
                "`missing: miss` needs a share: nothing else has a miss [E0248]\n"
                    + "    help: write `missing: leave_out`, or leave the key out"
            ),
            (
                "mix: queue, unit: 1️⃣calls",
                "the unit `calls` does not suit the measure [E0249]\n    help: write `unit: percent`"
            ),
        ])
    }

    @Test func rowsAreCountedByKey() throws {
        let found = try figure(
            "per: { key: caller, take: count, then: { median: 0.5, largest: 1, average: mean } }, unit: calls")
        guard case .per(let key, let summaries) = found.measure else {
            Issue.record("\(found.measureText)")
            return
        }
        #expect(expressionText(key) == "caller")
        #expect(
            summaries == [
                .quantile(.init(name: "median", numerator: 1, denominator: 2)),
                .quantile(.init(name: "largest", numerator: 1, denominator: 1)), .mean(name: "average"),
            ])
        #expect(
            found.measureText
                == "per: { key: caller, take: count, then: { median: 0.5, largest: 1, average: mean } }")
        #expect(found.unit == .number(of: "calls"))
        // The count is what there is to take, and an expression is a key as a column is.
        guard case .per(let day, _) = try figure("per: { key: date(offered_at), then: { median: 0.5 } }").measure else {
            Issue.record("no count by key")
            return
        }
        #expect(expressionText(day) == "date(offered_at)")
    }

    @Test func faultsOfCountsByKey() {
        expect([
            (
                "per: { key: 1️⃣wait, take: count, then: { median: 0.5 } }",
                "`key` needs something that tells rows apart, but `wait` is a duration [E0248]\n"
                    + "    help: such as the column of who deals with a case"
            ),
            (
                "per: { key: queue, take: 1️⃣sum, then: { median: 0.5 } }",
                "`take` is `sum`, which is not one of its values [E0236]\n    help: it can be: count"
            ),
            ("per: 1️⃣{ key: queue, take: count }", "`per` needs the key `then` [E0234]"),
            ("per: 1️⃣{ take: count, then: { median: 0.5 } }", "`per` needs the key `key` [E0234]"),
            (
                "per: { key: queue, then: 1️⃣{} }",
                "`then` needs a name with a probability or `mean`, such as `median: 0.5` [E0248]"
            ),
            (
                "per: { key: queue, then: { median: 1️⃣middle } }",
                "a quantile's probability must be a number from 0 to 1, such as 0.9, or `mean` [E0237]"
            ),
            (
                "per: { key: queue, then: { 1️⃣end: 0.5 } }",
                "a statistic cannot be named `end`: the word means something else here, in YAML or in databases [E0235]\n"
                    + "    help: choose another name, such as `end_`"
            ),
            (
                "per: { key: queue, then: { median: 0.5 } }, unit: 1️⃣min",
                "the unit `minutes` does not suit the measure [E0249]\n"
                    + "    help: say what is counted, such as `unit: calls`"
            ),
        ])
    }

    @Test func survivalIsInDays() throws {
        for ends in ["from: offered_at, until: answered_at", "from: born_on, until: answered_at"] {
            let found = try figure("survival: { \(ends) }")
            guard case .survival(from: let from, until: let until) = found.measure else {
                Issue.record("\(found.measureText)")
                continue
            }
            #expect("from: \(expressionText(from)), until: \(expressionText(until))" == ends)
            #expect(found.unit == .days)
        }
        expect([
            (
                "survival: { from: offered_at, until: 1️⃣wait }",
                "`until` needs a time or a date, but `wait` is a duration [E0248]"
            ),
            ("survival: 1️⃣{ from: offered_at }", "`survival` needs the key `until` [E0234]"),
            (
                "survival: { from: offered_at, until: answered_at }, unit: 1️⃣hours",
                "the unit `hours` does not suit the measure [E0249]\n    help: write `unit: days`"
            ),
            (
                "survival: { from: offered_at, until: answered_at, 1️⃣unit: days }",
                "unknown key `unit` in `survival` [E0231]\n    help: did you mean `until`?"
            ),
        ])
    }

    @Test func aMeanMayBeMultiplied() throws {
        #expect(try figure("mean: count, times: 100, unit: arrests per 100").times == 100)
        #expect(try figure("mean: count").times == 1)
        expect([
            (
                "mean: count, times: 1️⃣0",
                "`times` is `0`, but must be a whole number from 1 to 1000000 [E0237]"
            ),
            (
                "share: answered, 1️⃣times: 100",
                "only a mean or a ratio is multiplied by `times` [E0248]"
            ),
            ("sum: count, 1️⃣times: 2", "only a mean or a ratio is multiplied by `times` [E0248]"),
        ])
    }

    @Test func rowsThatAreNotFinished() throws {
        let found = try figure(
            "share: answered, immature: answered_at is null, triangle: { until: answered_at, upto: 12 }, compare: I20")
        #expect(found.immature.map(expressionText) == "answered_at is null")
        #expect(found.triangle.map { expressionText($0.until) } == "answered_at")
        #expect(found.triangle?.upTo == 12)
        #expect(found.compare == "I20")
        #expect(try figure("share: answered, compare: none").compare == nil)
        #expect(try figure("quantiles: { of: wait, median: 0.5 }, immature: answered_at is null").immature != nil)
        expect([
            (
                "share: answered, immature: 1️⃣wait",
                "a yes/no is needed here, but `wait` is a duration [E0220]"
            ),
            ("count: rows, 1️⃣triangle: { until: answered_at, upto: 3 }", "only a share has a `triangle` [E0248]"),
            (
                "share: answered, triangle: { until: answered_at, upto: 1️⃣0 }",
                "`upto` is `0`, but must be a whole number from 1 to 120 [E0237]"
            ),
            (
                "share: answered, triangle: { until: answered_at, upto: 1️⃣121 }",
                "`upto` is `121`, but must be a whole number from 1 to 120 [E0237]"
            ),
            ("share: answered, triangle: 1️⃣{ until: answered_at }", "`triangle` needs the key `upto` [E0234]"),
            (
                "share: answered, triangle: { until: 1️⃣answered, upto: 3 }",
                "`until` needs a time or a date, but `answered` is a yes/no [E0248]"
            ),
            (
                "share: answered, compare: 1️⃣all forces",
                "`compare` is `all forces`, but must be the id that rows of benchmarks have [E0235]\n"
                    + "    help: such as I25, or none"
            ),
        ])
    }

    /// A figure `like` another with another measure keeps of it what suits.
    @Test func whatSuitsANewMeasureIsKept() throws {
        func loaded(_ first: String, _ second: String) throws -> FigureDefinition {
            let text =
                Fixture.kpis + "\n- { id: C03, name: c, table: contacts, period: offered_at, \(first) }\n"
                + "- { id: C04, name: d, like: C03, \(second) }\n"
            return try #require(try Fixture([path: text]).load().figures.first { $0.id == "C04" })
        }
        #expect(try loaded("mean: count, times: 100", "mean: count + 1").times == 100)
        #expect(try loaded("mean: count, times: 100", "sum: count").times == 1)
        let triangle = "share: answered, triangle: { until: answered_at, upto: 12 }"
        #expect(try loaded(triangle, "share: wait < 5 s").triangle?.upTo == 12)
        #expect(try loaded(triangle, "quantiles: { of: wait, median: 0.5 }").triangle == nil)
        #expect(try loaded(triangle, "triangle: null").triangle == nil)
    }

    @Test func theHashCoversThem() throws {
        let before = try figure("share: answered").hash
        let changed = [
            try figure("share: answered, immature: answered_at is null").hash,
            try figure("share: answered, immature: wait is null").hash,
            try figure("share: answered, triangle: { until: answered_at, upto: 12 }").hash,
            try figure("share: answered, triangle: { until: answered_at, upto: 24 }").hash,
            try figure("share: answered, triangle: { until: offered_at, upto: 24 }").hash,
            try figure("share: answered, compare: I20").hash,
            try figure("mean: count").hash,
            try figure("mean: count, times: 100").hash,
            try figure("mix: queue").hash,
            try figure("mix: channel").hash,
            try figure("per: { key: queue, then: { median: 0.5 } }").hash,
            try figure("per: { key: caller, then: { median: 0.5 } }").hash,
            try figure("per: { key: caller, then: { median: mean } }").hash,
            try figure("survival: { from: offered_at, until: answered_at }").hash,
            try figure("survival: { from: answered_at, until: offered_at }").hash,
        ]
        #expect(!changed.contains(before))
        #expect(Set(changed).count == changed.count)
        #expect(
            try figure("per: { key: caller, take: count, then: { median: 0.5 } }").hash
                == figure("per: { key: caller, then: { median: 0.50 } }").hash)
    }

    /// A setting of the force that only one of these reads is no misspelt one.
    @Test func theirSettingsAreFound() {
        for keys in [
            "share: answered, immature: wait < setting.brief",
            "share: answered, triangle: { until: offered_at + setting.brief, upto: 2 }",
            "mix: wait < setting.brief", "per: { key: wait < setting.brief, then: { median: 0.5 } }",
            "survival: { from: offered_at, until: answered_at + setting.brief }",
        ] {
            let loaded = Fixture([
                path: Fixture.kpis + "\n- { id: C03, name: c, table: contacts, period: offered_at, \(keys) }\n",
                "force/settings.yaml": "settings:\n- { brief: 5 s, authority: x }\n",
            ])
            #expect(loaded.faults() == [], "\(keys)")
        }
    }
}
