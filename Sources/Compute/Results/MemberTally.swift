import Statistics
import Tables

/// One statistic's tally for one member, with its groups in order of day.
struct MemberTally {
    /// The rows of one day and one value, where they are split by values.
    struct Group {
        let value: Int64
        private let place: (day: Int32, slot: Int32)

        init(day: Int, value: Int64, slot: Int) {
            self.value = value
            place = (Int32(day), Int32(slot))
        }

        var day: Int { Int(place.day) }
        var slot: Int { Int(place.slot) }
    }

    private let tally: Tally
    /// Ascending.
    private let days: [Group]
    private let files: [(file: Int, slot: Int)]
    private let memo = Memo()

    /// Distributions made last: a median and a percentile of the same rows need the same one.
    private final class Memo {
        struct Key: Hashable {
            let days: ClosedRange<Int>?
            let isCertainOnly: Bool
        }
        var last: [Key: ValueCounts] = [:]
        var totals: RunningTotals?
        /// The last distribution in a form that the next is made from; nothing where values lie too far apart for it.
        var moving: [Bool: MovingCounts?] = [:]
        /// The same for values that do.
        var ranked: [Bool: RankedCounts] = [:]
    }

    /// Of what part of all groups it is worth looking at what the period before has of them.
    private static let part = 16

    init(_ tally: Tally, days: [Group], files: [(file: Int, slot: Int)]) {
        self.tally = tally
        self.days = days
        self.files = files
    }

    /// The counts of some days of a period; rows whose day cannot be read belong to every period that their file spans.
    func counts(
        in period: Period, days taken: ClosedRange<Int>?, coverage: Coverage, countsMissing: Bool
    ) -> Counts {
        var counts = Counts(totals, of: places(taken), countsMissing: countsMissing)
        for (file, slot) in files where coverage.files.indices.contains(file) {
            if let span = coverage.files[file], span.overlaps(period.range) {
                counts.add(undated: tally, slot: slot)
            }
        }
        return counts
    }

    /// The rows of some days by the classes of the tally.
    func classCounts(on taken: ClosedRange<Int>?) -> [Int] {
        totals.counts(of: places(taken))
    }

    private var totals: RunningTotals {
        if let known = memo.totals { return known }
        let made = RunningTotals(of: tally, slots: days.lazy.map(\.slot))
        memo.totals = made
        return made
    }

    /// Whether any accepted row is a candidate, on any day: a member that only rejected rows name is none.
    var hasCandidates: Bool {
        days.contains { group in
            zip(tally.counts.present, tally.counts.counts(in: group.slot)).contains { found, count in
                let isRejected = (Int(RowClass.rejected)..<Int(RowClass.notDue)).contains(found)
                return !isRejected && count > 0
            }
        }
    }

    /// The known values of some days.
    func distribution(on taken: ClosedRange<Int>?, isCertainOnly: Bool) -> ValueCounts {
        guard let packed = tally.packed else { return ValueCounts(values: [], counts: []) }
        let key = Memo.Key(days: taken, isCertainOnly: isCertainOnly)
        if let known = memo.last[key] { return known }
        let made = distribution(of: taken, isCertainOnly: isCertainOnly, packed)
        if memo.last.keys.contains(where: { $0.days != taken }) { memo.last = [:] }
        memo.last[key] = made
        return made
    }

    private func distribution(
        of taken: ClosedRange<Int>?, isCertainOnly: Bool, _ packed: PackedValues
    ) -> ValueCounts {
        let groups = places(taken)
        if groups.count <= 1 {
            // A month of a member is a group of its own, whose values are counted already.
            return packed.distribution(of: stretches(groups, isCertainOnly: isCertainOnly, packed))
        }
        if memo.moving[isCertainOnly] == nil {
            let all = stretches(days.indices, isCertainOnly: isCertainOnly, packed)
            memo.moving[isCertainOnly] = .some(MovingCounts(of: all, in: packed))
        }
        let moved = memo.moving[isCertainOnly]??.distribution(of: groups, in: packed) {
            stretches($0..<$0 + 1, isCertainOnly: isCertainOnly, packed)
        }
        if let moved { return moved }
        guard groups.count * MemberTally.part > days.count else {
            return packed.distribution(of: stretches(groups, isCertainOnly: isCertainOnly, packed))
        }
        let parts = { stretches($0..<$0 + 1, isCertainOnly: isCertainOnly, packed) }
        return memo.ranked[isCertainOnly, default: RankedCounts(of: days.indices, in: packed, parts)]
            .distribution(of: groups)
    }

