/// Values with how often each occurs, in little space: those counted already, ascending, and those still waiting.
///
/// Values wait until they are twice as many as the distinct ones, so that every one is moved a few times only, and rows
/// of few distinct values take little. Where whole seconds lie close together they are counted in place.
struct CountedValues: Sendable {
    /// Ascending, of values that are not counted in place.
    private(set) var values: [Int64] = []
    private(set) var counts: [Int32] = []
    /// Whole seconds that wait, and the other values that do.
    private var waitingSeconds: [Int32] = []
    private var waiting: [Int64] = []
    /// How often each whole second from 0 occurs.
    private var seconds: [Int32] = []

    private static let fewest = 512
    private static let second: Int64 = 1000

    var isEmpty: Bool { values.isEmpty && nothingWaits && seconds.isEmpty }

    private var nothingWaits: Bool { waiting.isEmpty && waitingSeconds.isEmpty }

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
        if let second = CountedValues.wholeSecond(value) {
            waitingSeconds.append(second)
        } else {
            waiting.append(value)
        }
        settleMany()
    }

    /// Whether it may be counted in place.
    private static func isWholeSecond(_ value: Int64) -> Bool { value >= 0 && value % second == 0 }

    @inline(__always)
    private static func wholeSecond(_ value: Int64) -> Int32? {
        let second = value / CountedValues.second
        guard second * CountedValues.second == value else { return nil }
        return Int32(exactly: second)
    }

    /// Adds the values of some of the rows that are kept.
    mutating func add(_ kept: KeptValues, _ places: Range<Int>) {
        var next = places.lowerBound
        while next < places.upperBound {
            let rest = next..<places.upperBound
            let end = seconds.isEmpty ? wait(kept, rest) : countInPlace(kept, rest)
            if end == next { wait(kept.values[Int(kept.rows[next])]) }
            next = max(end, next + 1)
        }
    }

    /// Has whole seconds wait, up to the first other value or until there are many, and returns the next place.
    private mutating func wait(_ kept: KeptValues, _ places: Range<Int>) -> Int {
        let (rows, values) = (kept.rows.span, kept.values.span)
        let end = min(places.upperBound, places.lowerBound + max(1, many - waitingSeconds.count))
        var next = places.lowerBound
        waitingSeconds.append(addingCapacity: end - next) { waiting in
            while next < end, let second = CountedValues.wholeSecond(values[Int(rows[next])]) {
                waiting.append(second)
                next += 1
            }
        }
        settleMany()
        return next
    }

    /// Counts values in place up to the first that cannot be, whose place is returned.
    private mutating func countInPlace(_ kept: KeptValues, _ places: Range<Int>) -> Int {
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

    /// How many values wait at most.
    private var many: Int { max(CountedValues.fewest, 2 * values.count) }

    /// Counts the values that wait when they are many.
    private mutating func settleMany() {
        guard waiting.count + waitingSeconds.count >= many else { return }
        countWaiting()
        if values.count * 4 >= seconds.count { countInPlace() }
    }

    /// Counts the values that wait.
    mutating func countWaiting() {
        if !waitingSeconds.isEmpty {
            waitingSeconds.sortByBytes()
            count(waitingSeconds, times: CountedValues.second)
            waitingSeconds = []
        }
        if !waiting.isEmpty {
            waiting.sortByBytes()
            count(waiting, times: 1)
            waiting = []
        }
    }

    /// Counts ascending numbers of a unit.
    private mutating func count<Number: FixedWidthInteger>(_ ordered: [Number], times unit: Int64) {
        guard let first = ordered.first else { return }
        var found = [Int64](repeating: 0, count: ordered.count)
        var times = [Int32](repeating: 0, count: ordered.count)
        let numbers = ordered.span
        var values = found.mutableSpan
        var ends = times.mutableSpan
        // Whether a number is another than the one before is as good as chance, so that all is written each time.
        var (last, before) = (0, first)
        for place in numbers.indices {
            let number = numbers[place]
            last += number == before ? 0 : 1
            values[last] = Int64(number) * unit
            ends[last] = Int32(place + 1)
            before = number
        }
        for place in stride(from: last, to: 0, by: -1) { ends[place] -= ends[place - 1] }
        var more = CountedValues()
        found.removeLast(ordered.count - last - 1)
        times.removeLast(ordered.count - last - 1)
        (more.values, more.counts) = (found, times)
        let all = self.values.isEmpty ? more : merged(with: more)
        (self.values, counts) = (all.values, all.counts)
    }

    /// Counts whole seconds in place from now on, where most observations lie among not much more of them than there are
    /// values: as many as nearly all lie among.
    private mutating func countInPlace() {
        let all = settled
        let total = all.counts.reduce(0) { $0 + Int($1) }
        var (size, next, inPlace) = (32, 0, 0)
        repeat {
            size *= 2
            let limit = Int64(size) * CountedValues.second
            while next < all.values.count, all.values[next] < limit {
                if CountedValues.isWholeSecond(all.values[next]) { inPlace += Int(all.counts[next]) }
                next += 1
            }
        } while size < all.values.count * 4 && inPlace * 16 < total * 15
        guard size > seconds.count, inPlace * 2 >= total else { return }
        let limit = Int64(size) * CountedValues.second
        self = CountedValues()
        seconds = Array(repeating: 0, count: size)
        for (value, count) in zip(all.values, all.counts) {
            if value < limit, CountedValues.isWholeSecond(value) {
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

    /// What no value is below or above, when nothing waits; nothing without values.
    var limits: ClosedRange<Int64>? {
        guard let least = values.first ?? (seconds.isEmpty ? nil : 0) else { return nil }
        let last = Int64(max(0, seconds.count - 1)) * CountedValues.second
        return min(least, seconds.isEmpty ? least : 0)...max(values.last ?? 0, last)
    }

    /// Appends all values ascending, divided by what they are multiples of, when nothing waits. They must fit.
    func append<Value: FixedWidthInteger>(to all: inout [Value], _ times: inout [Int32], by unit: Int64) {
        let limit = Int64(seconds.count) * CountedValues.second
        guard !seconds.isEmpty, values.first ?? limit >= limit else {
            let settled = settled
            all += settled.values.lazy.map { Value($0 / unit) }
            times += settled.counts
            return
        }
        // A place past the last is written to and dropped, so that nothing depends on whether a value occurs.
        let room = seconds.count { $0 > 0 } + 1
        let first = all.count
        all += repeatElement(0, count: room)
        times += repeatElement(0, count: room)
        var values = all.mutableSpan
        var counts = times.mutableSpan
        var next = first
        for (place, count) in seconds.enumerated() {
            values[next] = Value(truncatingIfNeeded: place)
            counts[next] = count
            next += count > 0 ? 1 : 0
        }
        for place in first..<next { values[place] = Value(Int64(values[place]) * CountedValues.second / unit) }
        all.removeLast(all.count - next)
        times.removeLast(times.count - next)
        // What is not counted in place is beyond all that is.
        all += self.values.lazy.map { Value($0 / unit) }
        times += self.counts
    }

    /// The same with nothing waiting, all values ascending.
    var settled: CountedValues {
        if nothingWaits && seconds.isEmpty { return self }
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
        var allValues = [Int64](repeating: 0, count: values.count + other.values.count)
        var allCounts = [Int32](repeating: 0, count: allValues.count)
        var (mine, theirs, count) = (0, 0, 0)
        do {
            let (myValues, myCounts) = (values.span, counts.span)
            let (itsValues, itsCounts) = (other.values.span, other.counts.span)
            var values = allValues.mutableSpan
            var counts = allCounts.mutableSpan
            while mine < myValues.count, theirs < itsValues.count {
                let (value, its) = (myValues[mine], itsValues[theirs])
                values[count] = min(value, its)
                counts[count] = (value <= its ? myCounts[mine] : 0) + (its <= value ? itsCounts[theirs] : 0)
                mine += value <= its ? 1 : 0
                theirs += its <= value ? 1 : 0
                count += 1
            }
        }
        var all = CountedValues()
        allValues.removeLast(allValues.count - count)
        allCounts.removeLast(allCounts.count - count)
        (all.values, all.counts) = (allValues, allCounts)
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
        waitingSeconds += other.waitingSeconds
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
