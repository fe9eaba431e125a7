/// The dated entries of a log: about three of each.
enum Entries {
    static func add(to log: inout Log, _ random: inout SplitMix64) {
        var entries: [Log.Entry] = []
        let end = max(log.created + 120, log.closed ?? log.created + 86_400)
        func anywhere(_ random: inout SplitMix64) -> Int { log.created + 10 + random.below(end - log.created) }
        if let thrive = log.thrive, random.chance(8500) { entries.append(Log.Entry(time: thrive, kind: .thrive)) }
        for _ in 0..<random.pick([0, 1, 1, 2, 2, 3]) {
            entries.append(Log.Entry(time: anywhere(&random), kind: .other))
        }
        if random.chance(3500) { entries.append(Log.Entry(time: anywhere(&random), kind: .supervisor)) }
        if random.chance(1500) { entries.append(Log.Entry(time: anywhere(&random), kind: .update)) }
        entries += late(&log, &random)
        log.entries = distinct(entries)
    }

    /// What is written, and often is not, when the target passes before anybody is there.
    private static func late(_ log: inout Log, _ random: inout SplitMix64) -> [Log.Entry] {
        let start = log.regrades.first { $0.to < $0.from }?.time ?? log.received ?? log.created
        let grade = log.regrades.map(\.to).min().map { min($0, log.grade) } ?? log.grade
        guard let target = Targets.seconds(grade, isRural: log.place.isRural) else { return [] }
        let due = start + target
        let stop = log.arrival ?? log.closed ?? Int.max
        guard due < stop, log.status != .transferred else { return [] }
        var entries: [Log.Entry] = []
        let last = min(stop, due + 6 * 3600)
        if random.chance(5500) {
            let early = max(log.created + 30, due - 850)
            entries.append(Log.Entry(time: random.inside(min(early, due)...(due + 1700)), kind: .update))
        }
        if random.chance(4500) { entries.append(Log.Entry(time: random.inside((due + 1)...last), kind: .rethrive)) }
        if random.chance(6000) { entries.append(Log.Entry(time: random.inside((due - 60)...last), kind: .delay)) }
        log.delay = random.pick(weighted: [
            (.noUnit, 55), (.queue, 14), (.caller, 6), (.other, 5), (nil, 20),
        ])
        return entries.filter { $0.time > log.created }
    }

    /// In order of time; two entries of one kind never share a second.
    static func distinct(_ entries: [Log.Entry]) -> [Log.Entry] {
        var sorted: [Log.Entry] = []
        for entry in entries.enumerated().sorted(by: { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }) {
            var entry = entry.element
            while sorted.contains(where: { $0.time == entry.time && $0.kind == entry.kind }) { entry.time += 1 }
            sorted.append(entry)
        }
        return sorted.enumerated().sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }
            .map(\.element)
    }
}
