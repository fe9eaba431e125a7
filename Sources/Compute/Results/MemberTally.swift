import Statistics
import Tables

/// One statistic's tally for one member, with its groups in order of day.
struct MemberTally {
    private let tally: Tally
    /// Ascending.
    private let days: [(day: Int, slot: Int)]
    private let files: [(file: Int, slot: Int)]
    private let memo = Memo()

    /// Distributions already made: a median and a percentile of the same rows need the same one.
    private final class Memo {
        struct Key: Hashable {
            let days: ClosedRange<Int>?
            let isCertainOnly: Bool
        }
        var found: [Key: ValueCounts] = [:]
    }

    init(_ tally: Tally, days: [(day: Int, slot: Int)], files: [(file: Int, slot: Int)]) {
        self.tally = tally
        self.days = days
        self.files = files
    }

    /// The counts of some days of a period; rows whose day cannot be read belong to every period that their file spans.
    func counts(
        in period: Period, days taken: ClosedRange<Int>?, coverage: Coverage, countsMissing: Bool
    ) -> Counts {
        var counts = Counts(classes: tally.classes, countsMissing: countsMissing)
        for place in places(taken) { counts.add(tally, slot: days[place].slot, isDated: true) }
        for (file, slot) in files where coverage.files.indices.contains(file) {
            if let span = coverage.files[file], span.overlaps(period.range) {
                counts.add(tally, slot: slot, isDated: false)
            }
        }
        return counts
    }

    /// The rows of some days by `BoundaryClass`.
    func boundaryCounts(on taken: ClosedRange<Int>?) -> [Int] {
        var counts = [Int](repeating: 0, count: tally.classes)
        for place in places(taken) {
            let slot = days[place].slot
            for group in 0..<tally.classes { counts[group] += Int(tally.counts[slot * tally.classes + group]) }
        }
        return counts
    }

    /// Whether any accepted row is a candidate, on any day: a member that only rejected rows name is none.
    var hasCandidates: Bool {
        days.contains { _, slot in
            (0..<tally.classes).contains { place in
                let isRejected = (Int(RowClass.rejected)..<Int(RowClass.notDue)).contains(place)
                return place > 0 && !isRejected && tally.counts[slot * tally.classes + place] > 0
            }
        }
    }

    /// The known values of some days.
    func distribution(on taken: ClosedRange<Int>?, isCertainOnly: Bool) -> ValueCounts {
        let key = Memo.Key(days: taken, isCertainOnly: isCertainOnly)
        if let known = memo.found[key] { return known }
        let parts = places(taken).flatMap { place in
            (isCertainOnly ? [false] : [false, true]).compactMap { isDoubtful in
                let place = Tally.place(of: days[place].slot, isDoubtful: isDoubtful)
                return tally.values.indices.contains(place) ? tally.values[place] : nil
            }
        }
        let all = CountedValues.merged(parts)
        let made = ValueCounts(values: all.values, counts: all.counts.map { Int($0) })
        memo.found[key] = made
        return made
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

extension SpaceTally {
    /// The members of the space in order of their values, not recorded last, each with its own view of one tally.
    func members(ofTally index: Int) -> [(member: Int64, tally: MemberTally)] {
        var days: [Int64: [(day: Int, slot: Int)]] = [:]
        var files: [Int64: [(file: Int, slot: Int)]] = [:]
        for (slot, key) in keys.enumerated() {
            if let file = key.file {
                files[key.member, default: []].append((file, slot))
            } else {
                days[key.member, default: []].append((Int(key.day), slot))
            }
        }
        return Set(keys.map(\.member)).sorted().map { member in
            let sorted = (days[member] ?? []).sorted { $0.day < $1.day }
            return (member, MemberTally(tallies[index], days: sorted, files: files[member] ?? []))
        }
    }
}
