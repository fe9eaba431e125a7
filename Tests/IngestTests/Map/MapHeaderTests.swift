import Definitions
import Tables
import Testing

@testable import Ingest

/// The messages that a force meets first, word for word.
@Suite struct MapHeaderTests {
    private let schema = Sketch.schema([
        Sketch.column("call_id", .id), Sketch.column("offered_at", .time), Sketch.column("queue", .text),
    ])

    private let source = Sketch.source([
        Sketch.map("call_id", "UCID", .id), Sketch.map("offered_at", "Segment Start", Sketch.seconds),
        Sketch.map("queue", "Split/Skill", .text),
    ])

    private func faults(_ text: String, _ source: SourceDefinition? = nil) async -> [String] {
        await thrown {
            _ = try await Decoded([("calls_20260930.csv", text)], source ?? self.source, schema)
        }
    }

    @Test func headersMatchWhateverTheirCaseAndSpaces() async throws {
        let decoded = try await Decoded(
            [("calls_20260930.csv", "ucid, SEGMENT \u{A0} start ,Split/Skill\r\na1,01/09/2026 10:00:00,Q\r\n")], source,
            schema)
        #expect(decoded.values("call_id") == ["a1"])
        #expect(decoded.values("offered_at") == ["2026-09-01T09:00:00Z"])
        #expect(decoded.source.files[0].headers == 1)
        #expect(decoded.source.findings == [])
    }

