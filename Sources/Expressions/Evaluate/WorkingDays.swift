package import Tables

/// The working days of the years that a calendar covers, counted once so that each row costs a look-up. Days outside are
/// unknown, never a guess.
package struct WorkingDays: Sendable {
    /// The first day covered, counted from 1970-01-01.
    private let first: Int64
    /// For each day covered, how many working days there are from the first up to and including it.
    private let sums: [Int64]
    /// The working days themselves, ascending.
    private let days: [Int64]

    /// Monday to Friday but for the holidays; without a span nothing is covered.
    package init(covers: ClosedRange<CivilDate>? = nil, holidays: [CivilDate] = []) {
        let free = Set(holidays)
        var sums: [Int64] = []
        var days: [Int64] = []
        for number in covers.map({ $0.lowerBound.days..<$0.upperBound.days + 1 }) ?? 0..<0 {
            let day = CivilDate(days: number)
            if day.weekday < 5, !free.contains(day) { days.append(Int64(number)) }
            sums.append(Int64(days.count))
        }
        first = Int64(covers?.lowerBound.days ?? 0)
        self.sums = sums
        self.days = days
    }

    /// How many working days there are after one day up to and including another; negative where that lies before.
    func count(after start: Int64, upTo end: Int64) -> Int64 {
        guard let earlier = sum(upTo: start), let later = sum(upTo: end) else { return Int64.absent }
        return later - earlier
    }

    /// The day on which so many working days after a day have passed: the day itself for none.
    func day(_ count: Int64, after start: Int64) -> Int64 {
        guard let before = sum(upTo: start), count >= 0 else { return Int64.absent }
        if count == 0 { return start }
        guard count <= Int64(days.count) - before else { return Int64.absent }
        return days[Int(before + count) - 1]
    }

    private func sum(upTo day: Int64) -> Int64? {
        let (place, overflow) = day.subtractingReportingOverflow(first)
        return !overflow && place >= 0 && place < Int64(sums.count) ? sums[Int(place)] : nil
    }
}
