import Tables

/// The classes of a figure's rows in one period and member, added up, and what CONTRACTS section 3 makes of them.
struct Counts {
    /// By `RowClass`; rows without a readable day apart.
    private(set) var dated: [Int]
    private(set) var undated: [Int]
    /// Sums of certain rows, then of rows whose exclusion is unknown.
    private(set) var sums: (certain: Int64, doubtful: Int64) = (0, 0)
    let countsMissing: Bool

    init(classes: Int, countsMissing: Bool) {
        dated = Array(repeating: 0, count: classes)
        undated = dated
        self.countsMissing = countsMissing
    }

    /// Those of some days.
    init(_ totals: RunningTotals, of groups: Range<Int>, countsMissing: Bool) {
        dated = totals.counts(of: groups)
        undated = Array(repeating: 0, count: dated.count)
        sums = totals.sums(of: groups)
        self.countsMissing = countsMissing
    }

    /// Adds rows without a readable day.
    mutating func add(undated tally: Tally, slot: Int) {
        for (place, count) in zip(tally.counts.present, tally.counts.counts(in: slot)) { undated[place] += Int(count) }
    }

    /// The same rows with a hit only where these have one: a value's part in all rows for which it is known.
    func hits(only part: Counts) -> Counts {
        var counts = self
        for standing in [RowClass.certain, RowClass.exclusionUnknown, RowClass.conditionUnknown, RowClass.rejected] {
            let (hit, miss) = (Int(standing + RowClass.hit), Int(standing + RowClass.miss))
            counts.dated[hit] = part.dated[hit]
            counts.dated[miss] += dated[hit] - part.dated[hit]
            counts.undated[hit] = part.undated[hit]
            counts.undated[miss] += undated[hit] - part.undated[hit]
        }
        return counts
    }

    private func at(_ standing: UInt8, _ place: UInt8) -> Int { dated[Int(standing + place)] }

    private func doubtful(_ place: UInt8) -> Int {
        at(RowClass.exclusionUnknown, place) + at(RowClass.conditionUnknown, place) + at(RowClass.rejected, place)
            + [RowClass.certain, RowClass.exclusionUnknown, RowClass.conditionUnknown, RowClass.rejected].reduce(0) {
                $0 + undated[Int($1 + place)]
            }
    }

    var hits: Int { at(RowClass.certain, RowClass.hit) + at(RowClass.exclusionUnknown, RowClass.hit) }
    private var misses: Int { at(RowClass.certain, RowClass.miss) + at(RowClass.exclusionUnknown, RowClass.miss) }
    private var unknown: Int {
        at(RowClass.certain, RowClass.unknown) + at(RowClass.exclusionUnknown, RowClass.unknown)
    }
    private var conditionUnknown: Int {
        at(RowClass.conditionUnknown, RowClass.hit) + at(RowClass.conditionUnknown, RowClass.miss)
            + at(RowClass.conditionUnknown, RowClass.unknown)
    }

    var denominator: Int { hits + misses + (countsMissing ? unknown : 0) }
    var missing: Int { conditionUnknown + (countsMissing ? 0 : unknown) }
    var notEvidenced: Int { countsMissing ? unknown : 0 }
    var notDue: Int { dated[Int(RowClass.notDue)] }
    func excluded(_ order: Int) -> Int { dated[Int(RowClass.excluded) + order] }
    var excluded: Int { dated[Int(RowClass.excluded)...].reduce(0, +) }
    var considered: Int { denominator + missing + notDue + excluded }

    var certainHits: Int { at(RowClass.certain, RowClass.hit) }
    var certainMisses: Int { at(RowClass.certain, RowClass.miss) }
    var certainUnknown: Int { at(RowClass.certain, RowClass.unknown) }
    var doubtfulHits: Int { doubtful(RowClass.hit) }
    var doubtfulMisses: Int { doubtful(RowClass.miss) }
    var doubtfulUnknown: Int { doubtful(RowClass.unknown) }
    /// Rows whose day cannot be read: they may belong to any day.
    var undatedRows: Int { undated[Int(RowClass.certain)..<Int(RowClass.notDue)].reduce(0, +) }
    var doubtful: Int { doubtfulHits + doubtfulMisses + doubtfulUnknown }
    /// Rows that may or may not belong to a mean or quantile, with a value that is not known.
    var unknownValues: Int { certainUnknown + doubtful }
}
