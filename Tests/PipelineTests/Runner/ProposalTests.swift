import Definitions
import Tables
import Testing

@testable import PipelineRunner

@Suite("A source proposed from an export")
struct ProposalTests {
    @Test(
        "time formats are told from values; day first unless that cannot be",
        arguments: [
            (["01/10/2026 02:14:07", "13/10/2026 02:14:07"], "dd/MM/yyyy HH:mm:ss", false),
            (["01/10/2026 02:14"], "dd/MM/yyyy HH:mm", true),
            (["01/10/2026 02:14", "01/31/2026 02:14"], "MM/dd/yyyy HH:mm", false),
            (["2026-10-01 02:14:07"], "yyyy-MM-dd HH:mm:ss", false),
            (["2026-10-01T02:14:07Z"], "iso", false),
            (["46012.59"], "excel", false),
        ])
    func formats(_ values: [String], _ format: String, _ isAmbiguous: Bool) {
        let guess = guessTimeFormat(values)
        #expect(guess.format == format)
        #expect(guess.isAmbiguous == isAmbiguous)
    }

    @Test("headers find their columns; what is unsure is left to the reader")
    func whole() throws {
        let folder = try TemporaryFolder()
        try folder.write(
            "acd_20260930.csv",
            "Call report\nCall ID;Channel;Offered At;Spare\n1;999;01/10/2026 02:14:07;x\n2;Non-emergency;13/10/2026 02:14:07;-\n"
        )
        func column(_ name: String, _ type: ValueType, isRequired: Bool = false) -> SchemaDefinition.Column {
            SchemaDefinition.Column(
                name: name, type: type, isRequired: isRequired, absence: .notComputable, isPlanned: false,
                isSensitive: false, range: nil, location: .init(file: "calls.yaml"))
        }
        let schema = SchemaDefinition(
            name: "calls",
            columns: [
                column("call_id", .id, isRequired: true),
                column("channel", .category(values: ["999", "101"], ordered: false)), column("offered_at", .time),
                column("disposition", .text, isRequired: true),
            ],
            key: ["call_id"], time: "offered_at", isOptional: false, location: .init(file: "calls.yaml"))
        let lines = try proposeSource(file: "\(folder.path)/acd_20260930.csv", table: "Calls", schemas: [schema])
        #expect(
            lines == [
                "# Proposed from acd_20260930.csv. Read every line; a comment with ? asks for a decision.",
                "source: acd_calls", "table: calls", "files: \"acd_{yyyyMMdd}.csv*\"",
                "exports: increment                # ? snapshot: only the newest file counts; window: the newest rules its period",
                "delimiter: semicolon", "header: 2", "nulls: [\"-\"]", "columns:",
                "  call_id: { from: Call ID }", "  channel: { from: Channel }",
                "    # ? values: { \"Non-emergency\": ? }", "    #   each stands for one of 999, 101",
                "  offered_at: { from: Offered At, format: \"dd/MM/yyyy HH:mm:ss\" }",
                "  # disposition: { from: ? }     # required", "# not used: Spare",
            ])
    }

    @Test(
        "numbers that only look like dates are none", arguments: [["012606000029"], ["2026"], ["12.5"], ["00:04:10"]])
    func noDates(_ values: [String]) {
        #expect(guessTimeFormat(values).format == nil)
    }

    @Test("an unknown table is answered with the nearest")
    func table() {
        #expect(
            throws: Diagnostic(code: "E0115", "there is no table 'cals'", help: "did you mean calls? there is calls")
        ) {
            _ = try proposeSource(
                file: "x.csv", table: "cals",
                schemas: [
                    SchemaDefinition(
                        name: "calls", columns: [], key: [], time: "offered_at", isOptional: false,
                        location: .init(file: "calls.yaml"))
                ])
        }
    }
}
