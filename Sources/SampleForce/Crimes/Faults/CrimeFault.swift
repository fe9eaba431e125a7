/// One kind of planted fault in the exports of crimes: where, how often, on which crimes, what it does, and what must
/// come of it.
struct CrimeFault: Sendable {
    let name: String
    let month: Month
    let count: Int
    /// Of the crime's system: the export that shows it.
    var place = Place.crimes
    var rule: String?
    var code: String?
    /// The canonical column that shows it.
    var column: String?
    var fate = Row.Fate.accepted
    var suits: @Sendable (Crime) -> Bool = { _ in true }
    let plant: @Sendable (inout Crime) -> Void

    enum Place { case crimes, events, outcomes }

    /// The system of all crimes it is planted on.
    private var system: CrimeSystem { month.first <= Migration.last ? .connect : .niche }

    private var source: CrimeSource {
        switch place {
        case .crimes: .crimes(system)
        case .events: .events(system)
        case .outcomes: .outcomes
        }
    }

    /// Plants it on crimes that nothing else has touched.
    func plant(in month: inout CrimeMonth, _ random: inout SplitMix64) {
        var places = month.crimes.indices.filter {
            month.crimes[$0].isPlain && month.crimes[$0].system == system && suits(month.crimes[$0])
        }
        random.shuffle(&places)
        let chosen = places.prefix(count)
        for place in chosen {
            plant(&month.crimes[place])
            month.crimes[place].isStory = true
            if self.place == .crimes { month.crimes[place].fate = fate }
        }
        month.planted.append(
            (
                source,
                FileTruth.Planted(
                    fault: name, rule: rule, code: code, column: column, fate: fate.name, count: chosen.count)
            ))
    }

    @Sendable static func isFinished(_ crime: Crime) -> Bool {
        crime.outcomes.count == 1 && crime.outcomes[0].time < crime.recorded + 2_000_000
            && crime.outcomes[0].code != "19"
    }

    @Sendable static func isPlanned(_ crime: Crime) -> Bool {
        crime.investigation.plan != nil && crime.investigation.allocated != nil
    }

    static let all: [CrimeFault] = recordFaults + timeFaults + orderFaults + entryFaults
}

extension CrimeMonth {
    /// The faults of this month.
    mutating func plantFaults(_ seed: SplitMix64) {
        var random = seed.stream("crime faults \(month.id)")
        for fault in CrimeFault.all where fault.month == month { fault.plant(in: &self, &random) }
        if month == Month(2024, 12) || month == Month(2026, 1) { repeatRecords(&random) }
        if month == Month(2025, 5) { addStrays() }
    }
}
