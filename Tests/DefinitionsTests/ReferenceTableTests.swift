import Definitions
import Tables
import Testing

/// Tables whose rows stand in definitions: read by type, found by key and day, laid over by a force.
@Suite struct ReferenceTableTests {
    private static let ours = "base/tables/targets.yaml"
    private static let theirs = "force/tables/targets.yaml"

    private static func head(_ rows: String) -> String {
        """
        table: targets
        key: [line, place]
        valid: [first_day, end_day]
        columns: { line: text, place: text, first_day: date, end_day: date, limit: duration, strict: flag, size: number(1) }
        rows:
        \(rows)
        """
    }

    private static let rows = """
        - ["999", town, null, 2025-04-01, 10 s, yes, 1.5]
        - ["999", town, 2025-04-01, null, 12 s, no, 2]
        - ["101", town, null, null, 1.5 min, null, null]
        """

    private func load(_ files: [String: String]) throws -> ReferenceTable {
        try #require(try Fixture(files).load().references.first { $0.name == "targets" })
    }

    @Test func cellsAreReadByTheTypeOfTheirColumn() throws {
        let table = try load([Self.ours: Self.head(Self.rows)])
        #expect(table.key == ["line", "place"])
        #expect(table.validity == .init(from: "first_day", until: "end_day"))
        #expect(table.columns.map(\.type) == [.text, .text, .date, .date, .duration, .flag, .number(decimals: 1)])
        #expect(table.owner == "base")
        // 2025-04-01 is day 20179 of the count that begins with 1970-01-01.
        #expect(
            table.rows == [
                [
                    .text("999"), .text("town"), .missing, .integer(20_179), .integer(10_000), .integer(1),
                    .integer(15),
                ],
                [
                    .text("999"), .text("town"), .integer(20_179), .missing, .integer(12_000), .integer(0),
                    .integer(20),
                ],
                [.text("101"), .text("town"), .missing, .missing, .integer(90_000), .missing, .missing],
            ])
    }

    @Test func aForcesRowsReplaceOurs() throws {
        let theirs = "table: targets\nrows:\n- [\"999\", city, null, null, 20 s, yes, 1]\n"
        let table = try load([Self.ours: Self.head(Self.rows), Self.theirs: theirs])
        #expect(table.rows.map { $0[1] } == [.text("city")])
        #expect(table.key == ["line", "place"])
        #expect(table.validity?.until == "end_day")
        #expect(table.owner == "Testshire")
    }

    @Test func aForceMayRepeatWhatIsOursAndHaveTablesOfItsOwn() throws {
        let own = "---\ntable: own\nkey: a\ncolumns: { a: int }\nrows: [[1], [2]]\n"
        let definition = try Fixture([
            Self.ours: Self.head(Self.rows), Self.theirs: Self.head(Self.rows) + "\n" + own,
        ]).load()
        #expect(definition.references.map(\.name) == ["targets", "own"])
        #expect(definition.references.map(\.owner) == ["Testshire", "Testshire"])
        #expect(definition.warnings.isEmpty)
    }

    private func faults(ours: String? = nil, theirs: String? = nil) -> (list: [String], fixture: Fixture) {
        var files: [String: String] = [:]
        files[Self.ours] = ours
        files[Self.theirs] = theirs
        let fixture = Fixture(files)
        return (fixture.faults(), fixture)
    }

    @Test func aForceCannotChangeTheShapeOfATableOfOurs() {
        let theirs = """
            table: targets
            key: 1️⃣[line]
            valid: 2️⃣[end_day, first_day]
            columns: 3️⃣{ line: text }
            rows: []
            """
        let (list, fixture) = faults(ours: Self.head(Self.rows), theirs: theirs)
        func at(_ mark: Character) -> String { fixture.place(mark, in: Self.theirs) }
        #expect(
            list == [
                "\(at("1️⃣")): error: `key` of a table of ours cannot be changed [E0258]\n"
                    + "    help: leave the key out, or write [line, place]",
                "\(at("2️⃣")): error: `valid` of a table of ours cannot be changed [E0258]\n"
                    + "    help: leave the key out, or write [first_day, end_day]",
                "\(at("3️⃣")): error: `columns` of a table of ours cannot be changed [E0258]\n"
                    + "    help: leave the key out, or write { line: text, place: text, first_day: date, "
                    + "end_day: date, limit: duration, strict: flag, size: number(1) }",
            ])
    }

    @Test func aForceHasNoTablesMadeFromOthers() {
        let (list, fixture) = faults(theirs: "1️⃣table: mine\nfrom: source.calls\ncolumns: { x: channel }\n")
        #expect(
            list == [
                "\(fixture.place("1️⃣", in: Self.theirs)): error: a force has reference tables only, and the table `mine` "
                    + "has no `rows` [E0258]\n"
                    + "    help: write its `key`, `columns` and `rows`; tables made from others are ours"
            ])
    }

    @Test func rowsInForceAtOnceAreBothNamed() {
        let rows = """
            - ["999", town, null, 2025-04-02, 10 s, yes, 1]
            - 1️⃣["999", town, 2025-04-01, null, 12 s, no, 2]
            - ["101", town, null, null, 10 s, yes, 1]
            - 2️⃣["101", town, null, null, 10 s, yes, 1]
            """
        let (list, fixture) = faults(ours: Self.head(rows))
        #expect(
            list == [
                "\(fixture.place("1️⃣", in: Self.ours)): error: two rows for `999, town` are in force at once, from "
                    + "2025-04-01: this one and the one (line 6) [E0258]\n"
                    + "    help: end one of them with the day on which the other begins",
                "\(fixture.place("2️⃣", in: Self.ours)): error: two rows for `101, town` are in force at once, from the "
                    + "beginning: this one and the one (line 8) [E0258]\n"
                    + "    help: end one of them with the day on which the other begins",
            ])
    }

    /// A row may contain a later one whole: what overlaps is found wherever it stands.
    @Test func aSpanInsideAnotherIsFoundToo() {
        let rows = """
            - ["999", town, 2024-01-01, 2026-01-01, 10 s, yes, 1]
            - 1️⃣["999", town, 2024-02-01, 2024-03-01, 10 s, yes, 1]
            - 2️⃣["999", town, 2025-02-01, 2025-03-01, 10 s, yes, 1]
            """
        let (list, fixture) = faults(ours: Self.head(rows))
        #expect(list.count == 2)
        #expect(list.first?.hasPrefix(fixture.place("1️⃣", in: Self.ours)) == true)
        #expect(list.last?.hasPrefix(fixture.place("2️⃣", in: Self.ours)) == true)
    }

    @Test func daysWithoutARowAreAWarning() throws {
        let rows = """
            - 1️⃣["999", town, 2025-04-03, null, 12 s, no, 2]
            - ["999", town, null, 2025-04-01, 10 s, yes, 1]
            """
        let (list, fixture) = faults(ours: Self.head(rows))
        #expect(
            list == [
                "\(fixture.place("1️⃣", in: Self.ours)): warning: no row for `999, town` is in force from 2025-04-01 to "
                    + "2025-04-02 [E0258]\n    help: begin the row where the one before ends, unless none applied then"
            ])
    }

    @Test func oneRowForAKeyWithoutDays() {
        let table = """
            table: targets
            key: size
            columns: { size: int, name: text }
            rows:
            - [1, a]
            - 1️⃣[1, b]
            """
        let (list, fixture) = faults(ours: table)
        #expect(
            list == [
                "\(fixture.place("1️⃣", in: Self.ours)): error: `targets` has a row for `1` already (line 5) [E0258]\n"
                    + "    help: keep one of them"
            ])
    }

    @Test func cellsThatCannotBeRead() {
        let rows = """
            - 1️⃣["999", town, null]
            - ["999", town, 2️⃣31/03/2025, null, 3️⃣15, 4️⃣perhaps, 5️⃣1.55]
            - [6️⃣null, town, null, null, 7️⃣[1 s], yes, 1]
            - 8️⃣["101", town, 2025-04-01, 2025-04-01, 1 s, yes, 1]
            - 9️⃣x
            """
        let (list, fixture) = faults(ours: Self.head(rows))
        func at(_ mark: Character) -> String { fixture.place(mark, in: Self.ours) }
        let order = "[line, place, first_day, end_day, limit, strict, size]"
        let none = "\n    help: write null where there is none"
        #expect(
            list == [
                "\(at("1️⃣")): error: the row has 3 cells, but `targets` has 7 columns [E0258]\n"
                    + "    help: write its cells in the order \(order)",
                "\(at("2️⃣")): error: `first_day` is `31/03/2025`, but must be a day such as 2026-04-01 [E0237]\(none)",
                "\(at("3️⃣")): error: `limit` is `15`, but must be a duration such as 15 min [E0237]\(none)",
                "\(at("4️⃣")): error: `strict` is `perhaps`, but must be yes or no [E0237]\(none)",
                "\(at("5️⃣")): error: `size` is `1.55`, but must be a number with at most 1 decimals [E0237]\(none)",
                "\(at("6️⃣")): error: `line` is part of the key of `targets` and cannot be empty [E0258]",
                "\(at("7️⃣")): error: `limit` is a list, but must be a duration such as 15 min [E0237]\(none)",
                "\(at("8️⃣")): error: the row is in force on no day: it ends before it begins [E0258]\n"
                    + "    help: `end_day` is the first day on which it no longer holds",
                "\(at("9️⃣")): error: a row of `targets` must be a list, not a text [E0233]\n"
                    + "    help: write its cells in the order \(order)",
            ])
    }

    @Test func columnsThatCannotBe() {
        let table = """
            table: targets
            key: 1️⃣[lin]
            valid: 2️⃣[place, end_day]
            columns: { line: text, place: text, end_day: date }
            rows: []
            """
        let (list, fixture) = faults(ours: table)
        #expect(
            list == [
                "\(fixture.place("1️⃣", in: Self.ours)): error: `key` must name columns of the table, not `lin` [E0245]\n"
                    + "    help: did you mean `line`?",
                "\(fixture.place("2️⃣", in: Self.ours)): error: `valid` must name date columns of the table, not `place` "
                    + "[E0245]\n    help: it can be: end_day",
            ])
        let types = faults(ours: "table: t\nkey: a\ncolumns: { a: 1️⃣time }\nrows: []\n")
        #expect(
            types.list == [
                "\(types.fixture.place("1️⃣", in: Self.ours)): error: `time` is not a type of a reference table [E0236]\n"
                    + "    help: it can be: text, id, int, number(2), flag, date, duration"
            ])
    }

    // MARK: Looking rows up

    private func relation(_ text: String, targets: String = head(rows)) -> (list: [String], fixture: Fixture) {
        let table = Fixture.table.replacing(
            "relations:", with: "relations:\n  target: \(text)"
        ).replacing("  wait: ", with: "  place: \"'town'\"\n  wait: ")
        let fixture = Fixture([Self.ours: targets, "base/tables/calls.yaml": table])
        return (fixture.faults(), fixture)
    }

    private let path = "base/tables/calls.yaml"

    @Test func aRowIsFoundByKeyAndDay() throws {
        let good = relation("{ to: targets, match: { channel: line, place: place }, valid_at: offered_at }")
        #expect(good.list == [])
        let table = try #require(try good.fixture.load().tables.first)
        #expect(table.relations.first?.to == .reference("targets"))
        #expect(table.relations.first?.validAt == "offered_at")
    }

    @Test func datedRowsNeedADay() {
        let missing = relation("{ to: targets, match: { channel: line, place: place } }")
        #expect(
            missing.list == [
                "\(path):5:3: error: the rows of `targets` are dated, and the relation does not say which day decides "
                    + "[E0247]\n    help: write `valid_at` with a time or date column of `contacts`"
            ])
        let text = relation("{ to: targets, match: { channel: line, place: place }, valid_at: 1️⃣queue }")
        #expect(
            text.list == [
                "\(text.fixture.place("1️⃣", in: path)): error: `valid_at` must be a time or a date, but `queue` is a text "
                    + "[E0247]\n    help: it can be: answered_at, offered_at"
            ])
        let undated = relation(
            "{ to: targets, match: { channel: line }, valid_at: 1️⃣offered_at }",
            targets: "table: targets\nkey: line\ncolumns: { line: text }\nrows: [[\"999\"]]\n")
        #expect(
            undated.list == [
                "\(undated.fixture.place("1️⃣", in: path)): error: the rows of `targets` are not dated, so no day decides "
                    + "[E0247]\n    help: leave `valid_at` out, or give the table `valid` and its days"
            ])
        let made = relation("{ to: source.calls, match: caller, order: offered_at, valid_at: 1️⃣offered_at }")
        #expect(
            made.list == [
                "\(made.fixture.place("1️⃣", in: path)): error: `valid_at` chooses among the dated rows of a reference "
                    + "table, and `calls` is none [E0247]\n"
                    + "    help: write the condition on the time in `any`, `first` or `last`"
            ])
    }

    @Test func theMatchIsTheWholeKey() {
        let part = relation("{ to: targets, match: 1️⃣{ channel: line }, valid_at: offered_at }")
        #expect(
            part.list == [
                "\(part.fixture.place("1️⃣", in: path)): error: `match` must name the whole key of `targets` and nothing "
                    + "else [E0247]\n    help: its key is [line, place]"
            ])
        let ordered = relation(
            "{ to: targets, match: { channel: line, place: place }, valid_at: offered_at, order: 1️⃣first_day }")
        #expect(
            ordered.list == [
                "\(ordered.fixture.place("1️⃣", in: path)): error: `targets` is a reference table: at most one row "
                    + "matches, so there is no `order` [E0247]\n    help: leave `order` out"
            ])
    }

    /// One misspelt type is one fault, however much is looked up in the table.
    @Test func aFaultyTableCausesNoOtherFaults() {
        let targets = Self.head(Self.rows).replacing("limit: duration", with: "limit: 1️⃣durations")
        let table = Fixture.table.replacing(
            "relations:",
            with: "relations:\n  target: { to: targets, match: { channel: line, place: place }, valid_at: offered_at }"
        ).replacing("  wait: ", with: "  place: \"'town'\"\n  late: wait > target.limit\n  wait: ")
        let fixture = Fixture([Self.ours: targets, path: table])
        #expect(
            fixture.faults() == [
                "\(fixture.place("1️⃣", in: Self.ours)): error: `durations` is not a type of a reference table [E0236]\n"
                    + "    help: did you mean `duration`?"
            ])
    }

    @Test func nothingIsMadeOfAReferenceTable() {
        let fixture = Fixture([
            Self.ours: Self.head(Self.rows), path: Fixture.table + "\n---\ntable: more\nfrom: 1️⃣targets\n",
            "base/rules.yaml": "rules:\n- { id: A, name: a, table: 1️⃣targets, expect: strict, else: warn }\n",
            "base/kpis/calls.yaml": "kpis:\n- { id: C01, name: a, table: 1️⃣targets, period: first_day, count: rows }\n",
        ])
        #expect(
            fixture.faults() == [
                "\(fixture.place("1️⃣", in: "base/kpis/calls.yaml")): error: `targets` is a reference table: it has no "
                    + "rows that happen [E0244]\n    help: look into it from another table",
                "\(fixture.place("1️⃣", in: "base/rules.yaml")): error: the rows of `targets` are written in "
                    + "definitions: no rule sees them [E0279]\n"
                    + "    help: write the rule over a table that looks into it",
                "\(fixture.place("1️⃣", in: path)): error: `targets` is a reference table: only relations lead to it "
                    + "[E0244]\n    help: make the table of rows that look into it",
            ])
    }

    @Test func aRowThatIsNeverLookedUpIsAWarning() {
        let misspelt = relation(
            "{ to: targets, match: { channel: line, place: place }, valid_at: offered_at }",
            targets: Self.head("- [\"9999\", town, null, null, 10 s, yes, 1]"))
        #expect(
            misspelt.list == [
                "\(Self.ours):1:1: warning: no row of `9999` is ever looked up: it is not a value of `line` [E0258]\n"
                    + "    help: did you mean `999`?"
            ])
    }

    // MARK: Hashes

    private func hash(_ targets: String, valid: String = "offered_at", reads: String = "target.limit") throws -> String
    {
        let table = Fixture.table.replacing(
            "relations:",
            with: "relations:\n  target: { to: targets, match: { channel: line, place: place }, valid_at: \(valid) }"
        ).replacing("  wait: ", with: "  place: \"'town'\"\n  limit: \(reads)\n  wait: ")
        let kpis = Fixture.kpis.replacing("share: wait < 10 s", with: "share: wait < limit")
        let definition = try Fixture([
            Self.ours: targets, path: table, "base/kpis/calls.yaml": kpis,
        ]).load()
        return try #require(definition.figures.first { $0.id == "C01" }).hash
    }

    @Test func theRowsLookedUpArePartOfAFiguresHash() throws {
        let before = try hash(Self.head(Self.rows))
        let lines = Self.rows.split(separator: "\n")
        #expect(try hash(Self.head(lines.reversed().joined(separator: "\n"))) == before)
        // A column that the figure does not read.
        #expect(try hash(Self.head(Self.rows.replacing("1.5]", with: "2.5]"))) == before)
        let changed = [
            try hash(Self.head(Self.rows.replacing("12 s", with: "13 s"))),
            try hash(Self.head(Self.rows.replacing("2025-04-01", with: "2025-05-01"))),
            try hash(Self.head(Self.rows.replacing("town", with: "city"))),
            try hash(Self.head(Self.rows), valid: "answered_at"),
        ]
        #expect(!changed.contains(before))
        #expect(Set(changed).count == changed.count)
    }

    /// A change of the force was written against our definition with our rows, whatever rows the force has.
    @Test func ourHashDoesNotDependOnTheForcesRows() throws {
        let ours = try hash(Self.head(Self.rows))
        let table = Fixture.table.replacing(
            "relations:",
            with: "relations:\n  target: { to: targets, match: { channel: line, place: place }, valid_at: offered_at }"
        ).replacing("  wait: ", with: "  place: \"'town'\"\n  limit: target.limit\n  wait: ")
        let fixture = Fixture([
            Self.ours: Self.head(Self.rows), path: table,
            "base/kpis/calls.yaml": Fixture.kpis.replacing("share: wait < 10 s", with: "share: wait < limit"),
            Self.theirs: "table: targets\nrows:\n- [\"999\", town, null, null, 20 s, yes, 1]\n",
            "force/kpis/changes.yaml":
                "changes:\n- { id: C01, set: { by: [] }, because: a, by: b, on: 2026-04-01, base: \(ours) }",
        ])
        #expect(fixture.faults() == [])
        let definition = try fixture.load()
        #expect(origin(of: "C01", in: definition)?.ourHash == ours)
        #expect(definition.figures.first { $0.id == "C01" }?.hash != ours)
    }
}
