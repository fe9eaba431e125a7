import Definitions
import Tables
import Testing

/// Faults in definitions: each at its place, in the words that a reader sees. Marks such as 1️⃣ stand where it must point.
@Suite struct FaultTests {
    private let kpis = "base/kpis/calls.yaml"
    private let table = "base/tables/calls.yaml"

    @Test func misspeltKey() {
        let fixture = Fixture([kpis: Fixture.kpis.replacing("share:", with: "1️⃣shair:")])
        #expect(
            fixture.faults() == [
                "\(fixture.place("1️⃣", in: kpis)): error: unknown key `shair` in a KPI [E0231]\n"
                    + "    help: did you mean `share`?"
            ])
    }

    @Test func unknownColumn() {
        let fixture = Fixture([kpis: Fixture.kpis.replacing("wait < 10 s", with: "1️⃣wiat < 10 s")])
        #expect(
            fixture.faults() == [
                "\(fixture.place("1️⃣", in: kpis)): error: `wiat` is not a column or population of contacts [E0210]\n"
                    + "    help: did you mean `wait`?"
            ])
    }

    @Test func typeError() {
        let fixture = Fixture([kpis: Fixture.kpis.replacing("wait < 10 s", with: "wait < 1️⃣10")])
        #expect(
            fixture.faults() == [
                "\(fixture.place("1️⃣", in: kpis)): error: a duration cannot be compared with a whole number: "
                    + "`wait` and `10` [E0220]\n    help: say which unit: write `10 s`, `10 min` or `10 h`"
            ])
    }

    @Test func cycleOfColumnsNamesTheWayRound() {
        let columns = "1️⃣first_wait: wait + 1 s\n  wait: second_wait\n  second_wait: first_wait"
        let fixture = Fixture([
            table: Fixture.table.replacing("wait: elapsed(offered_at, answered_at)", with: columns)
        ])
        #expect(
            fixture.faults() == [
                "\(fixture.place("1️⃣", in: table)): error: columns of `contacts` are computed from each other: "
                    + "first_wait → wait → second_wait → first_wait [E0246]\n"
                    + "    help: write one of them without the others"
            ])
    }

    @Test func cycleOfTables() {
        let tables = """
            table: 1️⃣legs
            from: source.calls
            relations:
              calls: { to: contacts, match: call_id }
            ---

            """
        let fixture = Fixture([
            table: tables + Fixture.table.replacing("from: source.calls", with: "from: legs")
        ])
        #expect(
            fixture.faults().contains(
                "\(fixture.place("1️⃣", in: table)): error: tables are built from each other: legs → contacts → legs "
                    + "[E0246]\n    help: a table may look only at tables that are built before it"))
    }

    @Test func likeInACircle() {
        let fixture = Fixture([
            kpis: "kpis:\n- { id: C01, like: 1️⃣C02, name: a }\n- { id: C02, like: C01, name: b }\n"
        ])
        #expect(
            fixture.faults().contains(
                "\(fixture.place("1️⃣", in: kpis)): error: `like` goes round in a circle: C01 → C02 → C01 [E0246]"))
    }

    @Test func duplicateIDNamesTheFirst() {
        let fixture = Fixture([kpis: Fixture.kpis.replacing("- id: C02", with: "- id: 1️⃣C01")])
        #expect(
            fixture.faults() == [
                "\(fixture.place("1️⃣", in: kpis)): error: the id `C01` is taken (base/kpis/calls.yaml:2) [E0242]\n"
                    + "    help: give every KPI its own id"
            ])
    }

    @Test func severalFaultsInOneFileAtOnce() {
        let text = """
            kpis:
            - id: C01
              name: é 999
              2️⃣tabel: contacts
              period: offered_at
              share: wait < 3️⃣10
            - id: C02
              name: one
              4️⃣name: two
              table: contacts
              period: 5️⃣queue
              among: urgent and 6️⃣anwsered
              mean: wait
              unit: 7️⃣percent
              by: [8️⃣quue]
            - { id: C03, name: "ü", 1️⃣nam: x, table: contacts, period: offered_at, share: coalesce0️⃣(answered, 9️⃣false) }
            """
        let fixture = Fixture([kpis: text])
        func at(_ mark: Character) -> String { fixture.place(mark, in: kpis) }
        #expect(
            fixture.faults() == [
                "\(at("2️⃣")): error: unknown key `tabel` in a KPI [E0231]\n    help: did you mean `table`?",
                "\(at("3️⃣")): error: a duration cannot be compared with a whole number: `wait` and `10` [E0220]\n"
                    + "    help: say which unit: write `10 s`, `10 min` or `10 h`",
                "\(at("4️⃣")): error: the key `name` is written twice (first on line 8) [E0232]\n"
                    + "    help: keep one of them",
                "\(at("5️⃣")): error: `period` must be a time or a date, but `queue` is a text [E0252]\n"
                    + "    help: it can be: answered_at, offered_at",
                "\(at("6️⃣")): error: `anwsered` is not a column or population of contacts [E0210]\n"
                    + "    help: did you mean `answered`?",
                "\(at("7️⃣")): error: the unit `percent` does not suit the measure [E0249]\n"
                    + "    help: write seconds, minutes, hours or days",
                "\(at("8️⃣")): error: `quue` is not a dimension of contacts [E0250]\n    help: did you mean `queue`?",
                "\(at("1️⃣")): error: unknown key `nam` in a KPI [E0231]\n    help: did you mean `name`?",
                "\(at("0️⃣")): error: this parenthesis is never closed [E0203]\n    help: close it with ); "
                    + "inside { } quote the expression: a comma ends an unquoted value",
                "\(at("9️⃣")): error: unknown key `false)` in a KPI [E0231]\n    help: a comma inside { } ends an "
                    + "expression that has no quotes: quote the expression",
            ])
    }

    @Test func whatCanBeBuiltIsCheckedFurther() {
        let text = Fixture.kpis.replacing("period: offered_at", with: "period: 1️⃣queue")
            .replacing("standard: answer", with: "standard: 2️⃣anser").replacing("by: [queue]", with: "by: [3️⃣quue]")
            .replacing("unit: s", with: "unit: 4️⃣percent")
        let fixture = Fixture([kpis: text])
        func at(_ mark: Character) -> String { fixture.place(mark, in: kpis) }
        #expect(
            fixture.faults() == [
                "\(at("1️⃣")): error: `period` must be a time or a date, but `queue` is a text [E0252]\n"
                    + "    help: it can be: answered_at, offered_at",
                "\(at("2️⃣")): error: there is no standard `anser` [E0251]\n    help: did you mean `answer`?",
                "\(at("3️⃣")): error: `quue` is not a dimension of contacts [E0250]\n    help: did you mean `queue`?",
                "\(at("4️⃣")): error: the unit `percent` does not suit the measure [E0249]\n"
                    + "    help: write seconds, minutes, hours or days",
            ])
    }

    @Test func oneBrokenColumnHidesNothingAndCausesNothing() {
        let fixture = Fixture([
            table: Fixture.table.replacing("answered_at)", with: "1️⃣answerd_at)"),
            kpis: Fixture.kpis.replacing("urgent and answered", with: "urgent and 2️⃣answred"),
        ])
        #expect(
            fixture.faults() == [
                "\(fixture.place("2️⃣", in: kpis)): error: `answred` is not a column or population of contacts [E0210]\n"
                    + "    help: did you mean `answered`?",
                "\(fixture.place("1️⃣", in: table)): error: `answerd_at` is not a column or population of contacts "
                    + "[E0210]\n    help: did you mean `answered_at`?",
            ])
    }

    @Test func wordsThatOtherProgramsReadAsYesAreNoNames() {
        for name in ["on", "off", "yes", "no", "y", "n", "true", "null", "Yes"] {
            let fixture = Fixture([table: Fixture.table.replacing("repeated:", with: "1️⃣\(name):")])
            let place = fixture.place("1️⃣", in: table)
            #expect(fixture.faults().contains { $0.hasPrefix("\(place): error: a column cannot be named `\(name)`") })
        }
    }

    @Test func syntaxSaysWhereAndWhat() {
        #expect(
            Fixture([kpis: "kpis:\n\t- id: C01"]).faults() == [
                "base/kpis/calls.yaml:2:1: error: this is not YAML: found character that cannot start any token [E0230]\n"
                    + "    help: indent with spaces, not with tabs"
            ])
        let cut = "kpis:\n- { id: C01, share: queue in ('a', 'b') }\n"
        #expect(
            Fixture([kpis: cut]).faults() == [
                "base/kpis/calls.yaml:2:39: error: this is not YAML: did not find expected ',' or '}' [E0230]\n"
                    + "    help: quote the expression: a comma, a quote or a colon inside { } ends it otherwise"
            ])
    }

    @Test func aFileThatIsNotUTF8() {
        var files = Fixture().files
        files.removeAll { $0.path == "base/settings.yaml" }
        files.append(.init(path: "base/settings.yaml", bytes: Array("settings:\n# caf".utf8) + [0xE9, 10]))
        #expect(throws: Diagnostics.self) { try loadPipeline(files: files, folder: "x") }
        do {
            _ = try loadPipeline(files: files, folder: "x")
        } catch let error {
            #expect(
                error.all.map(\.description).contains(
                    "base/settings.yaml:2: error: the file is not UTF-8 [E0238]\n"
                        + "    help: save the file with the encoding UTF-8"))
        }
    }

    @Test func misspeltFileName() {
        #expect(
            Fixture(["force/setings.yaml": "settings: []"]).faults() == [
                "force/setings.yaml: error: `setings.yaml` is not a file that definitions have [E0241]\n"
                    + "    help: did you mean `settings.yaml`?"
            ])
    }

    @Test func aliasesOfAliasesEnd() {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1...8 {
            let item = "*a\(level - 1)"
            text += "a\(level): &a\(level) [\(Array(repeating: item, count: 10).joined(separator: ", "))]\n"
        }
        #expect(Fixture(["force/settings.yaml": text]).faults().contains { $0.contains("more than 200000 values") })
    }

    @Test func anEmptyPipelineIsAFault() {
        #expect(
            Fixture(["force/pipeline.yaml": "# nothing yet\n"]).faults() == [
                "force/pipeline.yaml: error: pipeline.yaml is empty [E0234]\n"
                    + "    help: write `force`, `extends: peel` and `inputs`"
            ])
    }

    @Test func misspeltTablesAndKeysAreReadAsTheNearest() {
        let text = """
            kpis:
            - { id: C01, name: a, 1️⃣tabel: 2️⃣contacs, period: offered_at, 3️⃣meen: 4️⃣answered, better: 5️⃣hihger }
            """
        let fixture = Fixture([kpis: text])
        func at(_ mark: Character) -> String { fixture.place(mark, in: kpis) }
        #expect(
            fixture.faults() == [
                "\(at("1️⃣")): error: unknown key `tabel` in a KPI [E0231]\n    help: did you mean `table`?",
                "\(at("2️⃣")): error: there is no table `contacs` [E0244]\n    help: did you mean `contacts`?",
                "\(at("3️⃣")): error: unknown key `meen` in a KPI [E0231]\n    help: did you mean `mean`?",
                "\(at("4️⃣")): error: `mean` needs a duration or a number, but `answered` is a yes/no [E0248]",
                "\(at("5️⃣")): error: `better` is `hihger`, which is not one of its values [E0236]\n"
                    + "    help: did you mean `higher`?",
            ])
    }
}
