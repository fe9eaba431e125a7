import Reporting
import RunStore
import Tables

/// The date of the newest export of each source that the latest published figures were made from, as its `sources.csv`
/// says. A run must not go back behind it unasked.
func lastUsed(in publication: Publication) -> [String: CivilDate] {
    guard let latest = publication.latest,
        let bytes = try? System.read("\(publication.folder(asOf: latest.asOf, run: latest.run))/sources.csv")
    else { return [:] }
    let table = readTable(bytes)
    guard let source = table.header.firstIndex(of: "source"), let date = table.header.firstIndex(of: "export_date"),
        let state = table.header.firstIndex(of: "state")
    else { return [:] }
    var found: [String: CivilDate] = [:]
    for record in table.records where record.count == table.header.count && record[state] == "read" {
        guard let day = CivilDate(record[date]) else { continue }
        found[record[source]] = max(day, found[record[source]] ?? day)
    }
    return found
}
