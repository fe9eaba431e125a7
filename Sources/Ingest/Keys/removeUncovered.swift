import Definitions
import Tables

/// For every local day the newest export whose rows span it.
struct Coverage {
    let firstDay: Int
    fileprivate(set) var newest: [Int]
    /// The days of each export, by its place.
    let spans: [Int: ClosedRange<Int>]

    func newestExport(on day: Int) -> Int {
        let place = day - firstDay
        return newest.indices.contains(place) ? newest[place] : -1
    }

    /// Whether newer exports cover every day of an export.
    func isReplaced(_ export: Int) -> Bool {
        spans[export].map { days in days.allSatisfy { newestExport(on: $0) > export } } ?? false
    }
}

extension SourceRows {
    /// The local days that each export covers: from its earliest to its latest row by the table's time.
    func coverage(zone: ZoneTable) -> Coverage? {
        guard let values = times(zone: zone) else { return nil }
        var spans: [Int: ClosedRange<Int>] = [:]
        for (number, file) in files.enumerated() {
            var ends: ClosedRange<Int64>?
            for row in file.rows where fates[row] != .afterAsOf {
                let value = values.integer(at: row)
                guard value != Missing.integer else { continue }
                ends = ends.map { min($0.lowerBound, value)...max($0.upperBound, value) } ?? value...value
            }
            guard let ends else { continue }
            let days = zone.day(ends.lowerBound).days...zone.day(ends.upperBound).days
            let export = exports[number]
            spans[export] =
                spans[export].map {
                    min($0.lowerBound, days.lowerBound)...max($0.upperBound, days.upperBound)
                } ?? days
        }
        guard let first = spans.values.map(\.lowerBound).min(), let last = spans.values.map(\.upperBound).max()
        else { return nil }
        var newest = Array(repeating: -1, count: last - first + 1)
        for export in spans.keys.sorted() {
            for day in spans[export] ?? 0...0 { newest[day - first] = export }
        }
        return Coverage(firstDay: first, newest: newest, spans: spans)
    }

    /// Replaces the rows of older exports on days that a newer one covers: without a key they cannot be told from its own.
    /// Of an export all of whose days are covered nothing is left, not even records without a readable time.
    mutating func supersedeCovered(_ coverage: Coverage, zone: ZoneTable) {
        guard let values = times(zone: zone) else { return }
        var replaced: Set<Int32> = []
        for (number, file) in files.enumerated() {
            let isReplaced = coverage.isReplaced(exports[number])
            for row in file.rows {
                switch fates[row] {
                case .accepted:
                    let value = values.integer(at: row)
                    let newest = value == Missing.integer ? -1 : coverage.newestExport(on: zone.day(value).days)
                    if isReplaced || newest > exports[number] { fates[row] = .superseded }
                case .rejected where isReplaced: replaced.insert(Int32(row))
                default: break
                }
            }
        }
        supersede(rejected: replaced)
    }

    /// Removes the rows of older exports on days that a newer one covers; those it names are superseded already. A row
    /// without a time is on no day: only its key decides about it.
    mutating func removeUncovered(_ coverage: Coverage, zone: ZoneTable) {
        guard let values = times(zone: zone) else { return }
        for (number, file) in files.enumerated() {
            for row in file.rows where fates[row] == .accepted {
                let value = values.integer(at: row)
                guard value != Missing.integer else { continue }
                if coverage.newestExport(on: zone.day(value).days) > exports[number] { fates[row] = .removed }
            }
        }
    }
}
