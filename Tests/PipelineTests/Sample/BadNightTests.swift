import PipelineRunner
import RunStore
import Testing

@Suite("A bad night changes nothing and says why")
struct BadNightTests {
    /// What a reader is told first, word for word.
    private static let told: [String: [String]] = [
        "cut-in-a-record": [
            "calls/calls_20261001.csv: error: no record begins with `Total records:`, in which the export states its "
                + "row count [E0403]",
            "    help: the file may be cut: ask for the export again; or correct `control` of calls_acd",
        ],
        "cut-at-a-record": [
            "calls/calls_20261001.csv: error: cut at a record boundary: the export says 200, the file holds 160 "
                + "[E0402]",
            "    help: ask the supplier for the whole export",
        ],
        "header-renamed": [
            "DEFINITIONS/sources/calls_acd.yaml:26:3: error: calls/calls_20261001.csv has no header `Segment Start`, "
                + "which offered_at reads; the nearest header is `Segment Started` [E0310]",
            "    help: if the export was renamed, write `any_of: [Segment Start, Segment Started]` under `from:`, which "
                + "reads old and new files; if some exports lack it, add `optional: true`",
        ],
        "wrong-encoding": [
            "calls/calls_20261001.csv: error: the file begins with the byte order mark of utf-16le at offset 0, but the "
                + "source declares encoding windows-1252 [E0613]",
            "    help: declare `encoding: utf-16le` for this source, or have the export saved as before",
        ],
        "wrong-encoding-digital": [
            "calls/digital_20261001.csv: error: the file does not begin with the byte order mark EF BB BF that "
                + "`encoding: utf-8-bom` declares [E0613]",
            "    help: declare `encoding: utf-8`, which takes a file with or without the mark, or windows-1252",
        ],
        "empty": [
            "calls/calls_20261001.csv: error: the file is empty; a header record was expected [E0301]",
            "    help: ask the supplier to export it again; a day without records still has a header",
        ],
        "html-login": [
            "calls/calls_20261001.csv: error: this is a web page (HTML), not CSV text, whatever its name says [E0303]",
            "    help: it is probably a login or error page saved in place of the export: sign in and export again",
        ],
        "xlsx-renamed": [
            "calls/calls_20261001.csv: error: this is a spreadsheet (.xlsx), not CSV text, whatever its name says "
                + "[E0302]",
            "    help: open it and save it as `CSV UTF-8`, or ask the supplier for a CSV export; renaming does not "
                + "convert a file",
        ],
        "yesterdays-file": [
            "calls/calls_20261001.csv.gz: error: calls_acd: calls/calls_20261001.csv.gz holds the same bytes as "
                + "calls/calls_20260930.csv.gz: an old export was sent under a new name [E0409]",
            "    help: ask the supplier for the export that should be here, or remove the copy",
        ],
        "logs-cut": [
            "incidents/cad_logs_20261001.csv: error: no record begins with `Total records:`, in which the export states "
                + "its row count [E0403]",
            "    help: the file may be cut: ask for the export again; or correct `control` of cad_logs",
        ],
        "logs-header-renamed": [
            "DEFINITIONS/sources/cad_logs.yaml:33:3: error: incidents/cad_logs_20261001.csv has no header `Created`, "
                + "which created_at reads; the nearest header is `Created At` [E0310]",
            "    help: if the export was renamed, write `any_of: [Created, Created At]` under `from:`, which reads old and "
                + "new files; if some exports lack it, add `optional: true`",
        ],
        "crime-events-cut": [
            "crimes/connect_events_20261001.csv: error: no record begins with `Total records:`, in which the export states "
                + "its row count [E0403]",
            "    help: the file may be cut: ask for the export again; or correct `control` of crime_events_connect",
        ],
        "crime-events-header-renamed": [
            "DEFINITIONS/sources/crime_events_niche.yaml:27:3: error: crimes/niche_events_20261001.csv has no header "
                + "`EventTime`, which event_at reads; the nearest header is `Event Time` [E0310]",
            "    help: if the export was renamed, write `any_of: [EventTime, Event Time]` under `from:`, which reads old "
                + "and new files; if some exports lack it, add `optional: true`",
        ],
        "outcomes-yesterdays-file": [
            "crimes/outcomes_20261001.txt.gz: error: outcomes: crimes/outcomes_20261001.txt.gz holds the same bytes as "
                + "crimes/outcomes_20260930.txt.gz: an old export was sent under a new name [E0409]",
            "    help: ask the supplier for the export that should be here; if nothing has changed since, remove the older "
                + "of the two",
        ],
    ]

    /// September is enough: the good run before, and each damaged export beside it.
    @Test("every bad night: exit 65, the first error, latest as it was")
    func nights() async throws {
        let truth = try SampleTruth.read()
        let sample = try SampleFolder()
        try sample.bring("loamshire") { $0.contains("202609") }
        try sample.bring("loamshire", of: "incidents") { $0.contains("202609") }
        try sample.bring("loamshire", of: "crimes")
        let good = await sample.run(asOf: "2026-09-30")
        #expect(good.failure == [])
        let latest = try #require(sample.latest)
        let published = try sample.published()
        #expect(truth.bad_nights.map(\.name).sorted() == BadNightTests.told.keys.sorted())
        for night in truth.bad_nights {
            for system in ["calls", "incidents", "crimes"] {
                try sample.bring("bad-nights/\(night.name)", of: system)
            }
            let report = await sample.run(asOf: "2026-10-01")
            #expect(report.exitCode == night.exit, "\(night.name)")
            #expect(report.failure.first == "pipeline run: failed with exit code 65, nothing was published")
            let first = BadNightTests.firstError(report.failure).map {
                $0.replacing(sample.definitions, with: "DEFINITIONS")
            }
            #expect(first == BadNightTests.told[night.name], "\(night.name)")
            #expect(report.failure.last == "next: pipeline check --pipeline \(sample.definitions)")
            #expect(sample.latest == latest, "\(night.name)")
            #expect(try sample.published() == published, "\(night.name)")
            let status = try sample.folder.text("out/status.html")
            #expect(status.contains("latest figures are as they were"), "\(night.name)")
            try FileTree.remove("\(sample.folder.path)/in/\(night.file)")
        }
    }

    /// The first error with its help.
    private static func firstError(_ lines: [String]) -> [String] {
        let errors = lines.dropFirst()
        let rest = errors.dropFirst().prefix { $0.hasPrefix("    ") }
        return Array(errors.prefix(1)) + rest
    }
}
