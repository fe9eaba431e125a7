import Tables

/// The telephone system's log of agents' states, one file a month.
struct AgentStateExports {
    private(set) var files: [FileTruth] = []
    private(set) var figures = Figures()

    private static let format = ExportFormat(
        source: "agent_states", folder: "agent_states", stem: "agent_states", headers: AgentState.headers,
        delimiter: "\t", encoding: .utf8)

    init(scale: Int, isClean: Bool, seed: SplitMix64, tree: Tree) throws {
        var accepted: [AgentState] = []
        // A shift that begins on the last evening of a month goes on in the export of the next.
        var carried: [AgentState] = []
        for month in Month.all where month.id >= "2026-06" {
            var random = seed.stream("agent states \(month.id)")
            let end = UKClock.utc(month.next.first, 0)
            let states = carried + ShiftPlan.states(in: month, scale: scale, &random)
            var sheet = Sheet(records: states.filter { $0.start < end })
            carried = states.filter { $0.start >= end }
            if !isClean, month == Month(2026, 8) {
                random = seed.stream("agent state faults")
                sheet.planted = sheet.records.plant(SheetFault<AgentState>.states, &random)
                sheet.planted += sheet.records.repeatRecords(
                    exactly: 4, otherwise: 1, suits: { $0.state == .pause }, &random
                ) { $0.marks.cells[.skill] = "SWITCHBOARD" }
            }
            accepted += sheet.records.filter(\.isAccepted)
            files.append(try sheet.write(AgentStateExports.format, date: month.exportDate, tree: tree))
        }
        count(accepted)
    }

    /// A state without an end lasts until the agent's next.
    private mutating func count(_ states: [AgentState]) {
        var next: [String: Int] = [:]
        for state in states.sorted(by: { $0.start > $1.start }) {
            let end = state.end ?? next[state.agent]
            next[state.agent] = state.start
            guard let end, state.marks.cells[.state] == nil else { continue }
            switch state.state {
            case .available: add(["C16.staffed"], state.start, end)
            case .handling, .wrap: add(["C16.staffed", "C16.handling"], state.start, end)
            case .pause, .offline: break
            }
        }
    }

    /// Cut at local hours, as the figure takes them: by the month of each part.
    private mutating func add(_ ids: [String], _ start: Int, _ end: Int) {
        var time = start
        while time < end {
            let stop = min(end, time - time % 3600 + 3600)
            for id in ids { figures.sum(id, Month(of: time), (stop - time) * 100) }
            time = stop
        }
    }
}

extension SheetFault<AgentState> {
    /// What is wrong with August's log.
    fileprivate static let states: [SheetFault] = [
        SheetFault(
            name: "state that is not in the map", count: 6, rule: "DQ06", code: "V06", column: "state",
            suits: { $0.state == .available }, plant: { $0.marks.cells[.state] = "AUX 9" }),
        SheetFault(
            name: "no end: until the next state", count: 8, column: "ended_at",
            suits: { $0.state == .handling }, plant: { $0.end = nil }),
        SheetFault(
            name: "24:10:00", count: 2, rule: "DQ05", code: "V11", column: "started_at", fate: .rejected,
            suits: { $0.state == .available }, plant: { $0.marks.cells[.start] = "14/08/2026 24:10:00" }),
        SheetFault(
            name: "no agent", count: 2, rule: "DQ05", code: "V10", column: "agent_hash", fate: .rejected,
            suits: { $0.state == .available }, plant: { $0.marks.cells[.agent] = "" }),
    ]
}
