import Statistics

/// Distributions end to end in two arrays, each ascending: those of a finished tally are read for one period after the
/// other.
struct PackedValues: Sendable {
    /// What all values are multiples of: they are held as such, so that those of minutes lie as close as those of seconds.
    let unit: Int64
    /// In four bytes each, where all fit; else in eight.
    private var narrow: [Int32] = []
    private var wide: [Int64] = []
    private var counts: [Int32] = []
    /// Where the distribution of each place ends.
    private var ends: [Int] = []

    /// At most so many places there are for each value: long tails of waiting times lie far from the least.
    private static let places = 16
    private static let mostPlaces = 1 << 18

    /// Takes distributions, and leaves nothing of them.
    init(_ all: inout [CountedValues]) {
        // Room for all at once: growing would copy what is there time and again.
        var (count, unit) = (0, 0 as Int64)
        var (least, greatest) = (0 as Int64, 0 as Int64)
        for place in all.indices {
            all[place].countWaiting()
            count += all[place].mostDistinct
            unit = all[place].unit(with: unit)
            guard let limits = all[place].limits else { continue }
            (least, greatest) = (min(least, limits.lowerBound), max(greatest, limits.upperBound))
        }
        self.unit = max(unit, 1)
        let isNarrow = Int32(exactly: least / self.unit) != nil && Int32(exactly: greatest / self.unit) != nil
        if isNarrow { narrow.reserveCapacity(count) } else { wide.reserveCapacity(count) }
        counts.reserveCapacity(count)
        ends.reserveCapacity(all.count)
        for place in all.indices {
            if isNarrow {
                all[place].append(to: &narrow, &counts, by: self.unit)
            } else {
                all[place].append(to: &wide, &counts, by: self.unit)
            }
            all[place] = CountedValues()
            ends.append(counts.count)
        }
    }

    @inline(__always)
    private func value(at place: Int) -> Int64 { wide.isEmpty ? Int64(narrow[place]) : wide[place] }

    /// Where the values of a place are; nothing is beyond the last.
    func range(of place: Int) -> Range<Int> {
        guard place < ends.count else { return counts.count..<counts.count }
        return (place == 0 ? 0 : ends[place - 1])..<ends[place]
    }

    /// Between which values some stretches lie, and how many values they have; nothing where they have none.
    func bounds(of parts: [Range<Int>]) -> (least: Int64, greatest: Int64, count: Int)? {
        var found = (least: Int64.max, greatest: Int64.min, count: 0)
        for part in parts where !part.isEmpty {
            found.least = min(found.least, value(at: part.lowerBound))
            found.greatest = max(found.greatest, value(at: part.upperBound - 1))
            found.count += part.count
        }
        return found.count > 0 ? found : nil
    }

    /// Adds the counts of a stretch, or takes them away again, in places for a value each.
    func add(_ sign: Int32, _ part: Range<Int>, to places: inout [Int32], from least: Int64) {
        var places = places.mutableSpan
        for place in part { places[Int(value(at: place) - least)] += sign * counts[place] }
    }

    /// Adds which of all values those of a stretch are, and how often each occurs. The ranks are those of multiples of `unit`.
    func appendRanks(of part: Range<Int>, among all: ValueRanks, to ranked: inout [(rank: Int32, count: Int32)]) {
        for place in part { ranked.append((all.rank(of: value(at: place)), counts[place])) }
    }

    /// Some stretches together.
    func distribution(of parts: [Range<Int>]) -> ValueCounts {
        let all = together(parts)
        return ValueCounts(values: unit == 1 ? all.values : all.values.map { $0 * unit }, counts: all.counts)
    }

    /// Some stretches together, ascending. Values that lie close together, as nearly all do, are counted by their place
    /// from the least; what lies far from it is sorted.
    private func together(_ all: [Range<Int>]) -> (values: [Int64], counts: [Int32]) {
        let parts = all.filter { !$0.isEmpty }
        guard parts.count > 1 else {
            return parts.first.map { part in (part.map(value), Array(counts[part])) } ?? ([], [])
        }
        guard let (least, greatest, count) = bounds(of: parts) else { return ([], []) }
        let (span, isWide) = greatest.subtractingReportingOverflow(least)
        let room = min(PackedValues.places * count, PackedValues.mostPlaces)
        var near = [Int32](repeating: 0, count: isWide || span >= room ? room : Int(span) + 1)
        var far: [(value: Int64, count: Int32)] = []
        var places = near.mutableSpan
        for part in parts {
            for place in part {
                // Beyond what an integer holds it is far anyway.
                let (above, overflows) = value(at: place).subtractingReportingOverflow(least)
                if !overflows, above < places.count {
                    places[Int(above)] += counts[place]
                } else {
                    far.append((value(at: place), counts[place]))
                }
            }
        }
        var found: (values: [Int64], counts: [Int32]) = ([], [])
        found.values.reserveCapacity(count)
        found.counts.reserveCapacity(count)
        for (place, times) in near.enumerated() where times > 0 {
            found.values.append(least + Int64(place))
            found.counts.append(times)
        }
        for (value, times) in far.sorted(by: { $0.value < $1.value }) {
            if value == found.values.last {
                found.counts[found.counts.count - 1] += times
            } else {
                found.values.append(value)
                found.counts.append(times)
            }
        }
        return found
    }
}
