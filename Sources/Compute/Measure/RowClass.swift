import Tables

/// What one row is to one statistic, as a small number that counts can be kept by.
///
/// Certain rows have every condition true and no exclusion true or unknown. Doubtful rows have an unknown exclusion
/// (they still count), an unknown condition (they do not), or belong to a rejected record (LANGUAGE section 4).
enum RowClass {
    static let outside: UInt8 = 0
    static let certain: UInt8 = 1
    static let exclusionUnknown: UInt8 = 4
    static let conditionUnknown: UInt8 = 7
    static let rejected: UInt8 = 10
    static let notDue: UInt8 = 13
    /// The first declared reason; others follow in order.
    static let excluded: UInt8 = 14

    /// Places within certain, exclusionUnknown, conditionUnknown and rejected.
    static let hit: UInt8 = 0
    static let miss: UInt8 = 1
    static let unknown: UInt8 = 2

    /// The class of a row from its standing and whether it is a hit (0, 1 or unknown).
    @inline(__always)
    static func of(standing: UInt8, hit flag: UInt8) -> UInt8 {
        if standing == outside || standing >= notDue { return standing }
        return standing + (flag == 1 ? hit : flag == 0 ? miss : unknown)
    }
}

/// What one row is to a share with its limits turned: outside the denominator, or a hit, a miss or unknown, and whether
/// it was the same before.
enum BoundaryClass {
    static let outside: UInt8 = 0
    /// Rows that are what they were; the three that changed follow.
    static let same: UInt8 = 1
    static let changed: UInt8 = 4
    static let count = 7

    /// Only rows whose conditions are met count; what unknown ones may change is in the bounds.
    @inline(__always)
    static func of(standing: UInt8, hit: UInt8, turned: UInt8) -> UInt8 {
        guard standing == RowClass.certain || standing == RowClass.exclusionUnknown else { return outside }
        let place = turned == 1 ? RowClass.hit : turned == 0 ? RowClass.miss : RowClass.unknown
        return (hit == turned ? same : changed) + place
    }
}
