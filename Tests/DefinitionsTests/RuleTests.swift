import Definitions
import Tables
import Testing

/// Quality rules, schemas and measures.
@Suite struct RuleTests {
    private func faults(_ rule: String) -> [String] { Fixture(["base/rules.yaml": "rules:\n" + rule]).faults() }

    @Test func everyAction() throws {
        let definition = try Fixture([
            "base/rules.yaml": """
            rules:
            - { id: A, name: a, table: source.calls, expect: answered_at >= offered_at, else: reject, warn_above: 1% }
            - { id: B, name: b, table: source.calls, expect: answered_at >= offered_at, else: { blank: answered_at } }
            - { id: C, name: c, table: source.calls, expect: wait_s > 0 s, else: { set: { answered_at: offered_at } } }
            - { id: D, name: d, table: contacts, expect: wait < 2 h, else: warn, stop_kpis_above: 0.1 }
            - { id: DQ06, name: e, built_in: true, else: blank }
            """
        ]).load()
        #expect(
            definition.rules.map(\.target) == [
                .source("calls"), .source("calls"), .source("calls"), .table("contacts"), .builtIn,
            ])
        #expect(definition.rules.map(\.warnAbove) == [0.01, nil, nil, nil, nil])
        #expect(definition.rules.map(\.stopKPIsAbove) == [nil, nil, nil, 0.1, nil])
        #expect(definition.rules.map(\.expectText).suffix(2) == ["wait < 2 h", nil])
    }

    @Test func derivedTablesMayOnlyWarnOrCount() {
        for action in ["reject", "stop file"] {
            #expect(
                faults("- { id: A, name: a, table: contacts, expect: wait < 2 h, else: \(action) }") == [
                    "base/rules.yaml:2:64: error: a rule over a derived table may only warn or count, not \(action) "
                        + "[E0279]\n    help: write the rule over `source.…` if one row of the export says enough"
                ])
        }
    }

    @Test func faultsOfRules() {
        #expect(
            faults("- { id: DQ77, name: a, built_in: true, else: warn }") == [
                "base/rules.yaml:2:9: error: `DQ77` is not a rule that is built in [E0279]\n    help: did you mean `DQ07`?"
            ])
        #expect(
            faults("- { id: A, name: a, table: calls, expect: wait_s > 0 s, else: warn }") == [
                "base/rules.yaml:2:28: error: there is no table `calls` [E0244]\n"
                    + "    help: write `source.calls` for the rows of the exports"
            ])
        #expect(
            faults("- { id: A, name: a, table: source.calls, expect: wait_s > 0 s, else: { blank: call_id } }") == [
                "base/rules.yaml:2:79: error: `call_id` is required and cannot be blanked [E0279]\n"
                    + "    help: write `else: reject`"
            ])
        #expect(
            faults("- { id: A, name: a, table: source.calls, expect: wait_s > 0 s, else: ignore }") == [
                "base/rules.yaml:2:70: error: `else` says nothing that can be done [E0279]\n    help: write reject, "
                    + "warn, count, stop file, { blank: COLUMN } or { set: { COLUMN: EXPRESSION } }"
            ])
    }

    @Test func quantilesAndBandsAreExact() throws {
        let definition = try Fixture([
            "base/kpis/calls.yaml": """
            defaults: { table: contacts, period: offered_at }
            kpis:
            - { id: C01, name: a, quantiles: { of: wait, median: 0.5, p90: 0.90, longest: 1 } }
            - { id: C02, name: b, bands: { of: wait, edges: [10 s, 1 min], closed: right } }
            - { id: C03, name: c, count: rows, each: hour }
            """
        ]).load()
        guard case .quantiles(_, let quantiles) = definition.figures[0].measure,
            case .bands(_, let edges, let isLeftClosed) = definition.figures[1].measure,
            case .countPerHour = definition.figures[2].measure
        else {
            Issue.record("other measures")
            return
        }
        #expect(quantiles.map(\.name) == ["median", "p90", "longest"])
        #expect(quantiles.map { [$0.numerator, $0.denominator] } == [[1, 2], [9, 10], [1, 1]])
        #expect(edges == [10_000, 60_000])
        #expect(!isLeftClosed)
        #expect(definition.figures.map(\.unit) == [.seconds, .percent, .number(of: "rows per hour")])
    }

    @Test func relationsMustLeadSomewhere() {
        let relation = "others: { to: source.calls, match: caller, order: offered_at }"
        let columns = [
            (
                "others: { to: source.calls, match: { caller: queue }, order: offered_at }",
                "base/tables/calls.yaml:5:48: error: `caller` is a pseudonym and `queue` of `calls` is a text: they are "
                    + "never equal [E0247]\n    help: match columns of the same type"
            ),
            (
                "others: { to: source.calls, match: calller, order: offered_at }",
                "base/tables/calls.yaml:5:38: error: `calller` is not a column of `contacts` [E0245]\n"
                    + "    help: did you mean `caller`?"
            ),
            (
                "others: { to: source.calls, match: caller, order: queue }",
                "base/tables/calls.yaml:5:53: error: rows cannot be ordered by `queue`, which is a text [E0247]\n"
                    + "    help: order by a time, a date or a number"
            ),
        ]
        for (written, expected) in columns {
            let faults = Fixture(["base/tables/calls.yaml": Fixture.table.replacing(relation, with: written)]).faults()
            #expect(faults.contains(expected), "\(faults)")
        }
    }
}
