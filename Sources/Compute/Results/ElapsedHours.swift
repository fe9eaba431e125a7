import Tables

/// The local hours of a stretch of days, by the hour of the week that each carries: clocks that change make days of 23
/// and 25.
struct ElapsedHours: Sendable {
    private let first: Int
    /// The hours of all days before each day, from the first on.
    private let before: [Int]
    /// How many hours of each day carry each of 24 labels.
    private let labelled: [UInt8]

    init(_ zone: ZoneTable, in days: ClosedRange<Int>?) {
        first = days?.lowerBound ?? 0
        var before = [0]
        var labelled: [UInt8] = []
        var start = zone.start(of: CivilDate(days: first))
        for day in days.map(Array.init) ?? [] {
            let end = zone.start(of: CivilDate(days: day + 1))
            before.append(before[before.count - 1] + Int((end - start) / 3_600_000))
            var labels = [UInt8](repeating: 0, count: 24)
            while start < end {
                let hour = floorDivide(zone.local(start), 3_600_000) - Int64(day) * 24
                if (0..<24).contains(hour) { labels[Int(hour)] += 1 }
                start += 3_600_000
            }
            labelled += labels
            start = end
        }
        self.before = before
        self.labelled = labelled
    }

    /// The hours of some days of the stretch that carry a label from 0 for Monday's first, or all of them.
    func count(in days: ClosedRange<Int>, hourOfWeek label: Int?) -> Int {
        let days = days.clamped(to: first...max(first, first + before.count - 2))
        guard before.count > 1 else { return 0 }
        guard let label else { return before[days.upperBound + 1 - first] - before[days.lowerBound - first] }
        let next = (label / 24 - CivilDate(days: days.lowerBound).weekday + 7) % 7
        return stride(from: days.lowerBound + next, through: days.upperBound, by: 7).reduce(0) {
            $0 + Int(labelled[($1 - first) * 24 + label % 24])
        }
    }
}
