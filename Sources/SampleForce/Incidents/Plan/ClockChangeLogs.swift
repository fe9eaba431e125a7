import Tables

/// Logs of the two nights on which the clocks change, with the times that a reader must get right.
enum ClockChangeLogs {
    /// 26 October 2025, 01:00 summer time.
    private static let autumn = 1_761_436_800
    /// 29 March 2026, 01:00, when the clocks go to 02:00.
    private static let spring = 1_774_746_000

    static func logs(in month: Month, _ number: (Int) -> LogID) -> [Log] {
        switch month {
        case Month(2025, 10):
            // Across the change, every reading occurs once: 00:50 to 02:05 is 2 h 15 min, on the clock 1 h 15 min.
            // Inside: sent 01:45 and 01:50, there at 01:05, twenty minutes later.
            // Sent and there in the first 01:xx.
            [
                log(number, at: autumn - 600, grade: 2, arrival: autumn + 7500),
                log(number, at: autumn + 2400, grade: 1, arrival: autumn + 3900, sent: autumn + 2700),
                log(number, at: autumn + 300, grade: 1, arrival: autumn + 1080, sent: autumn + 480),
            ]
        case Month(2026, 3):
            // 00:50 to 02:04 is 14 minutes; 00:20 to 03:30 is 2 h 10 min.
            [
                log(number, at: spring - 600, grade: 1, arrival: spring + 240),
                log(number, at: spring - 2400, grade: 2, arrival: spring + 5400),
            ]
        default: []
        }
    }

    private static func log(
        _ number: (Int) -> LogID, at received: Int, grade: Grade, arrival: Int, sent: Int? = nil
    ) -> Log {
        let id = number(received + 60)
        var log = Log(
            day: id.day, number: id.number, origin: .alarm, received: received, created: received + 60, grade: grade,
            finalGrade: grade, code: .alarm,
            place: Log.Place(area: .sandford, beat: "SA01", team: "SA Response 1", isRural: false))
        log.mustAttend = true
        log.attended = true
        log.isRemote = false
        log.arrival = arrival
        log.isStory = true
        let assigned = sent ?? received + 120
        log.visits = [
            Log.Visit(
                callsign: "SAR99", type: .response, assigned: assigned, mobile: assigned + 300, arrived: arrival,
                cleared: arrival + 9000)
        ]
        log.closed = arrival + 10_000
        return log
    }

    /// The cells that show a repeated reading, by export and column.
    static func planted(in month: Month) -> [(source: LogSource, fault: FileTruth.Planted)] {
        guard month == Month(2025, 10) else { return [] }
        func cells(_ column: String, _ count: Int) -> FileTruth.Planted {
            FileTruth.Planted(
                fault: "01:xx on the night the clocks went back", rule: "DQ24", code: "T01", column: column,
                fate: "accepted", count: count)
        }
        return [
            (.logs, cells("call_received_at", 2)), (.logs, cells("created_at", 2)),
            (.units, cells("assigned_at", 2)), (.units, cells("mobile_at", 2)), (.units, cells("arrived_at", 2)),
        ]
    }
}
