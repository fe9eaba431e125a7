import PipelineRunner
import RunStore
import Testing

// Each message that a force meets first, and the test that pins it word for word:
//
// header renamed, mapped column absent, duplicate header, wrong delimiter, interval export, xlsx, HTML, empty file:
//     here, as a run prints them, and MapHeaderTests
// wrong encoding (offset, likely one): here; FileTests (marks, zero bytes), MapHeaderTests (in the header) and
//     FindingTests (in the records)
// minute-only times, date-only times, all callers equal, more than half of a category unknown: FindingTests
// key not unique: here and GateTests
// older file than the one used: FateTests.olderThanUsed; yesterday's file under a new name: BadNightTests
// file still growing: FileTests.aFileThatGrowsIsRefused
// unreadable folder: DiscoverFilesTests.aFolderThatMayNotBeReadSaysSo
// full disk: FullDiskTests; lock held by another run: KilledRunTests
// misspelt key, unknown column, type error, cycle: FaultTests
// a file cut short: BadNightTests

@Suite("The messages that a force meets first, as a run prints them")
struct FirstMessageTests {
    /// The export of a night, and what is told about it.
    struct Night: Sendable, CustomStringConvertible {
        let description: String
        let export: [UInt8]
        let code: Int32
        let told: [String]

        init(_ description: String, _ export: String, _ told: [String], code: Int32 = 65) {
            self.init(description, bytes: Array(export.utf8), told, code: code)
        }

        init(_ description: String, bytes: [UInt8], _ told: [String], code: Int32 = 65) {
            self.description = description
            self.export = bytes
            self.code = code
            self.told = told
        }
    }

    private static let nights: [Night] = [
        Night(
            "header renamed", SmallForce.calls(header: "Id,Line,Offerd,Answered,Result"),
            [
                "sources/calls.yaml:7:3: error: calls_20260930.csv has no header `Offered`, which "
                    + "offered_at reads; the nearest header is `Offerd` [E0310]",
                "    help: if the export was renamed, write `any_of: [Offered, Offerd]` under `from:`, "
                    + "which reads old and new files; if some exports lack it, add `optional: true`",
            ]),
        Night(
            "mapped column absent", SmallForce.calls(header: "Id,Line,Offered,Zz,Result"),
            [
                "sources/calls.yaml:8:3: error: calls_20260930.csv has no header `Answered`, which "
                    + "answered_at reads; its headers are `Id`, `Line`, `Offered`, `Zz`, `Result` [E0311]",
                "    help: name the header that holds it under `from:`; if some exports lack it, add "
                    + "`optional: true`; if the force does not record it, leave the column out of the mapping",
            ]),
        Night(
            "duplicate header",
            SmallForce.calls(header: "Id,Line,Offered,Answered,Result,Offered")
                .replacing("answered\n", with: "answered,x\n"),
            [
                "sources/calls.yaml:7:3: error: the header `Offered` stands 2 times in "
                    + "calls_20260930.csv, as columns 3 and 6; which one offered_at reads cannot be known "
                    + "[E0312]",
                "    help: ask the supplier to give each column its own name; nothing in the mapping can "
                    + "tell them apart",
            ]),
        Night(
            "wrong delimiter", SmallForce.calls().replacing(",", with: ";"),
            [
                "sources/calls.yaml:1:1: error: the header of calls_20260930.csv is one single cell when "
                    + "split at the comma; split at the semicolon it has 5 columns [E0313]",
                "    help: write `delimiter: semicolon` in sources/calls.yaml",
            ]),
        Night(
            "wrong encoding: UTF-16",
            bytes: SmallForce.calls().utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] },
            [
                "calls_20260930.csv: error: the file has a zero byte in every second place from offset "
                    + "1, as utf-16le has, but the source declares encoding utf-8 [E0613]",
                "    help: declare `encoding: utf-16le` for this source, or have the export saved as "
                    + "before",
            ]),
        Night(
            "wrong encoding: windows-1252",
            bytes: SmallForce.calls().utf8.map { $0 == UInt8(ascii: "c") ? 0xA3 : $0 },
            [
                "calls_20260930.csv: error: phones: 40 of 40 records rejected (100%), more than 20 and "
                    + "10%: bytes that are no text in the declared encoding (40) [E0401]",
                "    help: 40 records are not utf-8, the first at byte offset 32; likely the file is "
                    + "windows-1252: write `encoding: windows-1252` in sources/calls.yaml:1:1 if that is what "
                    + "the system exports; nothing is replaced silently, so these records are rejected",
            ]),
        Night(
            "interval export",
            "Interval,Split,Calls Offered,Calls Answered,Avg Speed Answer\n00:00,Main,10,9,12\n00:15,Main,10,9,12\n",
            [
                "sources/calls.yaml:1:1: error: calls_20260930.csv holds totals per interval "
                    + "(`Interval`, `Calls Offered`, `Calls Answered`), not one row per call; aggregated "
                    + "intervals cannot give waits, repeat callers or anything else that is known call by call "
                    + "[E0314]",
                "    help: ask for the call-level export of the telephony system, often called `call "
                    + "detail records`, `segments` or `interaction detail`, with an identifier and the "
                    + "offered, answered and abandoned times of each call",
            ]),
        Night(
            "key not unique", SmallForce.calls() + SmallForce.calls(slow: 40),
            [
                "calls_20260930.csv: error: phones: 72 of 80 records rejected (90%), more than 20 and "
                    + "10%: call_id, leg_seq not unique and the rows differ (72) [E0401]",
                "    help: if rows of one export may share call_id, leg_seq, the `key` of phones lacks a "
                    + "column, or `newest_by` must say which of them counts",
            ]),
        Night(
            "a workbook renamed", bytes: [0x50, 0x4B, 3, 4] + Array(repeating: 0, count: 100),
            [
                "calls_20260930.csv: error: this is a spreadsheet (.xlsx), not CSV text, whatever its "
                    + "name says [E0302]",
                "    help: open it and save it as `CSV UTF-8`, or ask the supplier for a CSV export; "
                    + "renaming does not convert a file",
            ]),
        Night(
            "a web page", "<!DOCTYPE html><html><body>Sign in</body></html>",
            [
                "calls_20260930.csv: error: this is a web page (HTML), not CSV text, whatever its name "
                    + "says [E0303]",
                "    help: it is probably a login or error page saved in place of the export: sign in "
                    + "and export again",
            ]),
        Night(
            "empty", "",
            [
                "calls_20260930.csv: error: the file is empty; a header record was expected [E0301]",
                "    help: ask the supplier to export it again; a day without records still has a header",
            ]),
    ]

    @Test("every damaged export", arguments: nights)
    func exports(_ night: Night) async throws {
        let force = try SmallForce()
        try force.folder.write("in/calls_20260930.csv", night.export)
        let report = await force.run()
        #expect(report.exitCode == night.code)
        #expect(told(report, force) == night.told)
    }

    /// What stands between the first line and the way on, without the folders of this machine.
    private func told(_ report: RunReport, _ force: SmallForce) -> [String] {
        report.failure.dropFirst().filter { !$0.hasPrefix("next: ") && !$0.hasPrefix("all of it: ") }
            .map {
                $0.replacing("\(force.folder.path)/Pipelines/small/", with: "")
                    .replacing(force.folder.path, with: "FOLDER")
            }
    }
}
