package import Definitions
package import Ingest
package import Tables

/// `sources.csv`: every file that a source's pattern matched, its hash, and where each of its records went.
package func sourcesCSV(
    _ files: [FileAccount], sources: [SourceDefinition], asOf: AsOf, zone: ZoneTable, byteOrderMark: Bool
) -> CSVWriter {
    var table = CSVWriter(header: sourcesTable.names, byteOrderMark: byteOrderMark)
    for account in files {
        table.text(account.source)
        table.text(account.file)
        table.text(account.sha256)
        table.text(account.exportDate.map { "\($0)" } ?? "")
        for (_, count) in account.ledger.counts { table.integer(count) }
        table.text(account.newest.map { localText($0, in: zone) } ?? "")
        table.text(expectedBy(account.source, in: sources, asOf: asOf, zone: zone))
        table.text(account.state.rawValue)
        table.endRecord()
    }
    return table
}

/// When the source's export of the as-of was expected, as local clocks showed it; empty where the source does not say.
func expectedBy(_ source: String, in sources: [SourceDefinition], asOf: AsOf, zone: ZoneTable) -> String {
    let due = sources.first { $0.name == source }?.freshness.due(after: asOf.day, in: zone)
    return due.map { localText($0, in: zone) } ?? ""
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
