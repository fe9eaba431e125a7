import Definitions
import Tables

extension SourceRows {
    /// Decides among rows with one key: the newest file's row stands, older ones are superseded; within a file equal rows
    /// are duplicates and different ones are in conflict. In a window export the newest file also removes the rows of
    /// older ones whose day it covers without naming them. Without a key rows are never the same, and a newer window
    /// replaces the days that it covers.
    ///
    /// Comes before every rule: a row that stands and is then rejected is not replaced by its older version.
    mutating func resolveKeys(zone: ZoneTable) {
        let places = key.compactMap { place(of: $0) }
        guard places.count == key.count else { return }
        // The span of a file counts rows that are then superseded or in conflict: it says what the export covers.
        let covered = definition.exports == .window ? coverage(zone: zone) : nil
        guard !key.isEmpty else {
            if let covered { supersedeCovered(covered, zone: zone) }
            return
        }
        if hasOrderedKeys {
            keyed = fates.openCount
            if let covered { removeUncovered(covered, zone: zone) }
            return
        }
        let open = openRows()
        let keys = places.map { columns[$0].values.widened() }
        for group in repeatedKeys(keys, rows: open) { settle(group) }
        if let covered { removeUncovered(covered, zone: zone) }
        keyed = open.count
        supersedeCorrected(keys)
        supersedeRekeyed()
    }

    /// Whether a part of the key may be empty: the canonical table reads it as nothing where it is not recorded.
    func mayBeEmpty(_ name: String) -> Bool {
        schema.column(named: name).map { !$0.isRequired && $0.absence == .reads(nil) } ?? false
    }

    /// Whether a part of the key is empty and may be. An empty part equals an empty one; one that cannot be read is not
    /// empty.
    func isEmptyKeyPart(_ row: Int, _ place: Int) -> Bool {
        columns[place].values.isMissing(at: row) && mayBeEmpty(columns[place].name)
            && fault(row: row, column: place)?.blanksCell ?? true
    }

    /// Whether every part of a row's key is known.
    func hasKey(_ row: Int) -> Bool {
        key.allSatisfy { name in
            guard let place = place(of: name) else { return false }
            return !columns[place].values.isMissing(at: row) || isEmptyKeyPart(row, place)
        }
    }

    private mutating func settle(_ group: ArraySlice<Int32>) {
        var newest = -1
        for row in group { newest = max(newest, ranks[file(of: Int(row))]) }
        var contenders: [Int] = []
        for row in group.lazy.map({ Int($0) }) {
            if ranks[file(of: row)] == newest { contenders.append(row) } else { fates[row] = .superseded }
        }
        guard contenders.count > 1 else { return }
        let latest = latest(of: contenders)
        let isOne = latest.dropFirst().allSatisfy { isEqual(latest[0], $0) }
        for row in contenders { fates[row] = .superseded }
        for row in latest {
            fates[row] = .accepted
            if !isOne {
                reject(row, RejectionReason.conflict, rule: "DQ04")
            } else if row != latest[0] {
                fates[row] = .duplicate
            }
        }
    }

    /// The rows with the latest `newest_by`, or all; equal rows need no such help.
    private func latest(of contenders: [Int]) -> [Int] {
        guard let name = definition.newestBy, let place = place(of: name) else { return contenders }
        if contenders.dropFirst().allSatisfy({ isEqual(contenders[0], $0) }) { return contenders }
        let values = columns[place].values
        // A missing value is the least one there is.
        let latest = contenders.reduce(Missing.integer) { max($0, values.integer(at: $1)) }
        return contenders.filter { values.integer(at: $0) == latest }
    }

    /// Whether two rows agree in every column of the schema.
    func isEqual(_ left: Int, _ right: Int) -> Bool {
        places.allSatisfy { columns[$0].values.integer(at: left) == columns[$0].values.integer(at: right) }
    }
}
