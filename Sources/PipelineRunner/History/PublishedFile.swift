import Reporting

/// One line of a published `sources.csv`, as far as reading the same files again needs it.
package struct PublishedFile: Sendable, Hashable {
    package let source: String
    package let file: String
    package let sha256: String
    package let state: String
    package let accepted: Int
    package let rejected: Int

    package init(source: String, file: String, sha256: String, state: String, accepted: Int, rejected: Int) {
        self.source = source
        self.file = file
        self.sha256 = sha256
        self.state = state
        self.accepted = accepted
        self.rejected = rejected
    }
}

/// The files that a published run met, in the order of its `sources.csv`.
func publishedFiles(_ bytes: [UInt8]) -> [PublishedFile] {
    let table = readTable(bytes)
    let names = ["source", "file", "sha256", "state", "accepted", "rejected"]
    let places = names.compactMap { table.header.firstIndex(of: $0) }
    guard places.count == names.count else { return [] }
    return table.records.compactMap { record in
        guard record.count == table.header.count else { return nil }
        let cells = places.map { record[$0] }
        return PublishedFile(
            source: cells[0], file: cells[1], sha256: cells[2], state: cells[3], accepted: Int(cells[4]) ?? 0,
            rejected: Int(cells[5]) ?? 0)
    }
}