    @Test func aRenamedHeaderNamesTheNearest() async {
        #expect(
            await faults("UCID,Seg Start,Split/Skill\n") == [
                """
                sources/calls.yaml:10:3: error: calls_20260930.csv has no header `Segment Start`, which offered_at reads; \
                the nearest header is `Seg Start` [E0310]
                    help: if the export was renamed, write `any_of: [Segment Start, Seg Start]` under `from:`, which reads \
                old and new files; if some exports lack it, add `optional: true`
                """
            ])
    }

    @Test func anAbsentColumnListsTheHeaders() async {
        #expect(
            await faults("UCID,Split/Skill,Disp\n") == [
                """
                sources/calls.yaml:10:3: error: calls_20260930.csv has no header `Segment Start`, which offered_at reads; \
                its headers are `UCID`, `Split/Skill`, `Disp` [E0311]
                    help: name the header that holds it under `from:`; if some exports lack it, add `optional: true`; if \
                the force does not record it, leave the column out of the mapping
                """
            ])
    }

    @Test func allFaultsOfAllFilesComeTogether() async {
        let found = await thrown {
            _ = try await Decoded(
                [("calls_20260929.csv", "UCID,Queue\n"), ("calls_20260930.csv", "")], source, schema)
        }
        #expect(found.map { $0.contains("[E0311]") } == [true, true, false])
        #expect(found.map { $0.contains("[E0301]") } == [false, false, true])
    }

    @Test func aHeaderThatStandsTwiceIsRefusedWhereItIsRead() async {
        #expect(
            await faults("UCID,Segment Start,Queue,segment  start,Split/Skill\n") == [
                """
                sources/calls.yaml:10:3: error: the header `Segment Start` stands 2 times in calls_20260930.csv, as columns \
                2 and 4; which one offered_at reads cannot be known [E0312]
                    help: ask the supplier to give each column its own name; nothing in the mapping can tell them apart
                """
            ])
        #expect(await faults("UCID,Segment Start,Queue,Queue,Split/Skill\n") == [])
    }

    @Test func aWrongDelimiterNamesTheOneThatFits() async {
        #expect(
            await faults("UCID;Segment Start;Split/Skill\na;b;c\n") == [
                """
                sources/calls.yaml:1: error: the header of calls_20260930.csv is one single cell when split at the comma; \
                split at the semicolon it has 3 columns [E0313]
                    help: write `delimiter: semicolon` in sources/calls.yaml
                """
            ])
    }

    @Test func halfHourTotalsAreNoCalls() async {
        #expect(
            await faults("Date,Interval,Split/Skill,Calls Offered,Calls Answered,Calls Abandoned\n") == [
                """
                sources/calls.yaml:1: error: calls_20260930.csv holds totals per interval (`Interval`, `Calls Offered`, \
                `Calls Answered`, `Calls Abandoned`), not one row per call; aggregated intervals cannot give waits, repeat \
                callers or anything else that is known call by call [E0314]
                    help: ask for the call-level export of the telephony system, often called `call detail records`, \
                `segments` or `interaction detail`, with an identifier and the offered, answered and abandoned times of \
                each call
                """
            ])
    }

    @Test func anEmptyFileIsNoExport() async {
        let empty = """
            calls_20260930.csv: error: the file is empty; a header record was expected [E0301]
                help: ask the supplier to export it again; a day without records still has a header
            """
        #expect(await faults("") == [empty])
        #expect(await faults("\r\n\r\n") == [empty])
    }

    @Test func aHeaderAloneIsADayWithoutRecords() async throws {
        let decoded = try await Decoded([("calls_20260930.csv", "UCID,Segment Start,Split/Skill")], source, schema)
        #expect(decoded.source.rowCount == 0)
        #expect(decoded.source.files[0].headerText == Array("UCID,Segment Start,Split/Skill".utf8))
    }

    @Test func spreadsheetsAndWebPagesAreNoCSV() async {
        #expect(
            await faults("PK\u{3}\u{4}rest of an archive") == [
                """
                calls_20260930.csv: error: this is a spreadsheet (.xlsx), not CSV text, whatever its name says [E0302]
                    help: open it and save it as `CSV UTF-8`, or ask the supplier for a CSV export; renaming does not \
                convert a file
                """
            ])
        #expect(
            await faults("<!DOCTYPE html><html><body>Please sign in</body></html>") == [
                """
                calls_20260930.csv: error: this is a web page (HTML), not CSV text, whatever its name says [E0303]
                    help: it is probably a login or error page saved in place of the export: sign in and export again
                """
            ])
    }

    @Test func aFileShorterThanItsTitles() async {
        let titled = Sketch.source(source.columns, dialect: Dialect(headerRecord: 3))
        #expect(
            await faults("Report\nUCID,Segment Start,Split/Skill\n", titled) == [
                """
                calls_20260930.csv: error: the header is declared as record 3, and the file has only 2 records [E0306]
                    help: correct `header` in sources/calls.yaml:1, or ask the supplier whether the export is complete
                """
            ])
    }

    @Test func aHeaderInAnotherEncodingNamesTheOffset() async throws {
        let folder = try InputsFolder()
        try folder.write("calls_20260930.csv", Array("UCID,Cost ".utf8) + [0xA3] + Array(",Segment Start\n".utf8))
        let found = await thrown {
            var names = Names()
            _ = try await decode(
                source, schema: schema, files: discoverFiles(of: source, inputs: folder.path), zone: Sketch.london(),
                names: &names, options: IngestOptions(jobs: 1), pseudonymKey: nil)
        }
        #expect(
            found == [
                """
                calls_20260930.csv:1: error: the header is not utf-8: the byte at offset 10 cannot be read; the file looks \
                like windows-1252 [E0304]
                    help: write `encoding: windows-1252` in sources/calls.yaml:1 if that is what the system exports
                """
            ])
    }

    @Test func unreadColumnsAreNotedOnce() async throws {
        let header = "UCID,Segment Start,Split/Skill,Cost,Note\n"
        let decoded = try await Decoded(
            [("calls_20260929.csv", header), ("calls_20260930.csv", header)], source, schema)
        #expect(
            decoded.source.findings.map(\.description) == [
                """
                sources/calls.yaml:1: note: calls_20260929.csv has 2 columns that no mapping reads: `Cost`, `Note` [E0350]
                """
            ])
    }

    @Test func theFirstAlternativeThatAFileHasIsRead() async throws {
        let either = Sketch.source([
            Sketch.map("call_id", "UCID", .id), Sketch.map("queue", .header(["Queue", "Split"]), .text),
        ])
        let decoded = try await Decoded(
            [("calls_20260929.csv", "UCID,Split\na,old\n"), ("calls_20260930.csv", "UCID,Split,Queue\nb,old,new\n")],
            either, schema)
        #expect(decoded.values("queue") == ["old", "new"])
    }

    @Test func anOptionalColumnReadsAsItsDefaultWhereItIsAbsent() async throws {
        let schema = Sketch.schema([
            Sketch.column("call_id", .id), Sketch.column("leg_seq", .integer, absence: .reads("1")),
            Sketch.column("queue", .text),
        ])
        let source = Sketch.source([
            Sketch.map("call_id", "UCID", .id), Sketch.map("leg_seq", "Seg", .integer, isOptional: true),
            Sketch.map("queue", "Queue", .text, isOptional: true),
        ])
        let decoded = try await Decoded(
            [("calls_20260929.csv", "UCID\na\n"), ("calls_20260930.csv", "UCID,Seg\nb,2\n")], source, schema)
        #expect(decoded.values("leg_seq") == ["1", "2"])
        #expect(decoded.source.columns.map(\.name) == ["call_id", "leg_seq"])
        #expect(decoded.source.unmapped == ["queue"])
    }
}
