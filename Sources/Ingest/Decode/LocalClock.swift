import Tables

/// Turns local readings into instants, asking the zone once per quarter of an hour rather than once per row.
///
/// Zones change their offset at whole quarters, so the offset of a quarter that has one reading throughout is
/// remembered.
struct LocalClock {
    /// An instant, and the other one that a doubled hour allows.
    enum Reading {
        case unique(Int64)
        case doubled(Int64, Int64)
        case moved(Int64)
    }

    private static let quarter: Int64 = 900_000
    private static let size = 256
    private let zone: ZoneTable
    /// Quarters asked for last, and the milliseconds to take from a local reading; `Missing.integer` for a quarter without
    /// one meaning.
    private var known: [(quarter: Int64, offset: Int64)]

    init(_ zone: ZoneTable) {
        self.zone = zone
        known = Array(repeating: (Int64.max, 0), count: LocalClock.size)
    }

    /// What to take from any reading in a quarter, counted from 1970; `Missing.integer` when that differs within it.
    @inline(__always)
    mutating func offset(inQuarter quarter: Int64) -> Int64 {
        let slot = Int(truncatingIfNeeded: quarter) & (LocalClock.size - 1)
        if known[slot].quarter != quarter { known[slot] = (quarter, offset(of: quarter)) }
        return known[slot].offset
    }

    mutating func read(_ local: Int64) -> Reading {
        let offset = offset(inQuarter: floorDivide(local, LocalClock.quarter))
        if offset != Missing.integer { return .unique(local - offset) }
        switch zone.read(local: local) {
        case .unique(let utc): return .unique(utc)
        case .ambiguous(let first, let second): return .doubled(first, second)
        case .missing(let moved): return .moved(moved)
        }
    }

    @inline(never)
    private func offset(of quarter: Int64) -> Int64 {
        let start = quarter * LocalClock.quarter
        let end = start + LocalClock.quarter - 1
        guard case .unique(let first) = zone.read(local: start), case .unique(let last) = zone.read(local: end),
            start - first == end - last
        else { return Missing.integer }
        return start - first
    }
}
