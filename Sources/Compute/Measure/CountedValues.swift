/// Values with how often each occurs, in little space: those counted already, ascending, and those still waiting.
///
/// Values wait until they are as many as the distinct ones, so that every one is moved a few times only, and rows of few
/// distinct values take little. Where whole seconds lie close together they are counted in place.
struct CountedValues: Sendable {
    /// Ascending, of values that are not counted in place.
    private(set) var values: [Int64] = []
    private(set) var counts: [Int32] = []
    private var waiting: [Int64] = []
    /// How often each whole second from 0 occurs.
    private var seconds: [Int32] = []

    private static let fewest = 128
    private static let second: Int64 = 1000

    var isEmpty: Bool { values.isEmpty && waiting.isEmpty && seconds.isEmpty }

    mutating func add(_ value: Int64) {
        if !seconds.isEmpty, value >= 0, value % CountedValues.second == 0 {
            let place = Int(value / CountedValues.second)
            if place < seconds.count {
                seconds[place] += 1
                return
            }
        }
        wait(value)
    }

    private mutating func wait(_ value: Int64) {
        waiting.append(value)
        settleMany()
    }

    /// Adds the values of some of the rows that are kept.
    mutating func add(_ kept: KeptValues, _ places: Range<Int>) {
        var next = places.lowerBound
        while true {
            next = countInPlace(kept, next..<places.upperBound)
            if next == places.upperBound { return }
            wait(kept.values[Int(kept.rows[next])])
            next += 1
        }
    }

    /// Counts values in place up to the first that cannot be, whose place is returned.
    private mutating func countInPlace(_ kept: KeptValues, _ places: Range<Int>) -> Int {
        if seconds.isEmpty { return places.lowerBound }
        let (rows, values) = (kept.rows.span, kept.values.span)
        var seconds = seconds.mutableSpan
        for place in places {
            // As a number without sign one below zero is beyond all seconds.
            let value = UInt64(bitPattern: values[Int(rows[place])])
            let second = value / UInt64(CountedValues.second)
            guard second < UInt64(seconds.count), second * UInt64(CountedValues.second) == value else { return place }
            seconds[Int(second)] += 1
        }
        return places.upperBound
    }

    /// Counts the values that wait when they are many.
    private mutating func settleMany() {
        guard waiting.count >= max(CountedValues.fewest, values.count) else { return }
        countWaiting()
        if values.count * 4 >= seconds.count { countInPlace() }
    }

    /// Counts the values that wait.
    mutating func countWaiting() {
        guard !waiting.isEmpty else { return }
        waiting.sortByBytes()
        var more = CountedValues()
        more.values.reserveCapacity(waiting.count)
        more.counts.reserveCapacity(waiting.count)
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

    /// No fewer than there are distinct values, when nothing waits.
    var mostDistinct: Int { values.count + seconds.count { $0 > 0 } }

    /// What all values and another unit are multiples of, when nothing waits; zero where there are none, and no unit.
    func unit(with other: Int64) -> Int64 {
        var unit = other
        for value in values where unit == 0 || value % unit != 0 { unit = greatestDivisor(unit, value) }
        // Seconds side by side share nothing but the second.
        var places: Int64 = 0
        for (place, count) in seconds.enumerated() where count > 0 {
            places = greatestDivisor(places, Int64(place))
            if places == 1 { break }
        }
        return greatestDivisor(unit, places * CountedValues.second)
    }

    /// Appends all values ascending, divided by what they are multiples of, when nothing waits.
    func append(to all: inout [Int64], _ times: inout [Int32], by unit: Int64) {
        guard !seconds.isEmpty, values.isEmpty else {
            let settled = settled
            all += settled.values.lazy.map { $0 / unit }
            times += settled.counts
            return
        }
        // A place past the last is written to and dropped, so that nothing depends on whether a value occurs.
        let room = mostDistinct + 1
        let first = all.count
        all += repeatElement(0, count: room)
        times += repeatElement(0, count: room)
        var values = all.mutableSpan
        var counts = times.mutableSpan
        var next = first
        for (place, count) in seconds.enumerated() {
            values[next] = Int64(place)
            counts[next] = count
            next += count > 0 ? 1 : 0
        }
        for place in first..<next { values[place] = values[place] * CountedValues.second / unit }
        all.removeLast()
        times.removeLast()
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

    /// The values of both that neither wait nor are counted in place.
    private func merged(with other: CountedValues) -> CountedValues {
        var all = CountedValues()
        all.values = Array(repeating: 0, count: values.count + other.values.count)
        all.counts = Array(repeating: 0, count: all.values.count)
        var (mine, theirs, count) = (0, 0, 0)
        while mine < values.count, theirs < other.values.count {
            let (value, its) = (values[mine], other.values[theirs])
            all.values[count] = min(value, its)
            all.counts[count] = (value <= its ? counts[mine] : 0) + (its <= value ? other.counts[theirs] : 0)
            mine += value <= its ? 1 : 0
            theirs += its <= value ? 1 : 0
            count += 1
        }
        all.values.removeLast(all.values.count - count)
        all.counts.removeLast(all.counts.count - count)
        all.values += values[mine...]
        all.values += other.values[theirs...]
        all.counts += counts[mine...]
        all.counts += other.counts[theirs...]
        return all
    }

    /// Adds all values of another, counted in place as far as either is.
    mutating func merge(_ other: CountedValues) {
        addInPlace(other.seconds)
        if values.isEmpty {
            (values, counts) = (other.values, other.counts)
        } else if !other.values.isEmpty {
            let all = merged(with: other)
            (values, counts) = (all.values, all.counts)
        }
        waiting += other.waiting
        settleMany()
    }

    private mutating func addInPlace(_ more: [Int32]) {
        if more.isEmpty { return }
        if seconds.isEmpty {
            seconds = more
            return
        }
        if more.count > seconds.count { seconds += repeatElement(0, count: more.count - seconds.count) }
        var mine = seconds.mutableSpan
        for place in more.indices { mine[place] += more[place] }
    }
}

/// The greatest whole number that divides both, whatever their signs.
private func greatestDivisor(_ one: Int64, _ other: Int64) -> Int64 {
    var (large, small) = (one.magnitude, other.magnitude)
    while small != 0 { (large, small) = (small, large % small) }
    return Int64(clamping: large)
}
