import Tables

/// The units sent to a log.
enum Units {
    private static let counts: [[(Int, Int)]] = [
        [(1, 8), (2, 34), (3, 26), (4, 16), (5, 9), (6, 7)],
        [(1, 16), (2, 42), (3, 26), (4, 11), (5, 5)],
        [(1, 36), (2, 40), (3, 18), (4, 6)],
    ]
    private static let types: [(UnitType, Int)] = [
        (.response, 70), (.neighbourhood, 17), (.traffic, 7), (.detective, 3), (.other, 3),
    ]

    /// The first arrives at `arrival`, none sooner.
    static func visits(_ log: Log, arrival: Int, _ random: inout SplitMix64) -> [Log.Visit] {
        let count = random.pick(weighted: counts[min(log.grade, 3) - 1])
        var visits: [Log.Visit] = []
        for rank in 0..<count {
            var visit = self.visit(log, rank, &random)
            let first = rank == 0
            let sent = assigned(log, arrival, isFirst: first, &random)
            visit.assigned = sent
            visit.mobile = random.chance(8800) ? sent + random.inside(5...50) : nil
            if first || random.chance(7800) {
                let there = first ? arrival : max(arrival + random.inside(0...1500), sent + 60)
                visit.arrived = there
                visit.cleared = there + random.inside(600...7200)
            } else {
                visit.cleared = max(sent + random.inside(120...900), arrival + random.inside(5...60))
            }
            visits.append(visit)
        }
        return visits
    }

    private static func assigned(_ log: Log, _ arrival: Int, isFirst: Bool, _ random: inout SplitMix64) -> Int {
        let span = arrival - log.created
        guard isFirst else { return log.created + 5 + random.below(span + 300) }
        if log.grade >= 3 { return max(log.created + 5, arrival - random.inside(400...3000)) }
        return log.created + 5 + span / 100 * random.inside(3...40)
    }

    /// Nobody yet: a callsign that no other rank of the log has.
    static func visit(_ log: Log, _ rank: Int, _ random: inout SplitMix64) -> Log.Visit {
        let type = rank == 0 && log.grade <= 2 ? .response : random.pick(weighted: types)
        let letter =
            switch type {
            case .response: "R"
            case .neighbourhood: "N"
            case .traffic: "T"
            case .detective: "D"
            default: "X"
            }
        return Log.Visit(
            callsign: "\(log.place.area.short)\(letter)\(padded(random.below(9) * 10 + rank % 10, 2))", type: type)
    }
}
