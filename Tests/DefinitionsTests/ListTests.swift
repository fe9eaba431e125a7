import Definitions
import Expressions
import Tables
import Testing

/// Columns with several values in a cell, which also read as rows of a table of their own.
@Suite struct ListTests {
    private let schemaPath = "base/schema/calls.yaml"
    private let tablePath = "base/tables/calls.yaml"
    private let sourcePath = "force/sources/calls.yaml"

    private func schema(_ column: String) -> String {
        (Fixture.whole[schemaPath] ?? "").replacing(
            "queue: { type: text, absent: null }", with: "queue: { type: text, absent: null }\n  \(column)")
    }

    private let codes = #"codes: { type: list, of: text, separator: ";", absent: null }"#

    private func fixture(_ column: String, _ extra: [String: String] = [:]) -> Fixture {
        Fixture([schemaPath: schema(column)].merging(extra) { $1 })
    }

    @Test func aListIsATextAndATable() throws {
        let definition = try fixture(codes).load()
        #expect(definition.schemas.map(\.name) == ["calls", "calls_codes"])
        let column = try #require(definition.schemas[0].column(named: "codes"))
        #expect(column.type == .text)
        #expect(column.list == .init(separator: ";", of: .text))
        let child = definition.schemas[1]
        #expect(child.listOf == .init(schema: "calls", column: "codes"))
        #expect(child.columns.map(\.name) == ["call_id", "pos", "value"])
        #expect(child.columns.map(\.type) == [.id, .integer, .text])
        #expect(child.columns.map(\.isRequired) == [true, true, true])
        #expect(child.key == ["call_id", "pos"])
        #expect(child.readsEmpty)
        #expect(child.isOptional)
        // Without `absent` its figures are not computable where it is not mapped; ids and other separators are lists too.
        let ids = try fixture(#"codes: { type: list, of: id, separator: " | ", sensitive: yes }"#).load().schemas
        #expect(ids[1].columns.map(\.type) == [.id, .integer, .id])
        #expect(ids[1].columns.map(\.isSensitive) == [false, false, true])
        #expect(ids[0].column(named: "codes")?.list?.separator == " | ")
        #expect(!ids[1].readsEmpty)
    }

    @Test func relationsLeadToItsValues() throws {
        let table = Fixture.table.replacing(
            "columns:",
            with: "  codes: { to: source.calls_codes, match: call_id, order: pos }\ncolumns:\n"
                + "  first_code: first(codes c).value\n  is_fire: any(codes c where c.value = 'FIRE')\n"
                + "  listed: codes is not null and supplied(calls_codes)"
        ).replacing("listed: codes is", with: "listed: queue is")
        let definition = try fixture(codes, [tablePath: table]).load()
        let contacts = try #require(definition.tables.first { $0.name == "contacts" })
        #expect(contacts.relations.map(\.to) == [.source("calls"), .source("calls_codes")])
        #expect(contacts.columns.first { $0.name == "first_code" }?.expression.type == .text)
    }

    @Test func faultsOfLists() {
        let faults: [(column: String, message: String)] = [
            ("codes: 1️⃣{ type: list, of: text }", "a column of a schema needs the key `separator` [E0234]"),
            (
                #"codes: { type: list, separator: "1️⃣" }"#,
                "`separator` is ``, but must be one or more plain characters [E0280]\n    help: such as \";\""
            ),
            (
                #"codes: { type: list, separator: ";", of: 1️⃣int }"#,
                "`of` is `int`, which is not one of its values [E0236]\n    help: it can be: text, id"
            ),
            (
                #"codes: { type: list, separator: ";", absent: 1️⃣none }"#,
                "a list that is not supplied has no values: `absent` can only be null [E0280]"
            ),
            (#"codes: { type: text, 1️⃣separator: ";" }"#, "only a list has `separator` [E0280]"),
            ("codes: { type: text, 1️⃣of: text }", "only a list has `of` [E0280]"),
            (
                #"codes: { type: list, separator: ";", 1️⃣values: [a] }"#, "only a category has `values` [E0233]"
            ),
            (
                "codes: { type: 1️⃣lst }",
                "`lst` is not a type [E0236]\n    help: did you mean `list`?"
            ),
        ]
        for (column, message) in faults {
            let found = fixture(column)
            #expect(found.faults() == ["\(found.place("1️⃣", in: schemaPath)): error: \(message)"], "\(column)")
        }
    }

    @Test func aListNeedsAKeyAndANameOfItsOwn() {
        let without = Fixture([
            schemaPath: schema("1️⃣" + codes).replacing("key: [call_id]\n", with: "")
        ])
        #expect(
            without.faults() == [
                "\(without.place("1️⃣", in: schemaPath)): error: `codes` is a list, and its values are found by the key of "
                    + "`calls`, which has none [E0280]\n    help: write `key` with the columns that name a row"
            ])
        let taken = fixture(
            "1️⃣" + codes,
            ["base/schema/calls_codes.yaml": "schema: calls_codes\ntime: at_\ncolumns: { at_: { type: time } }"])
        #expect(
            taken.faults() == [
                "\(taken.place("1️⃣", in: schemaPath)): error: the values of this list are read as `calls_codes`, and there "
                    + "is a schema of that name [E0242]\n    help: choose another name for the column"
            ])
    }

    @Test func aSourceMapsTheListAndNotItsValues() throws {
        let mapped = Fixture.source + "\n  codes: { from: Codes }\n"
        let definition = try fixture(codes, [sourcePath: mapped]).load()
        #expect(definition.sources[0].columns.contains { $0.column == "codes" && $0.form == .text })
        #expect(
            fixture(codes, [sourcePath: Fixture.source + "\n  codes: { from: Codes, type: list }\n"]).faults() == [])
        let values = fixture(codes, [sourcePath: Fixture.source + "\n  codes: { from: Codes, 1️⃣values: { A: fire } }\n"])
        #expect(
            values.faults() == [
                "\(values.place("1️⃣", in: sourcePath)): error: `codes` is a list, and its values are taken as they stand: "
                    + "no `values` [E0280]\n    help: say what the values mean in a reference table"
            ])
        let fed = fixture(codes, [sourcePath: Fixture.source.replacing("table: calls", with: "table: 1️⃣calls_codes")])
        #expect(
            fed.faults() == [
                "\(fed.place("1️⃣", in: sourcePath)): error: `calls_codes` holds the values of the list `codes`, so no "
                    + "source feeds it [E0280]\n    help: map `codes` in a source of `calls`"
            ])
    }

    @Test func noRuleSeesItsValues() {
        let rules =
            (Fixture.whole["base/rules.yaml"] ?? "")
            + "\n- { id: DQ90, name: a, table: 1️⃣source.calls_codes, expect: pos > 0, else: warn }\n"
        let found = fixture(codes, ["base/rules.yaml": rules])
        #expect(
            found.faults() == [
                "\(found.place("1️⃣", in: "base/rules.yaml")): error: the rows of `source.calls_codes` are values of the list "
                    + "`codes`: no rule sees them [E0279]\n    help: write the rule over a table that looks into it"
            ])
    }
}
