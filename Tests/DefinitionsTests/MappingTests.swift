import Definitions
import Expressions
import Tables
import Testing

/// Sources: every shape of export in the cookbook, and what is wrong with mappings.
@Suite struct MappingTests {
    private let path = "force/sources/calls.yaml"

    /// The snippets of the README with the column of our calls that each can be tried on.
    static let cookbook: [(column: String, snippet: String)] = [
        ("offered_at", "{ from: { any_of: [Segment Start, Seg Start] } }"),
        ("incident_id", "{ join: [Log Date, Log No], with: \"-\" }"),
        (
            "incident_id",
            "{ join: [{ from: Log Date, format: \"dd/MM/yyyy\" }, { from: Log No, leading_zeros: no }], with: \"-\" }"
        ),
        ("direction", "{ constant: inbound }"),
        ("channel", "{ from: VDN, through: reference/vdn.csv, key: VDN, take: Channel }"),
        ("disposition", "{ from: Disp, values: { ANS: answered, ABN: abandoned } }"),
        ("offered_at", "{ from: Start, format: [\"dd/MM/yyyy HH:mm:ss\", \"dd-MMM-yyyy HH:mm\"] }"),
        ("offered_at", "{ from: Start, format: \"MM/dd/yyyy hh:mm:ss a\" }"),
        ("offered_at", "{ from: Start, format: iso }"),
        ("offered_at", "{ from: Start, format: excel }"),
        (
            "answered_at",
            "{ type: time_of_day, from: Arrive, on: Log Date, format: \"HH:mm:ss\", on_format: \"dd/MM/yyyy\", "
                + "rolls_over_after: offered_at }"
        ),
        ("offered_at", "{ type: time_of_day, from: Time, on: Date, format: \"HH:mm:ss\", on_format: \"dd/MM/yyyy\" }"),
        ("talk_s", "{ from: Talk, format: \"hh:mm:ss\" }"),
        ("caller_hash", "{ from: Calling Pty, type: pseudonym, withheld: [Unknown, Withheld, \"0000\"] }"),
        ("caller_hash", "{ from: Caller Hash, type: id }"),
        ("queue", "{ from: X, optional: true }"),
    ]

    @Test(arguments: cookbook) func everyShapeOfTheCookbookLoads(column: String, snippet: String) throws {
        #expect(try ReferenceTests.text().contains("`\(snippet)`"))
        var files = try Catalogue.loamshire().files.filter { !$0.path.contains("/sources/") }
        var columns = [
            "call_id": "{ from: UCID }", "channel": "{ constant: \"101\" }", "offered_at": "{ from: Start }",
            "disposition": "{ from: Disp }",
        ]
        columns[column] = snippet
        let lines = columns.sorted { $0.key < $1.key }.map { "  \($0.key): \($0.value)" }
        let source = "source: acd\ntable: calls\nfiles: \"*.csv\"\ncolumns:\n" + lines.joined(separator: "\n")
        files.append(.init(path: "loamshire/sources/a.yaml", bytes: Array(source.utf8)))
        let definition = try loadPipeline(files: files, folder: "Pipelines/loamshire")
        #expect(definition.sources.first?.columns.map(\.column) == columns.keys.sorted())
    }

    private func source(_ edits: (String, String)...) throws -> SourceDefinition {
        try #require(try fixture(edits).load().sources.first)
    }

    private func fixture(_ edits: [(String, String)]) -> Fixture {
        Fixture([
            path: edits.reduce(Fixture.source) { $0.replacing($1.0, with: $1.1) },
            "force/reference/vdn.csv": "VDN,Channel\n1,999\n\" 2\",101\n",
        ])
    }

    private func faults(_ edits: (String, String)...) -> [String] { fixture(edits).faults() }

    @Test func defaults() throws {
        let source = try source()
        #expect(source.dialect == Dialect())
        #expect(source.exports == .increment)
        #expect(source.key == ["call_id"])
        #expect(source.onGate == .stop)
        #expect(source.perFile == .init(warn: .init(count: 1, share: 0.01), stop: .init(count: 20, share: 0.1)))
        #expect(source.lastSevenDays == source.perFile)
        #expect(source.timeZone == "Europe/London")
        #expect(!source.isOptional)
    }

