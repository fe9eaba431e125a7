import Tables

/// Turns local readings into instants, asking the zone once per day rather than once per row, and on days on which clocks
/// change once per quarter of an hour.
///
/// Zones change their offset at whole quarters, so the offset of a quarter, as of a day, that has one reading throughout is
/// remembered.
struct LocalClock {
    /// An instant, and the other one that a doubled hour allows.
    enum Reading {
        case unique(Int64)
        case doubled(Int64, Int64)
        case moved(Int64)
    }

    private static let quarter: Int64 = 900_000
    private static let day: Int64 = 86_400_000
    private static let size = 256
    private let zone: ZoneTable
    /// Quarters and days asked for last, and the milliseconds to take from a local reading; `Missing.integer` for one without
    /// one meaning.
    private var quarters: [Known]
    private var days: [Known]

    private typealias Known = (number: Int64, offset: Int64)

    init(_ zone: ZoneTable) {
        self.zone = zone
        quarters = Array(repeating: (Int64.max, 0), count: LocalClock.size)
        days = quarters
    }

    /// What to take from any reading of a day, counted from 1970; `Missing.integer` when that differs within it.
    mutating func offset(onDay day: Int64) -> Int64 {
        LocalClock.offset(of: day, lasting: LocalClock.day, in: zone, &days)
    }

    private static func offset(
        of number: Int64, lasting length: Int64, in zone: ZoneTable, _ known: inout [Known]
    ) -> Int64 {
        let slot = Int(truncatingIfNeeded: number) & (size - 1)
        if known[slot].number != number {
            let start = number * length
            known[slot] = (number, zone.offset(throughout: start...start + length - 1) ?? Missing.integer)
        }
        return known[slot].offset
    }

    mutating func read(_ local: Int64) -> Reading {
        var offset = offset(onDay: floorDivide(local, LocalClock.day))
        if offset == Missing.integer {
            let number = floorDivide(local, LocalClock.quarter)
            offset = LocalClock.offset(of: number, lasting: LocalClock.quarter, in: zone, &quarters)
        }
        if offset != Missing.integer { return .unique(local - offset) }
        switch zone.read(local: local) {
        case .unique(let utc): return .unique(utc)
        case .ambiguous(let first, let second): return .doubled(first, second)
        case .missing(let moved): return .moved(moved)
        }
    }
}
