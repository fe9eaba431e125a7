/// One kind of planted fault in the exports of the command-and-control system: where, how often, on which logs, what it
/// does, and what must come of it.
struct LogFault: Sendable {
    let name: String
    let month: Month
    let count: Int
    var source = LogSource.logs
    var rule: String?
    var code: String?
    /// The canonical column that shows it.
    var column: String?
    var fate = Row.Fate.accepted
    var suits: @Sendable (Log) -> Bool = { _ in true }
    let plant: @Sendable (inout Log) -> Void

    /// Plants it on logs that nothing else has touched.
    func plant(in month: inout IncidentMonth, _ random: inout SplitMix64) {
        var places = month.logs.indices.filter { month.logs[$0].isPlain && suits(month.logs[$0]) }
        random.shuffle(&places)
        let chosen = places.prefix(count)
        for place in chosen {
            plant(&month.logs[place])
            month.logs[place].isStory = true
            if source == .logs { month.logs[place].fate = fate }
        }
        month.planted.append(
            (
                source,
                FileTruth.Planted(
                    fault: name, rule: rule, code: code, column: column, fate: fate.name, count: chosen.count)
            ))
    }

    @Sendable static func isAttended(_ log: Log) -> Bool {
        log.attended == true && log.visits.contains { $0.arrived != nil && $0.type != .examiner }
    }

    @Sendable static func isSteady(_ log: Log) -> Bool {
        isAttended(log) && log.regrades.isEmpty && log.grade <= 2 && log.armedAuthorised == nil
    }

    static let all: [LogFault] = recordFaults + timeFaults + labelFaults + historyFaults + orderFaults
}

extension IncidentMonth {
    /// The faults of this month.
    mutating func plantFaults(_ seed: SplitMix64) {
        var random = seed.stream("log faults \(month.id)")
        for fault in LogFault.all where fault.month == month { fault.plant(in: &self, &random) }
        if month == Month(2024, 11) { repeatRecords(&random) }
        if month == Month(2025, 5) { addStrays() }
        planted += ClockChangeLogs.planted(in: month)
    }
}
