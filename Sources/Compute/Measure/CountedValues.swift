/// Values with how often each occurs, in little space: those counted already, ascending, and those still waiting.
///
/// Values wait until they are as many as the distinct ones, so that every one is moved a few times only, and rows of few
/// distinct values take next to nothing. Where whole seconds lie close together they are counted in place.
struct CountedValues: Sendable {
    /// Ascending, of values that are not counted in place.
    private(set) var values: [Int64] = []
    private(set) var counts: [Int32] = []
    private var waiting: [Int64] = []
    /// How often each whole second from 0 occurs.
    private var seconds: [Int32] = []

    private static let fewest = 32
    static let second: Int64 = 1000

    var isEmpty: Bool { values.isEmpty && waiting.isEmpty && seconds.isEmpty }

    mutating func add(_ value: Int64) {
        if !seconds.isEmpty, value >= 0, value % CountedValues.second == 0 {
            let place = Int(value / CountedValues.second)
            if place < seconds.count {
                seconds[place] += 1
                return
            }
        }
        waiting.append(value)
        if waiting.count >= max(CountedValues.fewest, values.count) { settle() }
    }

    /// Counts the values that wait.
    private mutating func settle() {
        countWaiting()
        if values.count * 4 >= seconds.count { countInPlace() }
    }

    private mutating func countWaiting() {
        guard !waiting.isEmpty else { return }
        waiting.sort()
        var more = CountedValues()
        for value in waiting { more.append(value, 1) }
        waiting = []
        let all = values.isEmpty ? more : merged(with: more)
        (values, counts) = (all.values, all.counts)
    }

    /// Counts whole seconds in place from now on, where most values lie among so many of them as there are values.
    private mutating func countInPlace() {
        let all = settled
        var size = 64
        while size < all.values.count * 4 { size *= 2 }
        let limit = Int64(size) * CountedValues.second
        func isInPlace(_ value: Int64) -> Bool { value >= 0 && value < limit && value % CountedValues.second == 0 }
        guard size > seconds.count, all.values.count(where: isInPlace) * 2 >= all.values.count else { return }
        self = CountedValues()
        seconds = Array(repeating: 0, count: size)
        for (value, count) in zip(all.values, all.counts) {
            if isInPlace(value) {
                seconds[Int(value / CountedValues.second)] = count
            } else {
                append(value, count)
            }
        }
    }

    /// Adds to the greatest value, or a greater one.
    private mutating func append(_ value: Int64, _ count: Int32) {
        if value == values.last {
            counts[counts.count - 1] += count
        } else {
            values.append(value)
            counts.append(count)
        }
    }

    /// The same with nothing waiting, all values ascending.
    var settled: CountedValues {
        if waiting.isEmpty && seconds.isEmpty { return self }
        var rest = self
        rest.seconds = []
        rest.countWaiting()
        var all = CountedValues()
        for (place, count) in seconds.enumerated() where count > 0 {
            all.append(Int64(place) * CountedValues.second, count)
        }
        return all.values.isEmpty ? rest : rest.merged(with: all)
    }

    /// Both together; neither has values waiting or counted in place.
    private func merged(with other: CountedValues) -> CountedValues {
        var all = CountedValues()
        all.values.reserveCapacity(values.count + other.values.count)
        all.counts.reserveCapacity(values.count + other.values.count)
        var (mine, theirs) = (0, 0)
        while mine < values.count || theirs < other.values.count {
            let isMine = theirs == other.values.count || (mine < values.count && values[mine] <= other.values[theirs])
            let isTheirs = mine == values.count || (theirs < other.values.count && other.values[theirs] <= values[mine])
            all.values.append(isMine ? values[mine] : other.values[theirs])
            all.counts.append((isMine ? counts[mine] : 0) + (isTheirs ? other.counts[theirs] : 0))
            if isMine { mine += 1 }
            if isTheirs { theirs += 1 }
        }
        return all
    }

    /// All of them together, ascending.
    static func merged(_ parts: [CountedValues]) -> CountedValues {
        together(parts).settled
    }