    private func stretches(_ groups: Range<Int>, isCertainOnly: Bool, _ packed: PackedValues) -> [Range<Int>] {
        var stretches: [Range<Int>] = []
        stretches.reserveCapacity(groups.count * 2)
        for group in groups {
            let slot = days[group].slot
            stretches.append(packed.range(of: Tally.place(of: slot, isDoubtful: false)))
            if !isCertainOnly { stretches.append(packed.range(of: Tally.place(of: slot, isDoubtful: true))) }
        }
        return stretches
    }

    /// The values that rows which count have, on any day.
    var values: Set<Int64> {
        Set(days.lazy.filter { hits(in: $0) > 0 }.map(\.value))
    }

    /// How many rows that count there are of each value, on some days: as many numbers as there are values.
    func countsByValue(on taken: ClosedRange<Int>?) -> ValueCounts {
        var byValue: [Int64: Int64] = [:]
        for group in days[places(taken)] {
            let count = Int64(hits(in: group))
            if count > 0 { byValue[group.value, default: 0] += count }
        }
        var all = CountedValues()
        for count in byValue.values { all.add(count) }
        all = all.settled
        return ValueCounts(values: all.values, counts: all.counts)
    }

    private func hits(in group: Group) -> Int32 {
        tally.counts.count(Int(RowClass.certain + RowClass.hit), in: group.slot)
            + tally.counts.count(Int(RowClass.exclusionUnknown + RowClass.hit), in: group.slot)
    }

    private func places(_ taken: ClosedRange<Int>?) -> Range<Int> {
        guard let taken else { return 0..<0 }
        func first(_ day: Int) -> Int {
            var (low, high) = (0, days.count)
            while low < high {
                let middle = (low + high) / 2
                if days[middle].day < day { low = middle + 1 } else { high = middle }
            }
            return low
        }
        return first(taken.lowerBound)..<first(taken.upperBound + 1)
    }
}

/// One member's groups, the same for every tally of a space.
struct MemberGroups: Sendable {
    let member: Int64
    let name: String
    /// Ascending.
    fileprivate let days: [MemberTally.Group]
    fileprivate let files: [(file: Int, slot: Int)]
}

extension MemberTally {
    init(_ tally: Tally, _ groups: MemberGroups) {
        self.init(tally, days: groups.days, files: groups.files)
    }
}

extension SpaceTally {
    /// The groups of each member, in order of the members' values.
    func members(named name: (Int64) -> String) -> [MemberGroups] {
        grouped { $0.member }.map {
            MemberGroups(member: $0.key, name: name($0.key), days: $0.days, files: $0.files)
        }.sorted { $0.member < $1.member }
    }

    /// One tally's rows of each value within a member.
    func parts(ofTally index: Int) -> [Part: MemberTally] {
        let found = grouped { Part(member: $0.member, value: $0.value) }
        return Dictionary(
            uniqueKeysWithValues: found.map { ($0.key, MemberTally(tallies[index], days: $0.days, files: $0.files)) })
    }

    /// A value within a member.
    struct Part: Hashable {
        let member: Int64
        let value: Int64
    }

    /// The groups by some part of their keys, in no order.
    private func grouped<Key: Hashable>(
        by part: (GroupKey) -> Key
    ) -> [(key: Key, days: [MemberTally.Group], files: [(file: Int, slot: Int)])] {
        var places: [Key: Int] = [:]
        var found: [(key: Key, days: [MemberTally.Group], files: [(file: Int, slot: Int)])] = []
        for (slot, key) in keys.enumerated() {
            let place = places[part(key)] ?? found.count
            if place == found.count {
                places[part(key)] = place
                found.append((part(key), [], []))
            }
            if let file = key.file {
                found[place].files.append((file, slot))
            } else {
                found[place].days.append(.init(day: Int(key.day), value: key.value, slot: slot))
            }
        }
        for place in found.indices { found[place].days.sort { $0.day < $1.day } }
        return found
    }
}
