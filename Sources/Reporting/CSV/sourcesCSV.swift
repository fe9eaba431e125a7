package import Ingest
package import Tables

/// `sources.csv`: every file that a source's pattern matched, its hash, and where each of its records went.
package func sourcesCSV(_ files: [FileAccount], zone: ZoneTable, byteOrderMark: Bool) -> CSVWriter {
    var table = CSVWriter(
        header: [
            "source", "file", "sha256", "export_date", "physical", "header", "accepted", "rejected", "superseded",
            "removed", "duplicate", "skipped", "after_as_of", "newest_record", "expected_by", "state",
        ],
        byteOrderMark: byteOrderMark)
    for account in files {
        table.text(account.source)
        table.text(account.file)
        table.text(account.sha256)
        table.text(account.exportDate.map { "\($0)" } ?? "")
        for (_, count) in account.ledger.counts { table.integer(count) }
        table.text(account.newest.map { localText($0, in: zone) } ?? "")
        // No source declares yet when it is expected.
        table.text("")
        table.text(account.state.rawValue)
        table.endRecord()
    }
    return table
}

extension Ledger {
    /// Every count with its name in files, the whole first.
    package var counts: [(name: String, count: Int)] {
        [
            ("physical", physical), ("header", header), ("accepted", accepted), ("rejected", rejected),
            ("superseded", superseded), ("removed", removed), ("duplicate", duplicate), ("skipped", skipped),
            ("after_as_of", afterAsOf),
        ]
    }
}
