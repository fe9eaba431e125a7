import Testing

@testable import Definitions

/// A column that may be left unmapped beside a table that says the same and more.
@Suite struct NeededWithoutTests {
    private let schemaPath = "base/schema/calls.yaml"
    private let notes = """
        schema: notes
        key: [call_id, made_at]
        time: made_at
        absent: no rows
        columns:
          call_id: { type: id, required: true }
          made_at: { type: time, absent: null }
        """

    private func fixture(_ column: String) -> Fixture {
        let text = (Fixture.whole[schemaPath] ?? "").replacing(
            "queue: { type: text, absent: null }", with: "queue: { type: text, absent: null }\n  note: \(column)")
        return Fixture([schemaPath: text, "base/schema/notes.yaml": notes])
    }

    @Test func readsEmptyBesideTheTable() throws {
        let definition = try fixture("{ type: text, absent: null, needed_without: notes }").load()
        let calls = try #require(definition.schemas.first { $0.name == "calls" })
        #expect(calls.column(named: "note")?.absence == .readsEmptyBeside("notes"))
    }

    @Test func faults() {
        let faults: [(column: String, message: String)] = [
            (
                "{ type: text, absent: null, needed_without: 1️⃣note }",
                "`needed_without` names `note`, which is no table that may be absent [E0244]\n    help: did you mean `notes`?"
            ),
            (
                "{ type: text, absent: null, needed_without: 1️⃣calls }",
                "`needed_without` names `calls`, which is no table that may be absent [E0244]\n    help: it can be: notes"
            ),
            (
                "{ type: text, absent: unknown, needed_without: 1️⃣notes }",
                "`needed_without` is for a column that reads as empty beside another table [E0237]\n"
                    + "    help: write `absent: null` with it"
            ),
            (
                "{ type: text, needed_without: 1️⃣notes }",
                "`needed_without` is for a column that reads as empty beside another table [E0237]\n"
                    + "    help: write `absent: null` with it"
            ),
        ]
        for (column, message) in faults {
            let found = fixture(column)
            #expect(found.faults() == ["\(found.place("1️⃣", in: schemaPath)): error: \(message)"], "\(column)")
        }
    }
}
