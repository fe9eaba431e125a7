import Definitions
import Tables

extension SourceRows {
    /// A malformed record whose key a later file names in a record that could be read has been corrected there, hence
    /// is superseded rather than rejected for ever. Malformed records decide nothing about others.
    ///
    /// Where several records make one row, those of its own file count, too: the row is there without it.
    ///
    /// `keys` holds the columns of the key, as integers.
    mutating func supersedeCorrected(_ keys: [[Int64]]) {
        let found = corrections(keys)
        var superseded: Set<Int32> = []
        for (place, row) in malformed.rows.enumerated() where found.corrected.contains(row) {
            superseded.insert(row)
            superseded.formUnion(remainder(of: place, known: found.known))
        }
        supersede(rejected: superseded)
    }

    /// The malformed rows whose key is that of a readable row anywhere, and those among them that a later file names.
    private func corrections(_ keys: [[Int64]]) -> (known: Set<Int32>, corrected: Set<Int32>) {
        var known: Set<Int32> = []
        var corrected: Set<Int32> = []
        let lenient = malformedKeys()
        guard let first = lenient.keys.first, !lenient.rows.isEmpty else { return (known, corrected) }
        // Few rows share the first part of their key with a malformed one; only those are looked at further.
        let wanted = Set(first)
        let isMalformed = Set(malformed.rows)
        var candidates: [Int32] = []
        for (row, value) in keys[0].enumerated() where value != Missing.integer && wanted.contains(value) {
            if !isMalformed.contains(Int32(row)), hasKey(row) {
                candidates.append(Int32(row))
            }
        }
        let isShared = definition.onePer?.key == key.first && key.count == 1
        let both = keys.indices.map { column in candidates.map { keys[column][Int($0)] } + lenient.keys[column] }
        for group in repeatedKeys(both, rows: Array(0..<Int32(candidates.count + lenient.rows.count))) {
            let readable = group.prefix { Int($0) < candidates.count }
            guard let newest = readable.map({ ranks[file(of: Int(candidates[Int($0)]))] }).max() else { continue }
            for member in group.dropFirst(readable.count) {
                let row = lenient.rows[Int(member) - candidates.count]
                known.insert(row)
                let rank = ranks[file(of: Int(row))]
                if newest > rank || (isShared && newest == rank) { corrected.insert(row) }
            }
        }
        return (known, corrected)
    }

    /// The malformed rows whose whole key can be made out; a part that may be empty is taken as it seems to be. A part of
    /// the key that the source does not map has the value that it has in every row.
    private func malformedKeys() -> (rows: [Int32], keys: [[Int64]]) {
        let parts = key.map { name -> [Int64] in
            if let read = malformed.keys.first(where: { $0.name == name }) { return read.values.widened() }
            guard let place = place(of: name) else { return [] }
            return malformed.rows.map { columns[place].values.integer(at: Int($0)) }
        }
        let mayBeEmpty = key.map { self.mayBeEmpty($0) }
        let whole = malformed.rows.indices.filter { place in
            zip(parts, mayBeEmpty).allSatisfy { part, mayBeEmpty in
                part.indices.contains(place) && (mayBeEmpty || part[place] != Missing.integer)
            }
        }
        return (whole.map { malformed.rows[$0] }, parts.map { part in whole.map { part[$0] } })
    }

    /// A line break where none may be tears a record into several malformed ones. Those that follow its first line
    /// belong to it, up to one that is as wide as a record or has the key of a readable row; where no quote tells that
    /// the record goes on, only when the pieces together are as wide as a record.
    private func remainder(of place: Int, known: Set<Int32>) -> [Int32] {
        let row = malformed.rows[place]
        guard let code = faults(of: Int(row)).first?.code,
            code == .openQuote || code == .undeclaredLineBreak || code == .tooFewFields
        else { return [] }
        let end = files[file(of: Int(row))].rows.upperBound
        let width = malformed.widths[place]
        var cells = malformed.cells[place]
        var rows: [Int32] = []
        for next in malformed.rows.indices.dropFirst(place + 1) {
            let follower = malformed.rows[next]
            guard follower == row + 1 + Int32(rows.count), follower < end, !known.contains(follower),
                malformed.cells[next] < width, code != .tooFewFields || cells < width
            else { break }
            rows.append(follower)
            cells += malformed.cells[next] - 1
        }
        return code == .tooFewFields && cells != width ? [] : rows
    }
}
