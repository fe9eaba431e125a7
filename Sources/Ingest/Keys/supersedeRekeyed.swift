import Definitions
import Tables

extension SourceRows {
    /// A record whose key could not be read is superseded when a later file has it with its key: a record that agrees in
    /// every other column, the time among them, and has no counterpart in the file of the first.
    mutating func supersedeRekeyed() {
        guard let place = place(of: schema.time), !rejections.isEmpty else { return }
        let times = columns[place].values.widened()
        let isMalformed = Set(malformed.rows)
        // Every other fate comes later, so what is rejected and well formed has no key.
        let unkeyed = rejections.filter { !isMalformed.contains($0.row) && !hasKey(Int($0.row)) }.map { Int($0.row) }
        let wanted = Set(unkeyed.lazy.map { times[$0] }.filter { $0 != Missing.integer })
        guard !wanted.isEmpty else { return }
        let candidates = times.indices.filter { wanted.contains(times[$0]) && !isMalformed.contains(Int32($0)) }
        let others = places.filter { place in !key.contains(columns[place].name) }
        let contents = others.map { place in candidates.map { columns[place].values.integer(at: $0) } }
        var superseded: Set<Int32> = []
        for group in repeatedKeys(contents, rows: Array(0..<Int32(candidates.count))) {
            let rows = group.map { candidates[Int($0)] }
            let keyed = Set(rows.filter(hasKey).map { ranks[file(of: $0)] })
            guard let newest = keyed.max() else { continue }
            for row in rows where !hasKey(row) {
                let rank = ranks[file(of: row)]
                if newest > rank, !keyed.contains(rank) { superseded.insert(Int32(row)) }
            }
        }
        supersede(rejected: superseded)
    }
}
