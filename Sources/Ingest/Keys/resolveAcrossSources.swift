import Tables

/// Decides among rows of several sources of one table that share a key. No source is newer than another: equal rows are
/// duplicates of the one in the source declared first, different ones are all rejected.
func resolveAcrossSources(_ sources: inout [SourceRows], of members: [Int]) {
    let keyed = members.filter { !sources[$0].key.isEmpty }
    guard keyed.count > 1, let key = keyed.first.map({ sources[$0].key }),
        keyed.allSatisfy({ sources[$0].key == key })
    else { return }
    var keys = Array(repeating: [Int64](), count: key.count)
    var origins: [(source: Int, row: Int)] = []
    for member in keyed {
        let places = key.compactMap { sources[member].place(of: $0) }
        guard places.count == key.count else { return }
        let open = sources[member].openRows().map { Int($0) }
        for (column, place) in places.enumerated() {
            let values = sources[member].columns[place].values.widened()
            keys[column] += open.map { values[$0] }
        }
        origins += open.map { (member, $0) }
    }
    for group in repeatedKeys(keys, rows: Array(0..<Int32(origins.count))) {
        let rows = group.map { origins[Int($0)] }
        let isOne = rows.dropFirst().allSatisfy { isEqual(sources, rows[0], $0) }
        for (source, row) in isOne ? rows.dropFirst() : rows[...] {
            if isOne {
                sources[source].fates[row] = .duplicate
            } else {
                sources[source].reject(row, RejectionReason.conflict, rule: "DQ04")
            }
        }
    }
}

private func isEqual(_ sources: [SourceRows], _ left: (source: Int, row: Int), _ right: (source: Int, row: Int)) -> Bool
{
    zip(sources[left.source].places, sources[right.source].places).allSatisfy { mine, theirs in
        sources[left.source].columns[mine].values.integer(at: left.row)
            == sources[right.source].columns[theirs].values.integer(at: right.row)
    }
}