    @Test func dialect() throws {
        let dialect = try source(
            (
                "columns:",
                """
                encoding: windows-1252
                delimiter: tab
                quote: none
                header: 3
                skip: [Grand Total]
                control: "Total records:"
                nulls: ["-", NULL]
                line_breaks: { columns: [Log], lines: 7 }
                columns:
                """
            )
        ).dialect
        #expect(
            dialect
                == Dialect(
                    encoding: .windows1252, delimiter: 9, quote: nil, headerRecord: 3, skip: ["Grand Total"],
                    control: "Total records:", nullTokens: ["-", "NULL"], lineBreakColumns: ["Log"], lineBreakLines: 7))
    }

    @Test func gatesKeepWhatIsNotGiven() throws {
        let source = try source(("columns:", "gates: { file: { stop: { count: 50, share: 5% } } }\ncolumns:"))
        #expect(source.perFile == .init(warn: .init(count: 1, share: 0.01), stop: .init(count: 50, share: 0.05)))
        #expect(source.lastSevenDays == .init(warn: .init(count: 1, share: 0.01), stop: .init(count: 20, share: 0.1)))
    }

    @Test func theResolutionIsThatOfTheFinestLetter() throws {
        let formats: [(String, Int64)] = [
            ("dd/MM/yyyy HH:mm:ss.SSS", 1), ("dd/MM/yyyy HH:mm:ss", 1000), ("dd/MM/yyyy HH:mm", 60_000),
            ("dd/MM/yyyy", 86_400_000), ("iso", 1000),
        ]
        for (format, expected) in formats {
            let column = try source(("dd/MM/yyyy HH:mm:ss", format)).columns.first { $0.column == "offered_at" }
            #expect(column?.form == .time(formats: [format], resolution: expected))
        }
    }

    @Test func computedColumnsComeAfterWhatTheyRead() throws {
        let source = try source(
            (
                "columns:",
                """
                columns:
                  answered_at: { is: offered_at + whole }
                  whole: { is: queued + rang }
                  queued: { from: Queue, type: duration }
                  rang: { from: Ring, type: duration, format: "hh:mm:ss" }
                """
            ))
        #expect(source.columns.map(\.column).suffix(2) == ["whole", "answered_at"])
        #expect(
            faults(("columns:", "columns:\n  answered_at: { is: a }\n  a: { is: answered_at }")) == [
                "force/sources/calls.yaml:5:3: error: columns are computed from each other: "
                    + "answered_at → a → answered_at [E0246]"
            ])
    }

    @Test func referenceTables() throws {
        let edit = ("{ from: VDN, ", "{ from: VDN, through: reference/vdn.csv, key: vdn, take: Channel, ")
        let definition = try fixture([edit]).load()
        let column = definition.sources.first?.columns.first { $0.column == "channel" }
        #expect(column?.through?.entries == ["1": "999", " 2": "101"])
        #expect(definition.files.contains { $0.path == "force/reference/vdn.csv" })
        #expect(
            faults(("{ from: VDN, ", "{ from: VDN, through: reference/vdn.csv, key: VDN, take: Chanel, ")) == [
                "force/sources/calls.yaml:6:69: error: `Chanel` is not a column of reference/vdn.csv [E0274]\n"
                    + "    help: did you mean `Channel`?"
            ])
        #expect(
            faults(("{ from: VDN, ", "{ from: VDN, through: ../x.csv, key: VDN, take: Channel, ")) == [
                "force/sources/calls.yaml:6:34: error: the reference table `../x.csv` lies outside the force's folder "
                    + "[E0274]\n    help: keep it below the folder, such as reference/vdn.csv"
            ])
    }

    @Test func faultsOfColumns() {
        #expect(
            faults(("  channel:", "  chanel:")) == [
                "force/sources/calls.yaml:6:3: error: `chanel` is not a column of `calls`, so it needs a `type` [E0271]\n"
                    + "    help: did you mean `channel`?"
            ])
        #expect(
            faults(("  channel: { from: VDN, values: { A: \"999\" } }\n", "")) == [
                "force/sources/calls.yaml:4:1: error: `acd` does not map the required column `channel` of `calls` (DQ01) "
                    + "[E0272]\n    help: add `channel: { from: … }` under `columns`"
            ])
        #expect(
            faults(("A: \"999\"", "A: \"998\"")) == [
                "force/sources/calls.yaml:6:39: error: `998` is not a value of `channel` [E0273]\n"
                    + "    help: did you mean `999`?"
            ])
        #expect(
            faults(("{ from: UCID }", "{ from: [A, B] }")) == [
                "force/sources/calls.yaml:5:20: error: `from` is one header, not a list [E0271]\n    help: write "
                    + "`join: […]` to put cells together, or `from: { any_of: […] }` for alternative headers"
            ])
        #expect(
            faults(("{ from: UCID }", "{ from: UCID, constant: x }")) == [
                "force/sources/calls.yaml:5:26: error: `call_id` is taken in two ways: `from` and `constant` [E0271]"
            ])
        #expect(
            faults(("{ from: UCID }", "{ from: UCID, type: time }")) == [
                "force/sources/calls.yaml:5:32: error: `call_id` is an id and cannot be `time` [E0271]\n"
                    + "    help: leave `type` out: the schema knows it"
            ])
        #expect(
            faults(("{ from: UCID }", "{ from: UCID, format: iso }")) == [
                "force/sources/calls.yaml:5:26: error: only a time, a date or a duration has `format` [E0271]"
            ])
    }

    @Test func faultsOfFormatsAndPatterns() {
        #expect(
            faults(("dd/MM/yyyy", "dd/mm/yyyy")) == [
                "force/sources/calls.yaml:7:39: error: `dd/mm/yyyy HH:mm:ss` is not a time format: `mm` is minutes and "
                    + "`MM` is months [E0275]\n    help: such as dd/MM/yyyy HH:mm:ss, iso or excel"
            ])
        for (pattern, why) in [
            ("calls_{DDMM}.csv", "a date has the letters y, M and d: `D` is none of them"),
            ("calls_{yyyyMM}_{dd}.csv", "it may hold one date in braces"),
            ("calls_{MMdd}.csv", "the date needs its year"),
            ("a/calls.csv", "it holds a `/`; name the folder under `folder`"),
            ("calls_{yyyydd}.csv", "the date needs its month"),
        ] {
            #expect(
                faults(("calls_{yyyyMMdd}.csv*", pattern)) == [
                    "force/sources/calls.yaml:3:9: error: `\(pattern)` is not a pattern of file names: \(why) [E0276]\n"
                        + "    help: such as calls_{yyyyMMdd}.csv*"
                ])
        }
    }

    @Test func faultsOfKeys() {
        #expect(
            faults(("columns:", "key: [call_id, seg]\nnewest_by: entered\ncolumns:")) == [
                "force/sources/calls.yaml:4:6: error: `key` names `seg`, which is not a column of this source [E0278]\n"
                    + "    help: it can be: call_id, channel, offered_at",
                "force/sources/calls.yaml:5:12: error: `newest_by` names `entered`, which is not a column of this source "
                    + "[E0278]\n    help: it can be: call_id, channel, offered_at",
            ])
    }

    @Test func recordsThatAreRows() throws {
        #expect(try source().rowsWith == nil)
        #expect(
            try source(("columns:", "rows_with: Callsign\ncolumns:")).rowsWith
                == .init(headers: ["Callsign"], values: []))
        #expect(
            try source(("columns:", "rows_with: { any_of: [Callsign, Unit] }\ncolumns:")).rowsWith
                == .init(headers: ["Callsign", "Unit"], values: []))
        #expect(
            try source(("columns:", "rows_with: { from: Entry, values: [Regrade, Upgrade] }\ncolumns:")).rowsWith
                == .init(headers: ["Entry"], values: ["Regrade", "Upgrade"]))
        #expect(
            faults(("columns:", "rows_with: [A, B]\ncolumns:")) == [
                "force/sources/calls.yaml:4:12: error: `rows_with` is one header, not a list [E0271]\n"
                    + "    help: write `{ any_of: […] }` for alternative headers"
            ])
        #expect(
            faults(("columns:", "rows_with: { from: Entry, values: [] }\ncolumns:")) == [
                "force/sources/calls.yaml:4:35: error: `values` of `rows_with` is empty, so no record would be a row "
                    + "[E0237]"
            ])
    }

    @Test func partsOfAJoin() throws {
        let column = try source(
            (
                "{ from: UCID }",
                "{ join: [{ from: Day, format: [dd/MM/yyyy, iso] }, { any_of: [No, Nr] }, { from: X, leading_zeros: no }] }"
            )
        ).columns.first { $0.column == "call_id" }
        guard case .joined(let parts, with: "")? = column?.origin else {
            Issue.record("not joined")
            return
        }
        #expect(
            parts == [
                .init(["Day"], dayFormats: ["dd/MM/yyyy", "iso"]), .init(["No", "Nr"]),
                .init(["X"], keepsLeadingZeros: false),
            ])
        #expect(
            faults(("{ from: UCID }", "{ join: [{ from: Day, format: dd HH:mm }, No] }")) == [
                "force/sources/calls.yaml:5:42: error: `dd HH:mm` is not a time format: `mm` is minutes and `MM` is months "
                    + "[E0275]\n    help: such as dd/MM/yyyy HH:mm:ss, iso or excel"
            ])
    }

    @Test func aClockFollowsATimeThatIsRead() {
        let clock = "answered_at: { from: A, type: time_of_day, on: D, rolls_over_after: began }"
        #expect(faults(("columns:", "columns:\n  \(clock)\n  began: { from: B, type: time }")) == [])
        #expect(
            faults(("columns:", "columns:\n  \(clock)\n  began: { is: offered_at + 1 s }")) == [
                "force/sources/calls.yaml:5:3: error: `rolls_over_after` of `answered_at` names `began`, which is not "
                    + "another time that this source reads [E0271]\n    help: it can be: offered_at"
            ])
    }
}