    /// All of them together, counted in place as far as any of them is.
    static func together(_ parts: [CountedValues]) -> CountedValues {
        if parts.count == 1 { return parts[0].waitingCounted }
        var all = CountedValues()
        var rest: [CountedValues] = []
        rest.reserveCapacity(parts.count)
        for part in parts {
            var part = part.waitingCounted
            all.addInPlace(part.seconds)
            part.seconds = []
            if !part.values.isEmpty { rest.append(part) }
        }
        let others = ascending(rest)
        (all.values, all.counts) = (others.values, others.counts)
        return all
    }

    /// The same with nothing waiting.
    var waitingCounted: CountedValues {
        if waiting.isEmpty { return self }
        var all = self
        all.countWaiting()
        return all
    }

    private mutating func addInPlace(_ more: [Int32]) {
        if seconds.isEmpty {
            seconds = more
            return
        }
        if more.count > seconds.count { seconds += repeatElement(0, count: more.count - seconds.count) }
        var mine = seconds.mutableSpan
        for place in more.indices { mine[place] += more[place] }
    }

    /// Values that are not counted in place: by places where they lie close together, the rest by pairs, so that no value is
    /// moved more often than the parts can be halved.
    private static func ascending(_ parts: [CountedValues]) -> CountedValues {
        var left = parts
        let near = left.count > 2 ? takeNear(&left) : nil
        while left.count > 1 {
            left = stride(from: 0, to: left.count, by: 2).map { place in
                place + 1 < left.count ? left[place].merged(with: left[place + 1]) : left[place]
            }
        }
        guard var all = near else { return left.first ?? CountedValues() }
        if let far = left.first {
            all.values += far.values
            all.counts += far.counts
        }
        return all
    }

    /// Takes the values that lie within four times as many places as there are values, from the least, and counts them.
    private static func takeNear(_ parts: inout [CountedValues]) -> CountedValues? {
        var least = Int64.max
        var count = 0
        for part in parts {
            least = min(least, part.values[0])
            count += part.values.count
        }
        let isSeconds = parts.allSatisfy { part in part.values.allSatisfy { ($0 &- least) % second == 0 } }
        let step = isSeconds ? second : 1
        let (limit, overflows) = least.addingReportingOverflow(Int64(4 * count) * step)
        if overflows { return nil }
        var found = [Int32](repeating: 0, count: 4 * count)
        var far: [CountedValues] = []
        for part in parts {
            var taken = 0
            while taken < part.values.count, part.values[taken] < limit {
                let place = part.values[taken] - least
                found[Int(isSeconds ? place / second : place)] += part.counts[taken]
                taken += 1
            }
            if taken == part.values.count { continue }
            var rest = CountedValues()
            rest.values = Array(part.values[taken...])
            rest.counts = Array(part.counts[taken...])
            far.append(rest)
        }
        parts = far
        var near = CountedValues()
        near.values.reserveCapacity(count)
        near.counts.reserveCapacity(count)
        for (place, count) in found.enumerated() where count > 0 { near.append(least + Int64(place) * step, count) }
        return near
    }
}

// What counting in places that others keep needs; nothing is waiting.
extension CountedValues {
    /// Between which values all are, or a little more; nothing when there are none.
    var bounds: ClosedRange<Int64>? {
        let inPlace = seconds.isEmpty ? nil : 0...Int64(seconds.count - 1) * CountedValues.second
        guard let first = values.first, let last = values.last else { return inPlace }
        return min(first, inPlace?.lowerBound ?? first)...max(last, inPlace?.upperBound ?? last)
    }

    /// How many different values there are, or a little more.
    var distinct: Int { values.count + seconds.count }

    /// Whether all values lie by whole seconds from the least.
    func areSeconds(from least: Int64) -> Bool {
        (seconds.isEmpty || least % CountedValues.second == 0)
            && values.allSatisfy { ($0 &- least) % CountedValues.second == 0 }
    }

    /// Adds the counts, or takes them away again, in places for a value each.
    func add(_ sign: Int32, to places: inout [Int32], from least: Int64, by step: Int64) {
        var places = places.mutableSpan
        let first = Int(-least / step)
        let stride = Int(CountedValues.second / step)
        for (second, count) in seconds.enumerated() where count != 0 { places[first + second * stride] += sign * count }
        if step == CountedValues.second {
            for (value, count) in zip(values, counts) {
                places[Int((value - least) / CountedValues.second)] += sign * count
            }
        } else {
            for (value, count) in zip(values, counts) { places[Int(value - least)] += sign * count }
        }
    }
}
