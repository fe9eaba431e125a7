package import Compute
import Ingest
import Tables

/// The lines of `exclusions.csv` as they were computed.
package func readExclusions(_ bytes: [UInt8]) -> [ExclusionRow] {
    var table = TableReader(bytes)
    let (kpi, period, reason) = (table.column("kpi"), table.column("period"), table.column("reason"))
    let (order, count) = (table.column("order"), table.column("n"))
    var periods: [String: Period] = [:]
    var rows: [ExclusionRow] = []
    while table.next() {
        let id = table.words(period)
        if periods[id] == nil { periods[id] = Period(parsing: id) }
        guard let known = periods[id] else { continue }
        rows.append(
            ExclusionRow(
                kpi: table.words(kpi), period: known, reason: table.words(reason), order: table.integer(order) ?? 0,
                count: table.integer(count) ?? 0))
    }
    return rows
}

/// The lines of `triangles.csv` as they were computed.
package func readTriangles(_ bytes: [UInt8]) -> [TriangleRow] {
    var table = TableReader(bytes)
    var rows: [TriangleRow] = []
    while table.next() {
        func words(_ name: String) -> String { table.words(table.column(name)) }
        guard let cohort = Period(parsing: words("cohort")) else { continue }
        rows.append(
            TriangleRow(
                kpi: words("kpi"), statistic: words("statistic"), cohort: cohort,
                monthsSince: table.integer(table.column("months_since")) ?? 0,
                value: table.number(table.column("value")), numerator: table.integer(table.column("numerator")),
                denominator: table.integer(table.column("denominator"))))
    }
    return rows
}

/// The lines of `sources.csv` as they were written.
package func readSources(_ bytes: [UInt8]) -> [PageMaterial.SourceFile] {
    var table = TableReader(bytes)
    var files: [PageMaterial.SourceFile] = []
    while table.next() {
        func words(_ name: String) -> String { table.words(table.column(name)) }
        func count(_ name: String) -> Int { table.integer(table.column(name)) ?? 0 }
        var ledger = Ledger()
        ledger.physical = count("physical")
        ledger.header = count("header")
        ledger.accepted = count("accepted")
        ledger.rejected = count("rejected")
        ledger.superseded = count("superseded")
        ledger.removed = count("removed")
        ledger.duplicate = count("duplicate")
        ledger.skipped = count("skipped")
        ledger.afterAsOf = count("after_as_of")
        files.append(
            PageMaterial.SourceFile(
                source: words("source"), file: words("file"), sha256: words("sha256"),
                exportDate: words("export_date"), ledger: ledger, newestRecord: words("newest_record"),
                expectedBy: words("expected_by"), state: words("state")))
    }
    return files
}
