import Definitions
import Expressions
import Tables
import Testing

/// Tables that make several rows of one.
@Suite struct ExpansionTests {
    private let path = "base/tables/open.yaml"
    private let kpis = "base/kpis/calls.yaml"

    private func table(_ expand: String, _ rest: String = "") -> Fixture {
        Fixture([path: "table: waiting\nexpand: \(expand)\n\(rest)"])
    }

    private func expansion(_ expand: String) throws -> (TableDefinition, Expansion) {
        let table = try #require(try table(expand).load().tables.first { $0.name == "waiting" })
        return (table, try #require(table.expansion))
    }

    @Test func openMakesARowPerInstant() throws {
        let (table, expansion) = try expansion(
            "{ rows: contacts, where: urgent, open: { from: offered_at, until: answered_at, ended: answered, at: hour, "
                + "as: taken_at } }")
        #expect(table.from == .table("contacts"))
        #expect(table.filter.map(expressionText) == "urgent")
        #expect(table.time == "offered_at")
        guard case .open(let from, let until, let ended, at: .hour, as: "taken_at") = expansion else {
            Issue.record("\(expansion)")
            return
        }
        #expect(expressionText(from) == "offered_at")
        #expect(until.map(expressionText) == "answered_at")
        #expect(ended.map(expressionText) == "answered")
    }

    @Test func pointsAndHours() throws {
        let (_, points) = try expansion("{ rows: contacts, points: { from: offered_at, every: 28 d, as: due } }")
        guard case .points(_, until: nil, let every, as: "due") = points else {
            Issue.record("\(points)")
            return
        }
        #expect(expressionText(every) == "28 d")
        let (_, hours) = try expansion(
            "{ rows: source.calls, hours: { from: offered_at, until: answered_at, as: hour_at, amount: busy } }")
        #expect(hours.anchor == "hour_at")
        #expect(hours.instants == nil)
    }

    @Test func everyKindOfInstant() throws {
        for instants in Expansion.Instants.allCases {
            let (_, found) = try expansion(
                "{ rows: contacts, open: { from: offered_at, at: \(instants.rawValue), as: taken_at } }")
            #expect(found.instants == instants)
        }
    }

    /// Whatever the rows have, the table has: columns, relations, populations, dimensions, and what it makes itself.
    @Test func theTableHasWhatItsRowsHave() throws {
        let fixture = Fixture([
            path: """
            table: waiting
            expand: { rows: contacts, open: { from: offered_at, at: day, as: taken_at } }
            columns:
              age: taken_at - offered_at
              followed: any(others o where o.offered_at <= taken_at)
            dimensions:
              hour: hour(taken_at)
            """,
            kpis: Fixture.kpis + """

                - id: C03
                  name: waiting
                  table: waiting
                  period: taken_at
                  among: urgent and followed
                  mean: age
                  unit: min
                  by: [queue, hour]
                """,
        ])
        let definition = try fixture.load()
        let figure = try #require(definition.figures.first { $0.id == "C03" })
        #expect(figure.among.exclusions.map(\.reason) == ["short"])
        #expect(definition.tables.last?.relations.map(\.name) == ["others"])
    }

    @Test func thePeriodOfAStockIsItsInstant() {
        let fixture = Fixture([
            path: "table: waiting\nexpand: { rows: contacts, open: { from: offered_at, at: day, as: taken_at } }\n"
                + "---\ntable: urgent_waiting\nfrom: waiting\nwhere: urgent\n",
            kpis: Fixture.kpis
                + "\n- { id: C03, name: a, table: waiting, period: 1️⃣offered_at, count: rows }"
                + "\n- { id: C04, name: a, table: urgent_waiting, period: 2️⃣offered_at, count: rows }\n",
        ])
        let help = "\n    help: write `period: taken_at`: over another time a case would count many times"
        #expect(
            fixture.faults() == [
                "\(fixture.place("1️⃣", in: kpis)): error: waiting holds what is open at each `taken_at`, so the period "
                    + "cannot be `offered_at` [E0259]\(help)",
                "\(fixture.place("2️⃣", in: kpis)): error: urgent_waiting holds what is open at each `taken_at`, so the "
                    + "period cannot be `offered_at` [E0259]\(help)",
            ])
    }

    @Test func faultsOfExpansions() {
        let faults: [(expand: String, rest: String, message: String)] = [
            (
                "1️⃣{ rows: contacts }", "",
                "`expand` does not say what rows become [E0259]\n    help: write one of: points, open, hours"
            ),
            (
                "{ rows: contacts, open: { from: offered_at, at: day, as: x }, 1️⃣hours: { from: offered_at, until: "
                    + "answered_at, as: y, amount: z } }", "",
                "rows become `open` or `hours`, not both [E0259]\n    help: make a second table"
            ),
            (
                "{ rows: contacts, open: { from: 1️⃣wait, at: day, as: x } }", "",
                "`from` must be a time, but `wait` is a duration [E0259]\n    help: a date has no instant: take a time"
            ),
            (
                "{ rows: contacts, points: { from: offered_at, every: 1️⃣28, as: x } }", "",
                "`every` must be a duration, but `28` is a whole number [E0259]\n    help: such as `28 d`"
            ),
            (
                "{ rows: contacts, points: { from: offered_at, every: 1️⃣0 s, as: x } }", "",
                "`every` must be longer than nothing [E0259]\n    help: such as `28 d`"
            ),
            (
                "{ rows: contacts, open: { from: offered_at, at: 1️⃣month, as: x } }", "",
                "`at` is `month`, which is not one of its values [E0236]\n"
                    + "    help: it can be: hour, day, month_end, period_end, as_of"
            ),
            (
                "{ rows: contacts, open: { from: offered_at, at: day, as: 1️⃣wait } }", "",
                "`waiting` has a column or population named `wait` already [E0242]\n"
                    + "    help: choose another name for the column"
            ),
            (
                "{ rows: contacts, open: { from: offered_at, at: day, as: x } }", "1️⃣where: urgent",
                "a table that expands rows has no `where` of its own [E0259]\n    help: write `where` inside `expand`"
            ),
            (
                "{ rows: contacts, open: { from: offered_at, at: day, as: x } }",
                "chain: 1️⃣{ root: { id: call_id, parent: call_id } }",
                "a table that expands rows has no `chain`: several of its rows have one id [E0259]\n"
                    + "    help: give the chain to the table whose rows are expanded"
            ),
            (
                "{ rows: 1️⃣contracts, open: { from: offered_at, at: day, as: x } }", "",
                "there is no table `contracts` [E0244]\n    help: did you mean `contacts`?"
            ),
        ]
        for (expand, rest, message) in faults {
            let fixture = table(expand, rest)
            #expect(fixture.faults() == ["\(fixture.place("1️⃣", in: path)): error: \(message)"])
        }
    }
}
